"""Simplify the boundaries of the regions: writes content/maps/regions.topojson.

Run `python tools/simplify_regions.py SOURCE.topojson` from the root of the checkout; SOURCE has an object `regions`
(CBS / Kadaster, CC BY 4.0). Borders that two regions share become one arc each, so that they still fit after
simplification (Visvalingam-Whyatt, by area).
"""

import heapq
import json
import sys
from collections import defaultdict
from itertools import pairwise
from math import cos, radians
from pathlib import Path

TARGET = Path(__file__).resolve().parent.parent / "content" / "maps" / "regions.topojson"
STEPS = 1000  # the map is this many grid steps high
SMALLEST_BEND = 6  # in square grid steps: smaller bends go
SMALLEST_ISLAND = 60
LATITUDE = 52.2

Point = tuple[float, float]
Ring = list[Point]


def rings_of(topology: dict, geometry: dict) -> list[Ring]:
    """The rings of a region in degrees, closing point left out; holes too."""
    polygons = [geometry["arcs"]] if geometry["type"] == "Polygon" else geometry["arcs"]
    arcs, rings = topology["arcs"], []
    (sx, sy), (tx, ty) = topology["transform"]["scale"], topology["transform"]["translate"]
    for indices in (ring for polygon in polygons for ring in polygon):
        ring: Ring = []
        for index in indices:
            x = y = 0
            points = [((x := x + dx) * sx + tx, (y := y + dy) * sy + ty) for dx, dy in arcs[max(index, ~index)]]
            ring += (points if index >= 0 else points[::-1])[:-1]
        rings.append(ring)
    return rings


def on_grid(rings: dict[str, list[Ring]]) -> tuple[dict[str, list[Ring]], dict]:
    """All rings on one grid of whole steps, with the transform back to degrees."""
    points = [point for some in rings.values() for ring in some for point in ring]
    left, low = min(x for x, _ in points), min(y for _, y in points)
    sy = (max(y for _, y in points) - low) / STEPS
    sx = sy / cos(radians(LATITUDE))
    grid = {
        slug: [_without_repeats([(round((x - left) / sx), round((y - low) / sy)) for x, y in ring]) for ring in some]
        for slug, some in rings.items()
    }
    return grid, {"scale": [sx, sy], "translate": [left, low]}


def _without_repeats(ring: Ring) -> Ring:
    return [point for number, point in enumerate(ring) if point != ring[number - 1]]


def area(ring: Ring) -> float:
    """The area within a ring."""
    return abs(sum(x1 * y2 - x2 * y1 for (x1, y1), (x2, y2) in zip(ring, ring[1:] + ring[:1], strict=True))) / 2


def split(ring: Ring, joints: set[Point]) -> list[Ring]:
    """A ring as arcs from joint to joint; a ring without one starts at its smallest point, so that neighbours agree."""
    starts = [number for number, point in enumerate(ring) if point in joints] or [ring.index(min(ring))]
    turned = ring[starts[0] :] + ring[: starts[0] + 1]
    cuts = [start - starts[0] for start in starts] + [len(ring)]
    return [turned[a : b + 1] for a, b in pairwise(cuts)]


def simplified(arc: Ring) -> Ring:
    """An arc without its smallest bends; its ends stay."""
    points, alive = list(arc), list(range(len(arc)))
    before, after = [n - 1 for n in alive], [n + 1 for n in alive]
    gone: set[int] = set()

    def bend(n: int) -> float:
        return area([points[before[n]], points[n], points[after[n]]])

    heap = [(bend(n), n) for n in alive[1:-1]]
    heapq.heapify(heap)
    while heap and heap[0][0] < SMALLEST_BEND and len(points) - len(gone) > (4 if arc[0] == arc[-1] else 2):
        size, n = heapq.heappop(heap)
        if n in gone or size != bend(n):
            continue
        gone.add(n)
        left, right = before[n], after[n]
        after[left], before[right] = right, left
        for neighbour in (left, right):
            if 0 < neighbour < len(points) - 1:
                heapq.heappush(heap, (bend(neighbour), neighbour))
    return [point for n, point in enumerate(points) if n not in gone]


def joints_of(rings: list[Ring]) -> set[Point]:
    """Where borders meet: points with more than two neighbours."""
    neighbours: dict[Point, set[Point]] = defaultdict(set)
    for ring in rings:
        for number, point in enumerate(ring):
            neighbours[point] |= {ring[number - 1], ring[(number + 1) % len(ring)]}
    return {point for point, near in neighbours.items() if len(near) > 2}


def deltas(arc: Ring) -> list[list[int]]:
    """An arc as TopoJSON writes it: a point, then steps."""
    steps = [[int(x2 - x1), int(y2 - y1)] for (x1, y1), (x2, y2) in pairwise(arc)]
    return [[int(arc[0][0]), int(arc[0][1])], *steps]


class Arcs:
    """Each arc once, simplified; a neighbour gets it backwards, as ~index."""

    def __init__(self) -> None:
        self.drawn: list[Ring] = []
        self.places: dict[tuple[Point, ...], int] = {}

    def index(self, arc: Ring) -> int:
        """The place of an arc, which is added when it is new."""
        if tuple(reversed(arc)) in self.places:
            return ~self.places[tuple(reversed(arc))]
        if tuple(arc) not in self.places:
            self.places[tuple(arc)] = len(self.drawn)
            self.drawn.append(simplified(arc))
        return self.places[tuple(arc)]


def main(source: Path) -> None:
    topology = json.loads(source.read_text(encoding="utf-8"))
    geometries = topology["objects"]["regions"]["geometries"]
    grid, transform = on_grid({g["properties"]["id"]: rings_of(topology, g) for g in geometries})
    names = {g["properties"]["id"]: g["properties"]["name"] for g in geometries}
    kept = {slug: [ring for ring in rings if area(ring) >= SMALLEST_ISLAND] for slug, rings in grid.items()}
    joints, arcs = joints_of([ring for rings in kept.values() for ring in rings]), Arcs()
    shapes = [
        {
            "type": "MultiPolygon",
            "properties": {"id": slug, "name": names[slug]},
            "arcs": [[[arcs.index(arc) for arc in split(ring, joints)]] for ring in rings],
        }
        for slug, rings in sorted(kept.items())
    ]
    regions = {"type": "GeometryCollection", "geometries": shapes}
    result = {"type": "Topology", "transform": transform, "objects": {"regions": regions}}
    TARGET.parent.mkdir(parents=True, exist_ok=True)
    written = result | {"arcs": [deltas(arc) for arc in arcs.drawn]}
    TARGET.write_text(json.dumps(written, ensure_ascii=False, separators=(",", ":")) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
