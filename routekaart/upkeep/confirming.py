"""A partner answers its letter: its entry is right, or these fields should change.

A confirmation counts at once for the revision that was confirmed. It goes into the draft as well, unless the region
already changed that entry there: nobody confirmed those changes.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from routekaart.directory import BY_ITSELF
from routekaart.regions import editing
from routekaart.regions.document import RegionDocument
from routekaart.regions.revision import latest
from routekaart.upkeep import entry
from routekaart.upkeep.letters import Link, Refused, Why, use
from routekaart.upkeep.tables import ConfirmationRow, ProposalRow

PARTNERS = "partners"


class Gone(Exception):
    """There is no such open proposal here; perhaps somebody decided meanwhile."""


@dataclass(frozen=True, slots=True)
class Published:
    """A partner's entry as it is live: in which revision of which region, and its data."""

    region: str
    revision: int
    data: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Proposal:
    """What a partner wants to change of a field."""

    number: int
    partner: str
    field: str
    before: str
    after: str
    made_at: datetime


def published(session: Session, link: Link) -> Published:
    """The entry that a link is about. Raises Refused when it is live no more."""
    newest = latest(session, link.slug)
    document = RegionDocument.model_validate_json(newest.document) if newest else None
    for one in document.partners if document else ():
        if one.id == link.partner and newest and document:
            return Published(document.name, newest.number, one.model_dump(mode="json"))
    raise Refused(Why.GONE)


def confirm(session: Session, link: Link, *, today: date, now: datetime) -> None:
    """The entry is right as it is published. Raises Refused."""
    found = published(session, link)
    use(session, link, now=now)
    row = ConfirmationRow(slug=link.slug, partner=link.partner, revision=found.revision, confirmed_on=today)
    session.merge(row)
    _into_draft(session, link, found, today, now)


def propose(session: Session, link: Link, texts: Mapping[str, str], *, now: datetime) -> int:
    """Keeps what should change for the region to decide; how many fields. Without any the link stays as it was.

    Raises Refused.
    """
    found = entry.proposed(published(session, link).data, texts)
    if found:
        use(session, link, now=now)
    for field, (before, after) in found.items():
        values = {"field": field, "before": before, "after": after, "made_at": now}
        session.add(ProposalRow(slug=link.slug, partner=link.partner, **values, **_UNDECIDED))
    return len(found)


def waiting(session: Session, slug: str) -> list[Proposal]:
    """What the region has to decide about, the oldest first."""
    rows = select(ProposalRow).where(ProposalRow.slug == slug, ProposalRow.decision == "").order_by(ProposalRow.id)
    return [
        Proposal(row.id, row.partner, row.field, row.before, row.after, row.made_at) for row in session.scalars(rows)
    ]


def accept(session: Session, slug: str, number: int, *, author: str, now: datetime) -> None:
    """The change goes into the draft. Raises Gone, entry.Moved, editing.Unknown or pydantic's ValidationError."""
    row = _open(session, slug, number)
    if row.field != entry.REMARK:
        editing.open_draft(session, slug)
        seen = editing.entry(session, slug, PARTNERS, row.partner)
        data = entry.applied(seen.data, row.field, row.before, row.after)
        editing.save(session, seen, data, author=author, now=now)
    _decide(row, "accepted", author, now)


def refuse(session: Session, slug: str, number: int, *, author: str, now: datetime) -> None:
    """The entry stays as it is. Raises Gone."""
    _decide(_open(session, slug, number), "refused", author, now)


_UNDECIDED: dict[str, Any] = {"decision": "", "decided_at": None, "decided_by": ""}


def _open(session: Session, slug: str, number: int) -> ProposalRow:
    rows = select(ProposalRow).where(ProposalRow.id == number, ProposalRow.slug == slug, ProposalRow.decision == "")
    row = session.scalars(rows.with_for_update()).one_or_none()
    if row is None:
        raise Gone(number)
    return row


def _decide(row: ProposalRow, decision: str, author: str, now: datetime) -> None:
    row.decision, row.decided_at, row.decided_by = decision, now, author


def _into_draft(session: Session, link: Link, found: Published, today: date, now: datetime) -> None:
    editing.open_draft(session, link.slug)
    try:
        seen = editing.entry(session, link.slug, PARTNERS, link.partner)
    except editing.Unknown:
        return
    if entry.unchecked(seen.data) == entry.unchecked(found.data):
        editing.save(session, seen, entry.checked(seen.data, today), author=BY_ITSELF, now=now)
