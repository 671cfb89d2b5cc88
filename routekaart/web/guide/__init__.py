"""Public pages: no cookie, the same for everybody, kept whole in memory for as long as they hold."""

from flask import Blueprint

from routekaart.web.guide import cache

bp = Blueprint("guide", __name__)
bp.record_once(lambda state: cache.init_app(state.app))
bp.after_request(cache.mark)

# The views put themselves on the blueprint.
from routekaart.web.guide import (  # noqa: E402
    about,  # noqa: F401
    changes,  # noqa: F401
    comparison,  # noqa: F401
    conversations,  # noqa: F401
    disagreement,  # noqa: F401
    instruments,  # noqa: F401
    look,  # noqa: F401
    parents,  # noqa: F401
    region,  # noqa: F401
    relation,  # noqa: F401
    search,  # noqa: F401
    sharing,  # noqa: F401
    signals,  # noqa: F401
    social_map,  # noqa: F401
    start,  # noqa: F401
    steps,  # noqa: F401
)
