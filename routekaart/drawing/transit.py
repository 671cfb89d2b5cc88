"""The transit map of a RouteMap: one drawing routine, several sizes."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import lru_cache
from types import MappingProxyType
from typing import Literal

from routekaart.drawing.full import full_scene
from routekaart.drawing.progress import Progress
from routekaart.drawing.scene import Scene
from routekaart.drawing.stops import Plan
from routekaart.drawing.strip import strip_of, strip_svg
from routekaart.drawing.svg import Pen, drawing, scene_elements
from routekaart.drawing.vertical import vertical_scene
from routekaart.drawing.words import text_alternative
from routekaart.engine.routemap import RouteMap

Size = Literal["strip", "full", "vertical"]
STRIPS_KEPT = 256
TITLE = "Kaart van de stappen"
NO_LINKS: Mapping[str, str] = MappingProxyType({})
LAYOUTS: dict[str, Callable[[Plan], Scene]] = {"full": full_scene, "vertical": vertical_scene}


def transit_map(
    routemap: RouteMap,
    *,
    progress: Progress | None = None,
    size: Size,
    standalone: bool = False,
    hrefs: Mapping[str, str] = NO_LINKS,
) -> str:
    """SVG text of the map. `hrefs` makes stations and side lines links, by id of a step or branch.

    A page holds each size at most once. `standalone` (files, PDF) brings its own colours and typeface.
    """
    plan, pen = Plan(routemap, progress, hrefs), Pen(standalone)
    told = text_alternative(routemap, progress)
    if size == "strip":
        return strip_svg(plan, pen, title=TITLE, told=told)
    scene = map_scene(routemap, progress=progress, size=size, hrefs=hrefs)
    key, classes = f"transit-{size}", f"transit transit--{size}"
    content = scene_elements(pen, scene)
    return drawing(pen, classes, (scene.width, scene.height), content, title=TITLE, told=told, key=key)


@lru_cache(maxsize=STRIPS_KEPT)
def progress_strip(routemap: RouteMap, progress: Progress) -> str:
    """The strip above a walk's pages, drawn once for each map and progress."""
    return transit_map(routemap, progress=progress, size="strip")


def map_scene(
    routemap: RouteMap,
    *,
    progress: Progress | None = None,
    size: Size,
    hrefs: Mapping[str, str] = NO_LINKS,
    width: float = 960,
) -> Scene:
    """What stands where. Only the strip has a `width`: the others keep their shape and are scaled."""
    plan = Plan(routemap, progress, hrefs)
    return strip_of(plan).scene(width) if size == "strip" else LAYOUTS[size](plan)
