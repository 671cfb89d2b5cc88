"""What came in about the partners of all regions, from memory, and seen within two seconds."""

from __future__ import annotations

import logging
from collections import defaultdict
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime

from sqlalchemy import Engine, select
from sqlalchemy.exc import SQLAlchemyError
from sqlalchemy.orm import Session

from routekaart.directory import NOTHING_NEW, Standing
from routekaart.regions.live import Watch
from routekaart.storage.database import reading
from routekaart.upkeep.numbers import doubtful
from routekaart.upkeep.tables import ConfirmationRow

log = logging.getLogger(__name__)
Doubtful = Mapping[str, frozenset[tuple[str, str]]]
Confirmed = Mapping[tuple[str, int], Mapping[str, date]]


@dataclass(frozen=True, slots=True)
class Standings:
    """What came in: numbers in doubt by region, confirmations by region and revision."""

    doubtful: Doubtful
    confirmed: Confirmed
    _made: dict[tuple[str, int], Standing] = field(default_factory=dict, compare=False)

    def of(self, slug: str, revision: int) -> Standing:
        """What holds for one revision of a region; the same object each time."""
        key = (slug, revision)
        if slug not in self.doubtful and key not in self.confirmed:
            return NOTHING_NEW
        made = Standing(self.doubtful.get(slug, frozenset()), self.confirmed.get(key, {}))
        return self._made.setdefault(key, made)


class LiveStandings:
    """What holds besides the published revisions, in one process; may be asked by several threads at once.

    At most once a second two small queries look; while the database cannot be reached, it stays as it was.
    """

    def __init__(self, engine: Engine, now: Callable[[], datetime]) -> None:
        self._engine = engine
        self._now = now
        self._watch = Watch()
        self._kept = Standings({}, {})

    def all(self) -> Standings:
        """The same object until something came in."""
        self._watch.look(self._now(), self._refresh, self._refresh)
        return self._kept

    def of(self, slug: str, revision: int) -> Standing:
        """What holds for one revision of a region."""
        return self.all().of(slug, revision)

    def _refresh(self) -> None:
        try:
            with reading(self._engine) as session:
                fresh = read(session)
        except SQLAlchemyError as error:
            log.warning("the database did not answer; numbers stay as they were (%s)", type(error).__name__)
            return
        if fresh != self._kept:
            self._kept = fresh


def read(session: Session) -> Standings:
    """What holds now."""
    numbers: defaultdict[str, set[tuple[str, str]]] = defaultdict(set)
    for one in doubtful(session):
        numbers[one.slug].add((one.partner, one.number))
    days: defaultdict[tuple[str, int], dict[str, date]] = defaultdict(dict)
    for row in session.scalars(select(ConfirmationRow)):
        days[row.slug, row.revision][row.partner] = row.confirmed_on
    return Standings({slug: frozenset(found) for slug, found in numbers.items()}, dict(days))
