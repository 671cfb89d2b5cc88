"""Where layers meet: editions, sectors and regional layers compiled into cached RouteMaps. Nobody else compiles."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable
from functools import cached_property
from pathlib import Path
from threading import Lock
from typing import TypeVar

from routekaart.content.reader import read_edition, read_sector
from routekaart.engine.compiler import compile_routemap
from routekaart.engine.routemap import RouteMap
from routekaart.engine.vocabulary import Edition, Layer, Sector

_T = TypeVar("_T")
MAPS_KEPT = 256


class Atlas:
    """Every map that the content folder `root` and the layers of regions can give; safe to share between threads."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self._lock = Lock()
        self._editions: dict[str, Edition] = {}
        self._sectors: dict[str, Sector] = {}
        self._maps: OrderedDict[tuple[str, ...], RouteMap] = OrderedDict()

    @cached_property
    def edition_ids(self) -> tuple[str, ...]:
        """The editions that ship."""
        return tuple(sorted(path.parent.name for path in self.root.glob("protocols/*/edition.yaml")))

    @cached_property
    def sector_ids(self) -> tuple[str, ...]:
        """The sectors that ship."""
        return tuple(sorted(path.stem for path in self.root.glob("sectors/*.yaml")))

    def edition(self, edition_id: str) -> Edition:
        """A national edition. Raises ContentError."""
        return self._once(self._editions, edition_id, lambda: read_edition(self.root, edition_id))

    def sector(self, sector_id: str) -> Sector:
        """A sector. Raises ContentError."""
        return self._once(self._sectors, sector_id, lambda: read_sector(self.root, sector_id))

    def routemap(self, edition_id: str, sector_id: str, layers: tuple[Layer, ...] = (), key: str = "") -> RouteMap:
        """The map of an edition and a sector with further layers; `key` names the layers and their revisions.

        Raises ContentError.
        """
        name = (edition_id, sector_id, key if layers else "")
        with self._lock:
            if name in self._maps:
                self._maps.move_to_end(name)
                return self._maps[name]
        routemap = compile_routemap(self.edition(edition_id), self.sector(sector_id), layers)
        with self._lock:
            self._maps[name] = routemap
            while len(self._maps) > MAPS_KEPT:
                self._maps.popitem(last=False)
        return routemap

    def _once(self, kept: dict[str, _T], name: str, make: Callable[[], _T]) -> _T:
        with self._lock:
            if name not in kept:
                kept[name] = make()
            return kept[name]
