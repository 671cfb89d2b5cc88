"""Who can be reached when, in the draft; with the white spots."""

from __future__ import annotations

from flask import render_template, request
from flask.typing import ResponseReturnValue

from routekaart import clock
from routekaart.directory import Directory
from routekaart.presenters.reachability_page import reachability_page
from routekaart.regions.document import RegionDocument
from routekaart.regions.entries import unchecked
from routekaart.web.desk import bp
from routekaart.web.desk.frame import desk_frame
from routekaart.web.desk.keeping import around_draft, draft
from routekaart.web.services import services


@bp.get("/<slug>/bereikbaarheid")
def reachability(slug: str) -> ResponseReturnValue:
    """A week for each role in a municipality, and the white spots of the region."""
    page = reachability_page(drafted(slug), request.args.get("gemeente", ""), clock.today())
    return render_template("desk/reachability.html", page=page, **desk_frame(slug))


def drafted(slug: str) -> Directory:
    """Who fills which role in the draft of a region."""
    with draft(slug) as session:
        around = around_draft(session, slug)
    return directory_of(unchecked(around.data))


def directory_of(document: RegionDocument) -> Directory:
    """Who fills which role in a version of a region."""
    group = services().maps.groups.get(document.group or "")
    return document.to_directory(services().maps.national, group.to_group() if group else None)
