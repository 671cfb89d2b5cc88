"""Compiling one map."""

from __future__ import annotations

from collections.abc import Iterator
from statistics import median
from time import perf_counter

from bench.line import Line, at_most
from routekaart import config
from routekaart.atlas import Atlas
from routekaart.engine.compiler import compile_routemap
from routekaart.regions.files import read_groups, read_regions
from routekaart.regions.maps import regional_layers

CONTENT = config.ROOT / "content"
MILLISECONDS = 50


def measure() -> Iterator[Line]:
    """Every map that the content gives, with the region's own additions."""
    taken = sorted(_compiled())
    numbers = (
        f"middle of {len(taken)} maps; slowest {taken[-1]:.0f} ms; region layers read from their document included"
    )
    yield Line("compile one RouteMap", "–", *at_most(MILLISECONDS, median(taken), " ms"), numbers)


def _compiled() -> Iterator[float]:
    atlas, groups = Atlas(CONTENT), read_groups(CONTENT)
    for document in read_regions(CONTENT).regions.values():
        for sector_id in atlas.sector_ids:
            edition, sector = atlas.edition(document.edition), atlas.sector(sector_id)
            start = perf_counter()
            compile_routemap(edition, sector, tuple(regional_layers(document, groups)))
            yield (perf_counter() - start) * 1000
