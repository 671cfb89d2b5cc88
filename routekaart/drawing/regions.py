"""The map of the regions on the start page, from TopoJSON whose arcs are shared by neighbours."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from html import escape
from itertools import pairwise
from math import cos, radians
from typing import Any

from routekaart.drawing.svg import Pen, root

WIDTH = 800.0
LATITUDE = 52.2
MARGIN = 6.0
CREDIT = "Grenzen: CBS / Kadaster (CC BY 4.0), bewerkt"
TITLE = "Kaart van de regio’s van Veilig Thuis"
TOLD = "Elke regio is een link. Dezelfde regio’s staan ook in de lijst. " + CREDIT + "."

Point = tuple[int, int]


def regions_map(topology: Mapping[str, Any], *, hrefs: Mapping[str, str], names: Mapping[str, str]) -> str:
    """SVG text of `objects.regions`: each region by its slug a link with its name; one without href is no link.

    The page shows CREDIT under it.
    """
    grid, pen = _Grid(topology), Pen(standalone=False)
    shapes = topology["objects"]["regions"]["geometries"]
    parts = [
        _region(pen, shape["properties"]["id"], grid.path(shape), hrefs, names)
        for shape in _north_to_south(shapes, grid)
    ]
    box = {"viewBox": f"0 0 {WIDTH:.0f} {grid.height}"}
    return root(pen, "regions", box, "".join(parts), title=TITLE, told=TOLD, key="regions", linked=bool(hrefs))


def _region(pen: Pen, slug: str, path: str, hrefs: Mapping[str, str], names: Mapping[str, str]) -> str:
    title = f"<title>{escape(names[slug])}</title>"
    shape = pen.element("path", "regions__region", {"d": path}, title)
    href = hrefs.get(slug)
    return pen.element("a", "regions__link", {"href": href, "aria-label": names[slug]}, shape) if href else shape


def _north_to_south(shapes: list[dict[str, Any]], grid: _Grid) -> list[dict[str, Any]]:
    """In reading order, so that the Tab key moves over the map without leaping."""
    return sorted(shapes, key=lambda shape: min(y for ring in grid.rings(shape) for _, y in ring))


class _Grid:
    """Arcs in whole units of the drawing: x scaled by the cosine of the latitude, y downwards."""

    def __init__(self, topology: Mapping[str, Any]) -> None:
        (self.sx, self.sy), arcs = topology["transform"]["scale"], topology["arcs"]
        raw = [list(_undo_steps(arc)) for arc in arcs]
        xs, ys = [x for arc in raw for x, _ in arc], [y for arc in raw for _, y in arc]
        squeeze = self.sx * cos(radians(LATITUDE))
        scale = (WIDTH - 2 * MARGIN) / ((max(xs) - min(xs)) * squeeze)
        self.height = round((max(ys) - min(ys)) * self.sy * scale + 2 * MARGIN)
        self.arcs = [
            [
                (round((x - min(xs)) * squeeze * scale + MARGIN), round((max(ys) - y) * self.sy * scale + MARGIN))
                for x, y in arc
            ]
            for arc in raw
        ]

    def rings(self, shape: Mapping[str, Any]) -> Iterator[list[Point]]:
        """The rings of a region, closing point left out."""
        polygons = [shape["arcs"]] if shape["type"] == "Polygon" else shape["arcs"]
        for indices in (ring for polygon in polygons for ring in polygon):
            ring: list[Point] = []
            for index in indices:
                ring += (self.arcs[index] if index >= 0 else self.arcs[~index][::-1])[:-1]
            yield ring

    def path(self, shape: Mapping[str, Any]) -> str:
        """Path data in steps of whole units."""
        return "".join(f"M{ring[0][0]} {ring[0][1]}l{_steps(ring)}z" for ring in self.rings(shape))


def _undo_steps(arc: list[list[int]]) -> Iterator[Point]:
    x = y = 0
    for dx, dy in arc:
        x, y = x + dx, y + dy
        yield x, y


def _steps(ring: list[Point]) -> str:
    pairs = ((x2 - x1, y2 - y1) for (x1, y1), (x2, y2) in pairwise(ring))
    return " ".join(f"{dx} {dy}" for dx, dy in pairs if dx or dy).replace(" -", "-")
