"""The indexes of all maps. What many maps say in the same words is indexed once and shared."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Container, Hashable, Iterable, Sequence
from threading import Lock
from typing import TYPE_CHECKING, TypeVar

from routekaart.directory import Directory, National
from routekaart.engine.routemap import RouteMap
from routekaart.engine.signals import Catalogue as Signals
from routekaart.search.entries import (
    directory_entries,
    edition_entries,
    map_entries,
    national_entries,
    signal_entries,
    term_entries,
)
from routekaart.search.entry import Entry, Kind
from routekaart.search.index import Index, Part
from routekaart.search.shard import Shard
from routekaart.search.synonyms import Synonyms

if TYPE_CHECKING:
    from routekaart.content.glossary import Glossary

_Kept = TypeVar("_Kept")
INDEXES_KEPT = 64
SHARDS_KEPT = 160


class Catalogue:
    """Makes an index when it is first asked for. `plain`: the map of an edition and a sector without any region."""

    def __init__(
        self, national: National, glossary: Glossary, signals: Signals, plain: Callable[[str, str], RouteMap]
    ) -> None:
        self._plain = plain
        self._names = glossary.theme_names
        self._synonyms = Synonyms(glossary.pairs)
        self._lock = Lock()
        common = [*national_entries(national), *term_entries(glossary.terms), *signal_entries(signals)]
        self._common = Shard(common, self._synonyms.words)
        self._shards: OrderedDict[Hashable, Shard] = OrderedDict()
        self._indexes: OrderedDict[Hashable, Index] = OrderedDict()

    def index(
        self, key: Hashable, routemap: RouteMap, directory: Directory, more: Callable[[], Sequence[Entry]] = tuple
    ) -> Index:
        """The index of a map and a directory, which `key` names with their revision; `more` gives other entries."""
        with self._lock:
            if found := self._indexes.get(key):
                self._indexes.move_to_end(key)
                return found
            made = self._make(routemap, directory, more())
            _keep(self._indexes, key, made, INDEXES_KEPT)
            return made

    def _make(self, routemap: RouteMap, directory: Directory, more: Sequence[Entry]) -> Index:
        wanted = {entry.key: entry for entry in map_entries(routemap, self._names)}
        items = {entry.id for entry in wanted.values()}
        parts = [_taken(shard, wanted) for shard in self._shared(routemap)]
        here = tuple(
            one for one in directory_entries(directory) if one.kind is not Kind.AGREEMENT or _apart(one, items)
        )
        own = Shard([*wanted.values(), *more], self._synonyms.words)
        return Index([Part(self._common), *parts, Part(self._shard(here, lambda: here)), Part(own)], self._synonyms)

    def _shared(self, routemap: RouteMap) -> tuple[Shard, Shard]:
        """What the edition says, and what the sector says otherwise."""
        edition, sector = routemap.edition, routemap.sector
        national = self._shard(("edition", edition.id), lambda: edition_entries(edition, self._names))

        def otherwise() -> list[Entry]:
            known = {entry.key: entry for entry in national.entries}
            mine = map_entries(self._plain(edition.id, sector.id), self._names)
            return [entry for entry in mine if known.get(entry.key) != entry]

        return national, self._shard(("sector", edition.id, sector.id), otherwise)

    def _shard(self, key: Hashable, entries: Callable[[], Iterable[Entry]]) -> Shard:
        if found := self._shards.get(key):
            self._shards.move_to_end(key)
            return found
        made = Shard(entries(), self._synonyms.words)
        _keep(self._shards, key, made, SHARDS_KEPT)
        return made


def _apart(agreement: Entry, items: Container[str]) -> bool:
    """Whether an agreement is no item of a step."""
    return f"afspraak-{agreement.id}" not in items


def _taken(shard: Shard, wanted: dict[str, Entry]) -> Part:
    """A shared shard without what the map says otherwise; what it does say is no longer wanted."""
    hidden = set()
    for number, entry in enumerate(shard.entries):
        if wanted.get(entry.key) == entry:
            del wanted[entry.key]
        else:
            hidden.add(number)
    return Part(shard, frozenset(hidden))


def _keep(kept: OrderedDict[Hashable, _Kept], key: Hashable, made: _Kept, most: int) -> None:
    kept[key] = made
    while len(kept) > most:
        kept.popitem(last=False)
