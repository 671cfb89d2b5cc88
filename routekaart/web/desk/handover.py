"""The dossier for whoever keeps the region after this."""

from __future__ import annotations

from flask import Response, render_template
from flask.typing import ResponseReturnValue

from routekaart import clock
from routekaart.accounts.people import people
from routekaart.presenters.account_words import ROLES
from routekaart.presenters.handover import Handover, View, Worker
from routekaart.presenters.handover import handover as dossier
from routekaart.printing.paper import paper_pdf
from routekaart.storage.database import reading
from routekaart.web.desk import bp
from routekaart.web.desk.frame import desk_frame, live_region
from routekaart.web.desk.working import to_do, working
from routekaart.web.services import services


@bp.get("/<slug>/overdracht")
def handover(slug: str) -> ResponseReturnValue:
    """Who is who, what is agreed, what is due."""
    return render_template("desk/handover.html", page=_dossier(slug), **desk_frame(slug))


@bp.get("/<slug>/overdracht.pdf")
def handover_pdf(slug: str) -> Response:
    """The same on paper."""
    response = Response(paper_pdf("handover.html", _dossier(slug)), content_type="application/pdf")
    response.headers.set("Content-Disposition", "attachment", filename=f"Overdracht {slug}.pdf")
    return response


def _dossier(slug: str) -> View:
    live, now = live_region(slug), clock.now()
    with reading(services().engine) as session:
        found = working(session, slug)
        due = to_do(session, found, now)
        workers = [Worker(one.function, one.email, ROLES[one.role]) for one in people(session, slug)]
    steps = {one.id: one.title for one in services().maps.atlas.edition(found.document.edition).steps}
    return dossier(
        Handover(
            document=found.document,
            directory=found.draft,
            roles=found.roles,
            steps=steps,
            workers=workers,
            due=due,
            revision=live.number,
            published_at=live.made_at,
            now=now,
        )
    )
