"""Public pages: no cookie, the same for everybody, kept whole in memory for as long as they hold."""

from flask import Blueprint

from routekaart.web.guide import cache

bp = Blueprint("guide", __name__)
bp.record_once(lambda state: cache.init_app(state.app))
bp.after_request(cache.mark)

# The views put themselves on the blueprint.
from routekaart.web.guide import about, region, social_map, start, steps  # noqa: E402, F401
