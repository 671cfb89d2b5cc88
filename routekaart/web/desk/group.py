"""The group that a region is in: what its regions agreed together, and publishing that for all of them at once."""

from __future__ import annotations

from flask import flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from routekaart import clock
from routekaart.presenters import publish_page
from routekaart.presenters.desk_errors import FORM, Errors
from routekaart.presenters.group_page import group_page
from routekaart.regions import groups
from routekaart.regions.checks import Problem
from routekaart.regions.proving_apart import Unproved
from routekaart.regions.publishing import Moved, NotProved, NotPublishable
from routekaart.regions.revision import PublishedMeanwhile
from routekaart.storage.database import reading, transaction
from routekaart.web.desk import bp
from routekaart.web.desk.frame import desk_frame, members_of
from routekaart.web.desk.group_entries import group_draft, group_of
from routekaart.web.desk.keeping import draft
from routekaart.web.desk.publish import note_error
from routekaart.web.desk.publish_plan import number_given, publisher
from routekaart.web.publications import grounds, prove
from routekaart.web.services import services


@bp.get("/<slug>/groep")
def group(slug: str) -> ResponseReturnValue:
    """What the group has, what differs from what is live, and the form."""
    return _page(slug)


@bp.post("/<slug>/groep/publiceren")
def group_publish(slug: str) -> ResponseReturnValue:
    """Publish the group's draft for each of its regions, after the proofs of each."""
    if errors := note_error(request.form):
        return _page(slug, errors=errors), 422
    try:
        _publish(group_of(slug), number_given("stand"), request.form["uitleg"].strip())
    except NotPublishable as error:
        return _page(slug, problems=error.problems), 422
    except (Moved, NotProved):
        return _page(slug, errors={FORM: publish_page.MOVED}), 409
    except PublishedMeanwhile:
        return _page(slug, errors={FORM: publish_page.MEANWHILE}), 409
    except Unproved:
        return _page(slug, errors={FORM: publish_page.UNPROVED}), 503
    flash("Gepubliceerd. Het geldt nu in elke regio van de groep.")
    return redirect(url_for("desk.group", slug=slug), 303)


def _publish(group: str, seen: int, note: str) -> None:
    """Proves each region with the group's draft first, outside the transaction."""
    regions, against = members_of(group), grounds()
    with reading(services().engine) as session:
        proposed = groups.with_group(against, groups.sound(session, group, seen, regions, against))
    for one in regions:
        prove(one, proposed)
    who, now = publisher().name, clock.now()
    with transaction(services().engine) as session:
        groups.publish(
            session, group, seen=seen, author=who, note=note, now=now, members=members_of(group), grounds=against
        )
    services().groups.look_again()


def _page(slug: str, *, errors: Errors | None = None, problems: tuple[Problem, ...] = ()) -> str:
    """The page of the group's draft as it is now."""
    name, against = group_of(slug), grounds()
    members = members_of(name)
    with draft(group_draft(slug)) as session:
        found = groups.look(session, name, members, against)
    page = group_page(against.groups[name], found, members, problems, request.form.get("uitleg", ""), errors or {})
    return render_template("desk/group.html", page=page, **desk_frame(slug))
