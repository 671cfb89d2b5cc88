"""The first pages of the desk: which regions somebody works for, and what there is to do in one."""

from __future__ import annotations

from flask import redirect, render_template, url_for
from flask.typing import ResponseReturnValue

from routekaart import clock
from routekaart.accounts.policy import Permission
from routekaart.presenters.todo import todo_page
from routekaart.storage.database import reading
from routekaart.web.auth.current import the_user
from routekaart.web.desk import bp
from routekaart.web.desk.frame import desk_frame
from routekaart.web.desk.working import mending, to_do, working
from routekaart.web.services import services


@bp.get("/")
def regions() -> ResponseReturnValue:
    """The regions that somebody may look into; with one, straight to it."""
    user = the_user()
    mine = [one for slug, one in services().maps.live.all().items() if user.may(Permission.LOOK, slug)]
    if len(mine) == 1:
        return redirect(url_for("desk.region", slug=mine[0].slug))
    return render_template("desk/regions.html", regions=[(one.slug, one.document.name) for one in mine], user=user)


@bp.get("/<slug>/")
def region(slug: str) -> ResponseReturnValue:
    """What there is to do."""
    now = clock.now()
    with reading(services().engine) as session:
        rows = to_do(session, working(session, slug), now)
    page = todo_page(rows, clock.today(), mending(slug))
    return render_template("desk/region.html", page=page, **desk_frame(slug))
