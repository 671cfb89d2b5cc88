"""A partner answers the mail that asks whether its entry is right: without an account, by a signed link."""

from flask import Blueprint

bp = Blueprint("confirm", __name__, url_prefix="/bevestigen")

# The views put themselves on the blueprint.
from routekaart.web.confirm import answering  # noqa: E402, F401
