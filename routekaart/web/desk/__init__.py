"""The coordinator's desk: keep the region true."""

from flask import Blueprint

bp = Blueprint("desk", __name__, url_prefix="/bureau")

# The views put themselves on the blueprint.
from routekaart.web.desk import editing, partners, regions  # noqa: E402, F401
