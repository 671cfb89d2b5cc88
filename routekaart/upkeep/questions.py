"""What professionals say is not right on a card, until the region did something with it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from routekaart.upkeep.tables import QuestionRow

MOST_CHARACTERS = 500
MOST_PER_HOUR = 5
MOST_PER_DAY = 40
CLOSED_SHOWN = 20


class TooMany(Exception):
    """This partner or this region got enough for now; nothing was kept."""


class Gone(Exception):
    """There is no such open question here; perhaps somebody closed it meanwhile."""


@dataclass(frozen=True, slots=True)
class Question:
    """What somebody wrote; `answer` says what was done with it."""

    number: int
    partner: str
    text: str
    asked_at: datetime
    answer: str
    closed_at: datetime | None
    closed_by: str


def ask(session: Session, slug: str, partner: str, text: str, *, once: bytes, now: datetime) -> None:
    """Keeps a question; the same form keeps one. Raises TooMany."""
    if session.scalar(select(QuestionRow.id).where(QuestionRow.once == once)):
        return
    here, hour = QuestionRow.slug == slug, QuestionRow.asked_at > now - timedelta(hours=1)
    of_partner = session.scalar(select(func.count()).where(here, QuestionRow.partner == partner, hour)) or 0
    of_region = session.scalar(select(func.count()).where(here, QuestionRow.asked_at > now - timedelta(days=1))) or 0
    if of_partner >= MOST_PER_HOUR or of_region >= MOST_PER_DAY:
        raise TooMany
    values = {"slug": slug, "partner": partner, "text": text, "once": once, "asked_at": now}
    session.add(QuestionRow(**values, answer="", closed_at=None, closed_by=""))
    session.flush()


def waiting(session: Session, slug: str) -> list[Question]:
    """The questions of a region that nobody closed, the oldest first."""
    rows = select(QuestionRow).where(QuestionRow.slug == slug, QuestionRow.closed_at.is_(None))
    return [_question(row) for row in session.scalars(rows.order_by(QuestionRow.asked_at, QuestionRow.id))]


def closed(session: Session, slug: str) -> list[Question]:
    """Those that were closed last."""
    rows = select(QuestionRow).where(QuestionRow.slug == slug, QuestionRow.closed_at.is_not(None))
    return [_question(row) for row in session.scalars(rows.order_by(QuestionRow.closed_at.desc()).limit(CLOSED_SHOWN))]


def close(session: Session, slug: str, number: int, answer: str, *, author: str, now: datetime) -> None:
    """Somebody of the region did something with it. Raises Gone."""
    row = session.get(QuestionRow, number)
    if row is None or row.slug != slug or row.closed_at is not None:
        raise Gone(number)
    row.answer, row.closed_at, row.closed_by = answer, now, author


def _question(row: QuestionRow) -> Question:
    return Question(row.id, row.partner, row.text, row.asked_at, row.answer, row.closed_at, row.closed_by)
