"""A draft as professionals will see it: the guide's own pages over a region that is not live, behind a signed link.

The token stands where the guide has the name of the region, so that every address on those pages stays in the preview.
"""

from __future__ import annotations

import hashlib

from flask import Blueprint, Response, abort, current_app, g, make_response, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from werkzeug.exceptions import HTTPException
from werkzeug.routing import RequestRedirect

from routekaart import clock
from routekaart.presenters.here import NOT_HERE
from routekaart.regions import editing, publishing
from routekaart.regions.document import RegionDocument
from routekaart.regions.editing import Unknown
from routekaart.regions.live import Live
from routekaart.regions.publishing import NotPublishable
from routekaart.storage.database import reading
from routekaart.web.preview.link import opened, token
from routekaart.web.publications import grounds
from routekaart.web.services import services

bp = Blueprint("preview", __name__)
NOTICE = (
    "Voorbeeld, nog niet geldig. Zo komt deze regio eruit te zien als het concept wordt gepubliceerd. "
    "Een doorloop kun je hier niet beginnen."
)


def preview_address(slug: str) -> str:
    """A link to the draft of a region that works for two weeks from now."""
    return url_for("preview.region", token=token(slug, key=_key(), now=clock.now()))


@bp.get("/voorbeeld/<token>/")
def region(token: str) -> ResponseReturnValue:
    """The page of the region."""
    return _shown(token, "")


@bp.get("/voorbeeld/<token>/<path:rest>")
def page(token: str, rest: str) -> ResponseReturnValue:
    """Any page of the guide that is about one region."""
    return _shown(token, rest)


@bp.get(f"/voorbeeld/<token>/{NOT_HERE}")
@bp.get("/klopt-niet/voorbeeld/<token>/<partner>")
@bp.get("/gebeld/voorbeeld/<token>/<partner>/<number>")
def not_here(token: str, partner: str = "", number: str = "") -> ResponseReturnValue:
    """What the buttons on a previewed page cannot do yet."""
    return render_template("preview/not_here.html", back=url_for("preview.region", token=token))


@bp.after_request
def keep_out(response: Response) -> Response:
    """No search engine and no cache keeps what is not valid yet."""
    response.headers["X-Robots-Tag"] = "noindex, nofollow"
    response.headers["Cache-Control"] = "no-store"
    return response


@bp.app_context_processor
def notice() -> dict[str, str]:
    """What stands above every page of a preview."""
    return {"preview_notice": NOTICE} if "unpublished" in g else {}


def _shown(token: str, rest: str) -> ResponseReturnValue:
    slug = opened(token, key=_key(), now=clock.now())
    if slug is None:
        return render_template("preview/over.html"), 404
    try:
        endpoint, given = current_app.url_map.bind(request.host).match(f"/{slug}/{rest}", method="GET")
    except RequestRedirect:
        return redirect(f"{request.path}/")
    except HTTPException:
        abort(404)
    if not endpoint.startswith("guide.") or "region" not in given:
        abort(404)
    try:
        g.unpublished = _draft(slug, f"voorbeeld/{token}")
    except (NotPublishable, Unknown):
        return render_template("preview/not_ready.html"), 409
    return make_response(current_app.view_functions[endpoint](**{**given, "region": f"voorbeeld/{token}"}))


def _draft(slug: str, place: str) -> tuple[Live[RegionDocument], str]:
    """The draft as if it were live at another place, and a name for what it says. Raises NotPublishable or Unknown."""
    with reading(services().engine) as session:
        base, data = editing.base(session, slug), editing.draft_data(session, slug)
        newest = editing.changes(session, slug, most=1)
    document = publishing.sound(data, grounds())
    name = hashlib.sha256(document.to_json().encode()).hexdigest()
    moved = document.model_copy(update={"slug": place})
    return Live(place, base + 1, newest[0].made_at if newest else clock.now(), moved), name


def _key() -> bytes:
    return services().settings.key("previews")
