"""RouteMap → SVG: the transit map, and the map of the regions. Pure."""

from routekaart.drawing.progress import Progress, progress_of
from routekaart.drawing.regions import CREDIT as REGIONS_CREDIT
from routekaart.drawing.regions import regions_map
from routekaart.drawing.transit import progress_strip, transit_map
from routekaart.drawing.words import text_alternative

__all__ = [
    "REGIONS_CREDIT",
    "Progress",
    "progress_of",
    "progress_strip",
    "regions_map",
    "text_alternative",
    "transit_map",
]
