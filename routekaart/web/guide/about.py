"""What Routekaart is, what it keeps, and how to leave it at once."""

from __future__ import annotations

from flask import current_app, redirect, render_template
from flask.typing import ResponseReturnValue

from routekaart.web.colleague import current as colleague
from routekaart.web.guide import bp
from routekaart.web.walk.current import COOKIE, PATH

NEUTRAL_PAGE = "https://www.buienradar.nl/"
NOT_FOR_ROBOTS = ("/doorloop/", "/meekijken", "/zoek", "/wijzig", "/verlaten", "/*/zoeken", "/voorbeeld/", "/*/versie/")
ROBOTS = "\n".join(["User-agent: *", *(f"Disallow: {path}" for path in NOT_FOR_ROBOTS), "Allow: /", ""])


@bp.get("/over")
def about() -> ResponseReturnValue:
    """What this is, and for whom."""
    return render_template("guide/about.html")


@bp.get("/privacy")
def privacy() -> ResponseReturnValue:
    """What is kept and what is not."""
    return render_template("guide/privacy.html")


@bp.get("/toegankelijkheid")
def accessibility() -> ResponseReturnValue:
    """How everybody can use it, and what to do when one cannot."""
    return render_template("guide/accessibility.html")


@bp.get("/verlaten")
def leave() -> ResponseReturnValue:
    """Away to a page about the weather; the browser lets go of what it holds of this site."""
    response = redirect(NEUTRAL_PAGE, 303)
    response.headers["Clear-Site-Data"] = '"cache", "cookies", "storage"'
    response.headers["Cache-Control"] = "no-store"
    response.delete_cookie(current_app.config["SESSION_COOKIE_NAME"])
    response.delete_cookie(COOKIE, path=PATH)
    response.delete_cookie(colleague.COOKIE, path=colleague.PATH)
    return response


@bp.get("/robots.txt")
def robots() -> ResponseReturnValue:
    """What search engines may read: the guide, no walks."""
    return ROBOTS, 200, {"Content-Type": "text/plain; charset=utf-8"}
