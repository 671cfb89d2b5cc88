"""RouteMap → SVG: the transit map, and the map of the regions. Pure."""

from routekaart.drawing.progress import Progress, progress_of
from routekaart.drawing.regions import CREDIT as REGIONS_CREDIT
from routekaart.drawing.regions import regions_map
from routekaart.drawing.transit import transit_map
from routekaart.drawing.words import text_alternative

__all__ = ["REGIONS_CREDIT", "Progress", "progress_of", "regions_map", "text_alternative", "transit_map"]
