"""What was told already: a fault of the edition shows in a hundred maps, and is told of the first."""

from __future__ import annotations

from collections.abc import Hashable

from routekaart.engine.conditions import Condition
from routekaart.engine.proofs.paths import Path, shows
from routekaart.engine.routemap import RouteMap


class Told:
    """The paths that were told, by what is wrong.

    A path that shows the same thing in another map needs no second telling, and no search. One that does not show it
    there says nothing of that map, which is searched for itself.
    """

    def __init__(self) -> None:
        self._paths: dict[Hashable, list[Path]] = {}
        self.count = 0

    def covers(self, wrong: Hashable, routemap: RouteMap, condition: Condition) -> bool:
        """Whether a path that was told of another map makes the condition true in this one."""
        known = any(shows(routemap, path, condition) for path in self._paths.get(wrong, ()))
        self.count += known
        return known

    def tell(self, wrong: Hashable, path: Path) -> None:
        """Keep a path. `count` says how often something was wrong, told or not."""
        self._paths.setdefault(wrong, []).append(path)
        self.count += 1
