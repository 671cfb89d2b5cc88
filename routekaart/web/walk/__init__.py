"""A professional's own walk, sealed."""

from flask import Blueprint

bp = Blueprint("walk", __name__, url_prefix="/doorloop")

# The views put themselves on the blueprint.
from routekaart.web.walk import begin, danger, overview, question, report, result, resume, signals  # noqa: E402, F401
