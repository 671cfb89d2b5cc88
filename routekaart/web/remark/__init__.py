"""What professionals tell of a card: that something is wrong, and how a call went. Nobody is asked who they are."""

from flask import Blueprint

bp = Blueprint("remark", __name__)

# The views put themselves on the blueprint.
from routekaart.web.remark import calling, wrong  # noqa: E402, F401
