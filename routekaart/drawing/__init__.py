"""RouteMap → SVG: the transit map, and the map of the regions. Pure."""

from routekaart.drawing.progress import Progress, progress_of
from routekaart.drawing.transit import transit_map
from routekaart.drawing.words import text_alternative

__all__ = ["Progress", "progress_of", "text_alternative", "transit_map"]
