"""A professional's own walk, sealed."""

from flask import Blueprint

bp = Blueprint("walk", __name__, url_prefix="/doorloop")

# The views put themselves on the blueprint.
from routekaart.web.walk import (  # noqa: E402
    begin,  # noqa: F401
    call,  # noqa: F401
    change,  # noqa: F401
    danger,  # noqa: F401
    follow_up,  # noqa: F401
    log,  # noqa: F401
    overview,  # noqa: F401
    question,  # noqa: F401
    reminders,  # noqa: F401
    report,  # noqa: F401
    report_text,  # noqa: F401
    result,  # noqa: F401
    resume,  # noqa: F401
    reuse,  # noqa: F401
    safety_plan,  # noqa: F401
    shares,  # noqa: F401
    signals,  # noqa: F401
    today,  # noqa: F401
)
