"""What was published of a region, and what each revision changed. Verbs that only read: session first."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy.orm import Session

from routekaart.regions.comparing import Difference, differences
from routekaart.regions.document import RegionDocument
from routekaart.regions.revision import Revision, revision, revisions


@dataclass(frozen=True, slots=True)
class Told:
    """A revision with what it changed; None: that cannot be told, or it is the first one."""

    revision: Revision
    changes: tuple[Difference, ...] | None


def told(session: Session, slug: str, *, most: int) -> tuple[Told, ...]:
    """The latest revisions of a region, newest first, each held against the one before it."""
    found = revisions(session, slug, most=most + 1)
    documents = [document_of(one) for one in found]
    pairs = zip(found[:most], documents, [*documents[1:], None], strict=False)
    return tuple(Told(one, changes_between(before, after)) for one, after, before in pairs)


def told_one(session: Session, slug: str, number: int) -> Told | None:
    """One revision with what it changed."""
    found = revision(session, slug, number)
    if found is None:
        return None
    before = revision(session, slug, number - 1)
    return Told(found, changes_between(document_of(before), document_of(found)))


def document_of(found: Revision | None) -> RegionDocument | None:
    """The document of a revision; None when this release cannot read it any more."""
    try:
        return RegionDocument.model_validate_json(found.document) if found else None
    except ValueError:
        return None


def changes_between(before: RegionDocument | None, after: RegionDocument | None) -> tuple[Difference, ...] | None:
    """What differs between two documents, when both can be read."""
    return differences(before, after) if before and after else None
