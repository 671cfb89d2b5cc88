"""Publishing a draft: look at what changes, let it be checked, and publish it now or at a moment."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date, datetime
from datetime import time as clock_time

from flask import current_app, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from routekaart import clock
from routekaart.accounts.policy import Permission
from routekaart.directory import AMSTERDAM
from routekaart.presenters import publish_page
from routekaart.presenters.desk_errors import FORM, Errors
from routekaart.presenters.publish_page import MOST_NOTE
from routekaart.presenters.white_spots import white_spot_notices
from routekaart.regions import editing, history, planning, publishing
from routekaart.regions.checks import Problem
from routekaart.regions.proving_apart import Unproved
from routekaart.regions.publishing import Moved, NotProved, NotPublishable
from routekaart.regions.revision import PublishedMeanwhile, latest
from routekaart.storage.database import reading, transaction
from routekaart.web.auth.current import the_user
from routekaart.web.desk import bp
from routekaart.web.desk.frame import desk_frame, live_region
from routekaart.web.desk.publish_plan import number_given, publisher
from routekaart.web.desk.reachability import directory_of
from routekaart.web.preview import preview_address
from routekaart.web.publications import grounds, prove, publish_due
from routekaart.web.services import services

Problems = tuple[Problem, ...]


@bp.get("/<slug>/publiceren")
def publish(slug: str) -> ResponseReturnValue:
    """What differs from the live version, what stands in the way, and the form."""
    publish_due(slug)
    return _page(slug, {})


@bp.post("/<slug>/publiceren/zet-live")
def publish_draft(slug: str) -> ResponseReturnValue:
    """Publish now, plan it for a moment, or ask a colleague for approval."""
    given = request.form.to_dict()
    due_at, errors = _when(given)
    if errors := {**note_error(given), **errors}:
        return _page(slug, given, errors=errors), 422
    return _answered(slug, given, lambda: _publish(slug, given, due_at))


@bp.post("/<slug>/publiceren/controle")
def publish_check(slug: str) -> ResponseReturnValue:
    """Prove the draft, without publishing it."""
    return _answered(slug, {}, lambda: _check(slug))


def _answered(slug: str, given: Mapping[str, str], act: Callable[[], str]) -> ResponseReturnValue:
    """What an act tells, or why it could not be done; then nothing was published."""
    try:
        flash(act())
    except NotPublishable as error:
        return _page(slug, given, problems=error.problems), 422
    except Moved:
        return _page(slug, given, errors={FORM: publish_page.MOVED}), 409
    except PublishedMeanwhile:
        return _page(slug, given, errors={FORM: publish_page.MEANWHILE}), 409
    except Unproved:
        return _page(slug, given, errors={FORM: publish_page.UNPROVED}), 503
    return redirect(url_for("desk.publish", slug=slug), 303)


def _check(slug: str) -> str:
    with transaction(services().engine) as session:
        editing.open_draft(session, slug)
        document = publishing.sound(editing.draft_data(session, slug), grounds())
    prove(document)
    with reading(services().engine) as session:
        publishing.hold_to_proof(session, document, grounds())
    return "De controle is klaar. Er staat niets in de weg."


def _publish(slug: str, given: Mapping[str, str], due_at: datetime | None) -> str:
    """Proves first what was not proved, outside the transaction; a draft that moved meanwhile is not published."""
    try:
        return _written(slug, given, due_at)
    except NotProved as error:
        prove(error.document)
        return _written(slug, given, due_at)


def _written(slug: str, given: Mapping[str, str], due_at: datetime | None) -> str:
    now, note, by = clock.now(), given["uitleg"].strip(), publisher()
    seen, against = number_given("stand"), grounds()
    with transaction(services().engine) as session:
        editing.open_draft(session, slug)
        if due_at is None and not publishing.needs_approval(session, slug):
            publishing.publish(session, slug, seen=seen, author=by.name, note=note, now=now, grounds=against)
            planning.end_open(session, slug, planning.Ending.OVERTAKEN, now=now)
            made = None
        else:
            when = due_at or now
            made = planning.plan(session, slug, seen=seen, due_at=when, by=by, note=note, now=now, grounds=against)
    services().maps.live.look_again()
    if made is None:
        return "Gepubliceerd. Professionals zien het nu."
    return "Het staat klaar. Een collega moet nog akkoord geven." if made.waits else "De publicatie is gepland."


def _when(given: Mapping[str, str]) -> tuple[datetime | None, Errors]:
    """The moment of a planned publication (None: at once), and what is wrong with it."""
    if given.get("wanneer") != "later":
        return None, {}
    try:
        day, time = date.fromisoformat(given.get("dag", "")), clock_time.fromisoformat(given.get("tijd", ""))
    except ValueError:
        return None, {"dag": publish_page.ERRORS["no-date"]}
    when = datetime.combine(day, time, tzinfo=AMSTERDAM)
    return when, {} if when > clock.now() else {"dag": publish_page.ERRORS["past-date"]}


def note_error(given: Mapping[str, str]) -> Errors:
    """What is wrong with the note that goes with a publication."""
    note = given.get("uitleg", "").strip()
    if not note:
        return {"uitleg": publish_page.ERRORS["no-note"]}
    return {"uitleg": publish_page.ERRORS["long-note"]} if len(note) > MOST_NOTE else {}


def _page(slug: str, given: Mapping[str, str], *, errors: Errors | None = None, problems: Problems = ()) -> str:
    """The page of the draft as it is now; `given` is what stood in the form."""
    user, now = the_user(), clock.now()
    with transaction(services().engine) as session:
        editing.open_draft(session, slug)
        live = history.document_of(latest(session, slug)) or live_region(slug).document
        draft = publishing.look(session, slug, grounds())
        planned, ended = planning.open_plan(session, slug), planning.latest_ended(session, slug)
    page = publish_page.publish_page(live, draft, problems, given, errors or {})
    page["plan"] = publish_page.plan_view(planned, live, user.account, now) if planned else None
    page["ended"] = publish_page.ended_text(ended)
    page["notices"] += white_spot_notices(directory_of(live), directory_of(draft.document))
    for one in page["problems"]:
        one["href"] = url_for(one["endpoint"], slug=slug) if one["endpoint"] in current_app.view_functions else ""
    page["may_publish"] = user.may(Permission.PUBLISH, slug)
    return render_template("desk/publish.html", page=page, preview=preview_address(slug), **desk_frame(slug))
