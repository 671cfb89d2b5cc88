"""Publications that are still to come: at a moment, or once somebody else approved. What is planned is fixed.

Verbs: session first, no commit. A region has one plan at most; a newer one, or a publication, takes its place.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from sqlalchemy import ColumnElement, or_, select
from sqlalchemy.orm import Session

from routekaart.regions import editing
from routekaart.regions.document import RegionDocument
from routekaart.regions.publishing import (
    Grounds,
    NotPublishable,
    Publisher,
    as_seen,
    hold_to_proof,
    needs_approval,
    sound,
)
from routekaart.regions.revision import Revision, add_revision, numbers
from routekaart.regions.tables import DraftRow, PlannedPublicationRow


class Ending(StrEnum):
    """What became of a plan."""

    PUBLISHED = "published"
    WITHDRAWN = "withdrawn"
    OVERTAKEN = "overtaken"
    """Something else was published in the meantime."""
    REFUSED = "refused"
    """When its time came, it did not hold any more."""


class OwnWork(Exception):
    """Nobody approves what they asked for themselves."""


class Gone(Exception):
    """There is no such plan, or it came to its end."""


@dataclass(frozen=True, slots=True)
class Planned:
    """A publication that is to happen at `due_at`, once it is approved if that is needed."""

    number: int
    slug: str
    document: str
    note: str
    author: str
    account: int
    made_at: datetime
    due_at: datetime
    waits: bool
    approver: str
    ending: Ending | None

    @property
    def region(self) -> RegionDocument:
        """What it publishes."""
        return RegionDocument.model_validate_json(self.document)


def plan(
    session: Session,
    slug: str,
    *,
    seen: int,
    due_at: datetime,
    by: Publisher,
    note: str,
    now: datetime,
    grounds: Grounds,
) -> Planned:
    """Plans the draft as it is now. Raises NotPublishable, NotProved or Moved."""
    document = as_seen(session, slug, seen, grounds)
    end_open(session, slug, Ending.WITHDRAWN, now=now)
    row = PlannedPublicationRow(
        slug=slug,
        document=document.to_json(),
        last_change=seen,
        base=numbers(session).get(slug, 0),
        note=note,
        account=by.account,
        author=by.name,
        made_at=now,
        due_at=due_at,
        needs_approval=needs_approval(session, slug),
    )
    session.add(row)
    session.flush()
    return _planned(row)


def open_plan(session: Session, slug: str) -> Planned | None:
    """What is still to be published of a region."""
    row = session.scalar(select(PlannedPublicationRow).where(PlannedPublicationRow.slug == slug, _is_open()))
    return None if row is None else _planned(row)


def latest_ended(session: Session, slug: str) -> Planned | None:
    """The plan of a region that came to its end last, if that is the newest one."""
    newest = select(PlannedPublicationRow).where(PlannedPublicationRow.slug == slug)
    row = session.scalar(newest.order_by(PlannedPublicationRow.number.desc()).limit(1))
    return _planned(row) if row is not None and row.ending else None


def approve(session: Session, slug: str, number: int, *, by: Publisher, now: datetime) -> Planned:
    """A second pair of eyes agrees. Raises Gone or OwnWork."""
    row = _open(session, slug, number)
    if row.account == by.account:
        raise OwnWork(number)
    row.approver, row.approved_at = by.name, now
    return _planned(row)


def withdraw(session: Session, slug: str, number: int, *, now: datetime) -> None:
    """It does not happen. Raises Gone."""
    _end(_open(session, slug, number), Ending.WITHDRAWN, now)


def end_open(session: Session, slug: str, ending: Ending, *, now: datetime) -> None:
    """Whatever was planned for a region does not happen any more."""
    for row in session.scalars(select(PlannedPublicationRow).where(PlannedPublicationRow.slug == slug, _is_open())):
        _end(row, ending, now)


def due(session: Session, now: datetime, slug: str | None = None) -> tuple[Planned, ...]:
    """What should be published by now, of one region or of all; what still waits for approval is not among it."""
    approved = or_(PlannedPublicationRow.needs_approval.is_(False), PlannedPublicationRow.approved_at.is_not(None))
    rows = select(PlannedPublicationRow).where(_is_open(), PlannedPublicationRow.due_at <= now, approved)
    if slug is not None:
        rows = rows.where(PlannedPublicationRow.slug == slug)
    return tuple(_planned(row) for row in session.scalars(rows.order_by(PlannedPublicationRow.number)))


def carry_out(session: Session, planned: Planned, *, now: datetime, grounds: Grounds) -> Revision | None:
    """Publishes what was planned, once; None: somebody did so already, or it does not hold any more.

    Raises NotProved, and PublishedMeanwhile. Asks nothing of the draft: that may have gone on since.
    """
    row = session.get(PlannedPublicationRow, planned.number, with_for_update=True, populate_existing=True)
    if row is None or row.ending:
        return None
    if numbers(session).get(row.slug, 0) != row.base:
        _end(row, Ending.OVERTAKEN, now)
        return None
    document = planned.region
    try:
        sound(document.model_dump(mode="json"), grounds)
        hold_to_proof(session, document, grounds)
    except NotPublishable:
        _end(row, Ending.REFUSED, now)
        return None
    revision = add_revision(session, document, author=_authors(row), note=row.note, made_at=now)
    if session.get(DraftRow, row.slug):
        editing.mark_published(session, row.slug, revision.number, until=row.last_change)
    _end(row, Ending.PUBLISHED, now)
    return revision


def _authors(row: PlannedPublicationRow) -> str:
    return f"{row.author}, akkoord van {row.approver}" if row.approver else row.author


def _is_open() -> ColumnElement[bool]:
    return PlannedPublicationRow.ending.is_(None)


def _open(session: Session, slug: str, number: int) -> PlannedPublicationRow:
    row = session.get(PlannedPublicationRow, number, with_for_update=True)
    if row is None or row.slug != slug or row.ending:
        raise Gone(number)
    return row


def _end(row: PlannedPublicationRow, ending: Ending, now: datetime) -> None:
    row.ending, row.ended_at = ending, now


def _planned(row: PlannedPublicationRow) -> Planned:
    return Planned(
        row.number,
        row.slug,
        row.document,
        row.note,
        row.author,
        row.account,
        row.made_at,
        row.due_at,
        row.needs_approval and row.approved_at is None,
        row.approver or "",
        Ending(row.ending) if row.ending else None,
    )
