"""The web addresses of a region, and whether they still answer."""

from __future__ import annotations

from flask import flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue

from routekaart import clock
from routekaart.presenters.links import links_page, tried_words
from routekaart.storage.database import reading, transaction
from routekaart.upkeep import links as checks
from routekaart.web.desk import bp
from routekaart.web.desk.frame import desk_frame
from routekaart.web.desk.working import mending, working
from routekaart.web.services import services


@bp.get("/<slug>/links")
def links(slug: str) -> ResponseReturnValue:
    """How the addresses answered when they were last tried."""
    with reading(services().engine) as session:
        where = checks.places(working(session, slug).document)
        page = links_page(checks.checked(session, slug, where), len(where), mending(slug))
    return render_template("desk/links.html", page=page, **desk_frame(slug))


@bp.post("/<slug>/links")
def check_links(slug: str) -> ResponseReturnValue:
    """Try them all now; nothing is locked while the other side thinks."""
    with reading(services().engine) as session:
        where = checks.places(working(session, slug).document)
    answers = checks.ask_all(where, checks.checker(services().settings.link_check_allows))
    with transaction(services().engine) as session:
        checks.keep(session, slug, answers, clock.now())
    flash(tried_words(answers))
    return redirect(url_for("desk.links", slug=slug), 303)
