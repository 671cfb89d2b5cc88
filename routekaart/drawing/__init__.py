"""RouteMap, figures → SVG: the transit map, the map of the regions, a week, a heat picture. Pure."""

from routekaart.drawing.heat import heat_picture
from routekaart.drawing.progress import Progress, progress_of
from routekaart.drawing.regions import CREDIT as REGIONS_CREDIT
from routekaart.drawing.regions import regions_map
from routekaart.drawing.transit import progress_strip, transit_map
from routekaart.drawing.week import week_band
from routekaart.drawing.words import text_alternative

__all__ = [
    "REGIONS_CREDIT",
    "Progress",
    "heat_picture",
    "progress_of",
    "progress_strip",
    "regions_map",
    "text_alternative",
    "transit_map",
    "week_band",
]
