"""The coordinator's desk: keep the region true."""

from flask import Blueprint

bp = Blueprint("desk", __name__, url_prefix="/bureau")

# The views put themselves on the blueprint.
from routekaart.web.desk import (  # noqa: E402
    agreements,  # noqa: F401
    baseline,  # noqa: F401
    bindings,  # noqa: F401
    bulk,  # noqa: F401
    covenants,  # noqa: F401
    documents,  # noqa: F401
    editing,  # noqa: F401
    group,  # noqa: F401
    group_entries,  # noqa: F401
    handover,  # noqa: F401
    head,  # noqa: F401
    history,  # noqa: F401
    incoming,  # noqa: F401
    links,  # noqa: F401
    look,  # noqa: F401
    municipalities,  # noqa: F401
    organisations,  # noqa: F401
    partners,  # noqa: F401
    people,  # noqa: F401
    publish,  # noqa: F401
    publish_plan,  # noqa: F401
    reachability,  # noqa: F401
    referral_index,  # noqa: F401
    regions,  # noqa: F401
    texts,  # noqa: F401
    training,  # noqa: F401
)
