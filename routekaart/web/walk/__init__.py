"""A professional's own walk, sealed."""

from flask import Blueprint

bp = Blueprint("walk", __name__, url_prefix="/doorloop")
