"""A colleague who looks along in somebody else's walk, with a code of their own and without an account."""

from flask import Blueprint

bp = Blueprint("colleague", __name__, url_prefix="/meekijken")

# The views put themselves on the blueprint.
from routekaart.web.colleague import advice, enter, reading  # noqa: E402, F401
