"""A colleague's walk as it stands, to read; below it, what one thinks of it oneself."""

from __future__ import annotations

from flask.typing import ResponseReturnValue

from routekaart.web.colleague import bp
from routekaart.web.colleague.advice import Draft, page
from routekaart.web.colleague.current import current_reading


@bp.get("/doorloop")
def read() -> ResponseReturnValue:
    """Everything that the owner wrote so far, and what one wrote oneself."""
    current = current_reading()
    return page(current, Draft.new(current))


@bp.get("/advies")
def change() -> ResponseReturnValue:
    """The same, with one's last view in the form to change it."""
    current = current_reading()
    return page(current, Draft.last(current))
