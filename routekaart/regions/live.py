"""What the web asks: the newest revision of each region, from memory, and seen within two seconds after publication."""

import logging
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from threading import Lock
from typing import Generic, TypeVar

from sqlalchemy import Engine
from sqlalchemy.exc import SQLAlchemyError

from routekaart.regions import revision
from routekaart.regions.revision import Revision
from routekaart.storage.database import reading

CHECK_EVERY = timedelta(seconds=1)
log = logging.getLogger(__name__)
D = TypeVar("D")


@dataclass(frozen=True, slots=True)
class Live(Generic[D]):
    """A region as it is live now: its document, and which revision that is."""

    slug: str
    number: int
    made_at: datetime
    document: D


class Watch:
    """Lets one of several threads look, at most once a second; before the first look is done all others wait."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._looked: datetime | None = None

    def look(self, now: datetime, first: Callable[[], None], again: Callable[[], None]) -> None:
        """Calls `first` when nobody looked yet (what it raises passes), `again` when the last look is long ago."""
        looked = self._looked  # read once: another thread may forget it meanwhile
        if looked is None:
            with self._lock:
                if self._looked is None:
                    first()
                    self._looked = now
        elif not timedelta() <= now - looked < CHECK_EVERY and self._lock.acquire(blocking=False):
            try:
                self._looked = now
                again()
            finally:
                self._lock.release()

    def forget(self) -> None:
        """The next one who asks looks."""
        self._looked = None


class LiveRegions(Generic[D]):
    """The live regions of one process; may be asked by several threads at once.

    At most once a second one query counts the revisions. Only when there are more than before are the new documents
    read, and each is parsed once. While the database cannot be reached, the regions stay as they were.
    `parse` raises a ValueError for a document that it cannot read.
    """

    def __init__(
        self, engine: Engine, parse: Callable[[str], D], now: Callable[[], datetime], *, groups: bool = False
    ) -> None:
        """`parse` makes a document of its JSON; `now` is the clock; `groups`: the region groups instead."""
        self._groups = groups
        self._engine = engine
        self._parse = parse
        self._now = now
        self._watch = Watch()
        self._count = 0
        self._regions: Mapping[str, Live[D]] = {}

    def get(self, slug: str) -> Live[D] | None:
        """The region of that name, or None."""
        return self.all().get(slug)

    def all(self) -> Mapping[str, Live[D]]:
        """Every live region by slug, in the order of the slugs; the same object until something is published."""
        self._watch.look(self._now(), self._refresh, self._refresh_if_possible)
        return self._regions

    def look_again(self) -> None:
        """Something was just published here: the next one who asks sees it."""
        self._watch.forget()

    def _refresh_if_possible(self) -> None:
        try:
            self._refresh()
        except SQLAlchemyError as error:
            log.warning("the database did not answer; the regions stay as they were (%s)", type(error).__name__)

    def _refresh(self) -> None:
        with reading(self._engine) as session:
            count = revision.how_many(session, groups=self._groups)
            if count == self._count:
                return
            fresh = dict(self._regions)
            for slug, number in revision.numbers(session, groups=self._groups).items():
                known = fresh.get(slug)
                if (known is None or known.number != number) and (found := revision.revision(session, slug, number)):
                    self._take(fresh, found)
        self._regions = dict(sorted(fresh.items()))
        self._count = count

    def _take(self, regions: dict[str, Live[D]], found: Revision) -> None:
        """One that cannot be read (a newer release wrote it) must not take the other regions down with it."""
        try:
            document = self._parse(found.document)
        except ValueError:
            log.error("revision %d of region %s cannot be read by this release", found.number, found.slug)
        else:
            regions[found.slug] = Live(found.slug, found.number, found.made_at, document)
