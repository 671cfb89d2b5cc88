"""Public pages: no cookie, the same for everybody."""

from flask import Blueprint

bp = Blueprint("guide", __name__)
