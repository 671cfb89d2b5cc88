"""The way in for those who work behind the desk."""

from flask import Blueprint

bp = Blueprint("auth", __name__, url_prefix="/bureau")

# The views put themselves on the blueprint.
from routekaart.web.auth import account, app, code, forgotten, invitation, sign_in, sso  # noqa: E402, F401
