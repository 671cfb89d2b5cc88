"""Publishing: what stops it, what has to be proved first, and a draft that becomes the live revision.

Verbs: session first, no commit. Whoever calls proves with `proving_apart` in between, outside any transaction.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from functools import cache
from pathlib import Path
from typing import Any

from pydantic import ValidationError
from sqlalchemy.orm import Session

from routekaart.config import ROOT
from routekaart.regions import editing
from routekaart.regions.checks import Known, Problem, inside_region, unknown
from routekaart.regions.document import RegionDocument, RegionGroupDocument
from routekaart.regions.entries import unchecked
from routekaart.regions.proving_apart import read_problems, written_problems
from routekaart.regions.revision import Revision, add_revision
from routekaart.regions.tables import DraftRow, ProofRow


class NotPublishable(Exception):
    """Something is wrong in the document; holds every problem, each with its place. What was live stays live."""

    def __init__(self, problems: tuple[Problem, ...]) -> None:
        self.problems = problems
        super().__init__("\n".join(one.message for one in problems))


class NotProved(Exception):
    """Nobody proved yet what this document adds to the protocol. Holds the document."""

    def __init__(self, document: RegionDocument) -> None:
        self.document = document
        super().__init__(document.slug)


class Moved(Exception):
    """The draft changed since somebody looked at what they were going to publish."""


class NeedsApproval(Exception):
    """This region publishes only what somebody else approved."""


@dataclass(frozen=True, slots=True)
class Grounds:
    """What a publication is held against: what exists outside the region, and the content folder."""

    content: Path
    known: Known
    groups: Mapping[str, RegionGroupDocument] = field(default_factory=dict)

    def shared(self, document: RegionDocument) -> RegionGroupDocument | None:
        """The document of the region's group, if any."""
        return self.groups.get(document.group or "")


@dataclass(frozen=True, slots=True)
class Publisher:
    """Who publishes: the number of the account, and the name under which it is told."""

    account: int
    name: str


def publish(
    session: Session, slug: str, *, seen: int, author: str, note: str, now: datetime, grounds: Grounds
) -> Revision:
    """Makes the draft live, as it was at the change numbered `seen`.

    Raises NotPublishable, NotProved, Moved, NeedsApproval or PublishedMeanwhile; the old revision then stays live.
    """
    draft = session.get_one(DraftRow, slug, with_for_update=True)
    if draft.needs_approval:
        raise NeedsApproval(slug)
    document = as_seen(session, slug, seen, grounds)
    revision = add_revision(session, document, author=author, note=note, made_at=now)
    editing.mark_published(session, slug, revision.number, until=seen)
    return revision


def as_seen(session: Session, slug: str, seen: int, grounds: Grounds) -> RegionDocument:
    """The draft, fit to publish, when it is as somebody saw it. Raises Moved, NotPublishable or NotProved."""
    data = editing.draft_data(session, slug)  # before the question below: what comes after it is not in here
    if editing.last_change(session, slug) != seen:
        raise Moved(slug)
    document = sound(data, grounds)
    hold_to_proof(session, document, grounds)
    return document


@dataclass(frozen=True, slots=True)
class Looked:
    """A draft as somebody looks at it before they publish: `seen` is its newest change.

    `is_proved`: the proofs said all there is to say. Nothing more than `problems` stands in the way then.
    """

    seen: int
    data: Mapping[str, Any]
    document: RegionDocument
    problems: tuple[Problem, ...]
    is_proved: bool
    needs_approval: bool


def look(session: Session, slug: str, grounds: Grounds) -> Looked:
    """The draft of a region, and what is known to stand in the way of publishing it."""
    seen = editing.last_change(session, slug)  # before the data: who sees less than there is, is told when publishing
    data = editing.draft_data(session, slug)
    try:
        document = sound(data, grounds)
    except NotPublishable as error:
        return Looked(seen, data, unchecked(data), error.problems, False, needs_approval(session, slug))
    found = proved(session, document, grounds)
    return Looked(seen, data, document, found or (), found is not None, needs_approval(session, slug))


def sound(data: Mapping[str, Any], grounds: Grounds) -> RegionDocument:
    """The document of a draft's data when nothing is wrong in it but, perhaps, the protocol. Raises NotPublishable."""
    try:
        loose = unchecked(data)
        if found := (*inside_region(loose), *unknown(loose, grounds.known, grounds.shared(loose))):
            raise NotPublishable(found)
        return RegionDocument.model_validate(data)
    except ValidationError as error:
        complaints = ((one["loc"], one["msg"]) for one in error.errors())
        raise NotPublishable(tuple(Problem(where, said, "") for where, said in complaints)) from error


def hold_to_proof(session: Session, document: RegionDocument, grounds: Grounds) -> None:
    """Raises NotProved, or NotPublishable when the proofs found something wrong."""
    found = proved(session, document, grounds)
    if found is None:
        raise NotProved(document)
    if found:
        raise NotPublishable(found)


def proved(session: Session, document: RegionDocument, grounds: Grounds) -> tuple[Problem, ...] | None:
    """What the proofs found wrong earlier in what this document adds to the protocol; None: it was never proved."""
    row = session.get(ProofRow, digest(document, grounds))
    return None if row is None else read_problems(row.problems)


def remember_proof(
    session: Session, document: RegionDocument, problems: tuple[Problem, ...], *, now: datetime, grounds: Grounds
) -> None:
    """Nothing is proved twice: publishing after a check, or after another phone number, only has to look it up."""
    row = ProofRow(digest=digest(document, grounds), problems=written_problems(problems), proved_at=now)
    session.merge(row)


def digest(document: RegionDocument, grounds: Grounds) -> str:
    """Equal for two documents exactly when the proofs would say the same of them, under this release and content."""
    shared = grounds.shared(document)
    places = [(one.id, one.name, one.layer_data) for one in document.organisations]
    group = (shared.slug, shared.name, shared.layer_data) if shared else None
    said = (document.edition, document.slug, document.name, document.layer_data, places, group)
    text = json.dumps([release(grounds.content), said], ensure_ascii=False, default=str, sort_keys=True)
    return hashlib.sha256(text.encode()).hexdigest()


@cache
def release(content: Path) -> str:
    """A hash of the protocols, the sectors and the engine itself: what was proved of others does not hold any more."""
    national = (*content.glob("protocols/**/*.yaml"), *content.glob("sectors/*.yaml"), content / "roles.yaml")
    engine = (ROOT / "routekaart" / "engine").rglob("*.py")
    total = hashlib.sha256()
    for path in sorted((*national, *engine)):
        total.update(path.read_bytes())
    return total.hexdigest()


def needs_approval(session: Session, slug: str) -> bool:
    """Whether somebody else has to approve before this region publishes."""
    return session.get_one(DraftRow, slug).needs_approval


def set_needs_approval(session: Session, slug: str, needs: bool) -> None:
    """Whether somebody else has to approve from now on."""
    session.get_one(DraftRow, slug).needs_approval = needs
