"""Numbers that prove themselves: how calls went, and which numbers are in doubt.

Two reports of a wrong number within thirty days put a number in doubt, until somebody of the region clears it. A
report never changes an entry. What was reported is kept for ninety days.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from sqlalchemy import ColumnElement, delete, func, select
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from routekaart.upkeep.tables import CallReportRow, NumberRow

ENOUGH = 2
WITHIN = timedelta(days=30)
MOST_PER_HOUR = 12
KEPT = timedelta(days=90)


class Outcome(StrEnum):
    """How a call went."""

    SPOKEN = "gesproken"
    NO_ANSWER = "geen-gehoor"
    WRONG = "verkeerd-nummer"


@dataclass(frozen=True, slots=True)
class Called:
    """A number as its partner publishes it in a region."""

    slug: str
    partner: str
    number: str


@dataclass(frozen=True, slots=True)
class Reported:
    """What was reported of a number since it was last cleared."""

    called: Called
    doubtful_since: datetime | None
    outcomes: Mapping[str, int]

    @property
    def wrong(self) -> int:
        """How often it was told to be wrong."""
        return self.outcomes.get(Outcome.WRONG, 0)


def report(session: Session, called: Called, outcome: Outcome, *, once: bytes, now: datetime) -> bool:
    """Counts how a call went; gives whether it was kept: the same form counts once, and an hour holds so many."""
    session.execute(delete(CallReportRow).where(CallReportRow.reported_at < now - KEPT))
    row = _held(session, called)
    recent = select(func.count()).where(*_about(called), CallReportRow.reported_at > now - timedelta(hours=1))
    if session.get(CallReportRow, once) or (session.scalar(recent) or 0) >= MOST_PER_HOUR:
        return False
    values = {"slug": called.slug, "partner": called.partner, "number": called.number, "outcome": outcome}
    session.add(CallReportRow(once=once, reported_at=now, **values))
    session.flush()
    if row.doubtful_since is None and _wrong(session, called, row.cleared_at, now) >= ENOUGH:
        row.doubtful_since = now
    return True


def clear(session: Session, called: Called, *, author: str, now: datetime) -> None:
    """Somebody of the region says that the number is right, or mended: what was reported before counts no more."""
    row = session.get(NumberRow, (called.slug, called.partner, called.number))
    if row is not None:
        row.doubtful_since, row.cleared_at, row.cleared_by = None, now, author


def doubtful(session: Session) -> list[Called]:
    """Every number in doubt, of all regions."""
    columns = select(NumberRow.slug, NumberRow.partner, NumberRow.number)
    rows = session.execute(columns.where(NumberRow.doubtful_since.is_not(None)))
    return [Called(*row) for row in rows]


def reported(session: Session, slug: str, is_published: Callable[[Called], bool], now: datetime) -> list[Reported]:
    """What was reported of the published numbers of a region, those in doubt first."""
    found = []
    for row in session.scalars(select(NumberRow).where(NumberRow.slug == slug)):
        called = Called(row.slug, row.partner, row.number)
        if is_published(called):
            found.append(Reported(called, row.doubtful_since, _outcomes(session, called, row.cleared_at, now)))
    return sorted(found, key=lambda one: (one.doubtful_since is None, -one.wrong, one.called.partner))


def _outcomes(session: Session, called: Called, since: datetime | None, now: datetime) -> Mapping[str, int]:
    start = max(since, now - KEPT) if since else now - KEPT
    rows = select(CallReportRow.outcome).where(*_about(called), CallReportRow.reported_at > start)
    return Counter(session.scalars(rows))


def _wrong(session: Session, called: Called, since: datetime | None, now: datetime) -> int:
    start = max(since, now - WITHIN) if since else now - WITHIN
    wrong = (CallReportRow.outcome == Outcome.WRONG, CallReportRow.reported_at > start)
    return session.scalar(select(func.count()).where(*_about(called), *wrong)) or 0


def _about(called: Called) -> tuple[ColumnElement[bool], ...]:
    table = CallReportRow
    return (table.slug == called.slug, table.partner == called.partner, table.number == called.number)


def _held(session: Session, called: Called) -> NumberRow:
    """The row of a number, held until the transaction ends: two reports at once count as two."""
    key = (called.slug, called.partner, called.number)
    try:
        with session.begin_nested():
            if session.get(NumberRow, key) is None:
                session.add(NumberRow(slug=key[0], partner=key[1], number=key[2], cleared_by=""))
    except IntegrityError:
        pass  # another report made it just now
    table = NumberRow
    here = (table.slug == called.slug, table.partner == called.partner, table.number == called.number)
    locked = select(table).where(*here)
    return session.execute(locked.with_for_update(), execution_options={"populate_existing": True}).scalar_one()
