"""Beginning a walk: first what it is and how it is kept, then the code to come back with."""

from __future__ import annotations

from flask import abort, make_response, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_wtf import FlaskForm
from werkzeug.datastructures import MultiDict
from wtforms import HiddenField

from routekaart import clock
from routekaart.presenters import frame
from routekaart.regions.maps import RegionalMap
from routekaart.storage.database import transaction
from routekaart.walks import resume, store
from routekaart.walks.casefile import CaseFile
from routekaart.web.services import services
from routekaart.web.walk import bp
from routekaart.web.walk.current import CANNOT_OPEN, current_walk, give_cookie, walk_key


class BeginForm(FlaskForm):
    """Where the walk is about; carried along from the guide."""

    regio = HiddenField()
    sector = HiddenField()
    gemeente = HiddenField()
    organisatie = HiddenField()


@bp.get("/begin")
def begin() -> ResponseReturnValue:
    """What a walk is, what is kept of it and how to leave at once."""
    place = _place(request.args)
    form = BeginForm(request.args, meta={"csrf": True})
    region, routemap = place.directory.region, place.routemap
    municipality = region.municipality(request.args.get("gemeente", ""))
    return render_template(
        "walk/begin.html",
        form=form,
        region=region,
        sector=routemap.sector,
        has_quick=bool(routemap.edition.quick),
        municipality=municipality,
        has_walk=_has_walk(),
        place=frame.place(region, routemap.sector.title, f"/{region.slug}/{routemap.sector.id}/"),
        banners=frame.banners(region, routemap.edition),
    )


@bp.post("/begin")
def start() -> ResponseReturnValue:
    """A new sealed walk; its code goes into the cookie and is shown."""
    place = _place(request.form)
    region = place.directory.region
    municipality = region.municipality(request.form.get("gemeente", ""))
    is_quick = bool(request.form.get("vijf"))
    return begin_with(fresh_case(place, municipality.code if municipality else None), place, is_quick=is_quick)


@bp.get("/code")
def code() -> ResponseReturnValue:
    """The words to write down."""
    current = current_walk()
    return render_template(
        "walk/code.html",
        words=resume.to_words(current.opened.secret),
        expires_on=current.opened.expires_on,
        is_first=bool(request.args.get("eerste")),
        is_quick=bool(request.args.get("vijf")),
        **current.frame,
    )


def fresh_case(place: RegionalMap, municipality: str | None) -> CaseFile:
    """A case file of today in which nothing is filled in yet."""
    return CaseFile(
        region=place.slug,
        revision=place.revision,
        sector=place.routemap.sector.id,
        edition=place.routemap.edition.id,
        started_on=clock.today(),
        municipality=municipality,
        organisation=place.directory.organisation.id if place.directory.organisation else None,
    )


def begin_with(case: CaseFile, place: RegionalMap, *, is_quick: bool = False) -> ResponseReturnValue:
    """Keep a new walk under a new secret; its code goes into the cookie and is shown, on the way to its questions."""
    days = place.directory.region.retention_days
    with transaction(services().engine) as session:
        opened = store.start(session, case, key=walk_key(), now=clock.now(), days=days)
    code = url_for("walk.code", eerste=1, vijf=1 if is_quick else None)
    return give_cookie(make_response(redirect(code)), opened.secret, days)


def _has_walk() -> bool:
    """Whether this browser opens a walk now."""
    try:
        current_walk()
    except CANNOT_OPEN:
        return False
    return True


def _place(given: MultiDict[str, str]) -> RegionalMap:
    organisation = given.get("organisatie") or None
    return services().maps.get(given.get("regio", ""), given.get("sector", ""), organisation) or abort(404)
