"""What is shared by the pages of one step of a layer, of a region or of an organisation."""

from __future__ import annotations

from collections.abc import Collection
from typing import Any

from flask import abort

from routekaart.engine.routemap import RouteMap
from routekaart.engine.vocabulary import LayerKind, Step
from routekaart.presenters.desk_layer import Inherited, inherited_at
from routekaart.web.services import services


def live_map(slug: str, sector: str = "", organisation: str | None = None) -> RouteMap:
    """The map of a region as it is live, for a sector or else for any; 404 when there is none."""
    found = services().maps.get(slug, sector or services().maps.atlas.sector_ids[0], organisation)
    return found.routemap if found else abort(404)


def step_of(routemap: RouteMap, step_id: str) -> Step:
    """A step of a map; 404 when it has none of that name."""
    return next((one for one in routemap.steps if one.id == step_id), None) or abort(404)


def above(step: Step, own: Collection[LayerKind]) -> tuple[Inherited, dict[str, Any]]:
    """What holds at a step before these kinds of layer speak, and that as a page shows it next to the form."""
    found = inherited_at(step, own)
    return found, {"inherited": found.view, "step": step.title, "step_id": step.id}
