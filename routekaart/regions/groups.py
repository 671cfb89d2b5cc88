"""Region groups: what several regions agreed together, published once and inherited by each of them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import UTC, datetime

from pydantic import ValidationError
from sqlalchemy.orm import Session

from routekaart.regions import editing
from routekaart.regions.checks import Known, Problem, inside_group, unknown, unknown_in_group
from routekaart.regions.document import RegionDocument, RegionGroupDocument
from routekaart.regions.entries import group_data, unchecked_group
from routekaart.regions.live import Live, LiveRegions
from routekaart.regions.publishing import Grounds, Moved, NotPublishable, hold_to_proof
from routekaart.regions.revision import GROUP, Revision, add_revision

IN_REGION = "regions"
"""Where a problem is that shows in a region of the group: this, and the name of the region."""
NOT_PUBLISHED = datetime.min.replace(tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class StoredGroup:
    """The document of a group under the name that its revisions have."""

    document: RegionGroupDocument

    @property
    def slug(self) -> str:
        """Where its revisions and its draft are."""
        return key_of(self.document.slug)

    def to_json(self) -> str:
        """The whole document."""
        return self.document.to_json()


def key_of(slug: str) -> str:
    """Under which name a group has its revisions and its draft."""
    return GROUP + slug


class LiveGroups:
    """The region groups of one process: as they are live, else as the content folder has them (then number 0)."""

    def __init__(self, files: Mapping[str, RegionGroupDocument], live: LiveRegions[RegionGroupDocument]) -> None:
        self._files = {slug: Live(slug, 0, NOT_PUBLISHED, document) for slug, document in files.items()}
        self._live = live
        self._kept: tuple[object, Mapping[str, Live[RegionGroupDocument]]] | None = None

    def all(self) -> Mapping[str, Live[RegionGroupDocument]]:
        """Every group by its own slug; the same object until something is published."""
        live, kept = self._live.all(), self._kept
        if kept is None or kept[0] is not live:
            kept = self._kept = (live, self._files | {one.document.slug: one for one in live.values()})
        return kept[1]

    def look_again(self) -> None:
        """Something was just published here: the next one who asks sees it."""
        self._live.look_again()


@dataclass(frozen=True, slots=True)
class LookedAtGroup:
    """The draft of a group before it is published: `seen` is its newest change."""

    seen: int
    document: RegionGroupDocument
    problems: tuple[Problem, ...]


def look(session: Session, slug: str, members: Iterable[RegionDocument], grounds: Grounds) -> LookedAtGroup:
    """The draft of a group, and what stands in the way in the group itself or in what its regions refer to."""
    data, seen = editing.draft_data(session, key_of(slug)), editing.last_change(session, key_of(slug))
    document = unchecked_group(data)
    found = (*inside_group(document), *unknown_in_group(document, grounds.known))
    return LookedAtGroup(seen, document, (*found, *_missed(document, members, grounds.known)))


def sound(
    session: Session, slug: str, seen: int, members: Iterable[RegionDocument], grounds: Grounds
) -> RegionGroupDocument:
    """The draft as somebody saw it, when group and regions hold together. Raises Moved or NotPublishable."""
    found = look(session, slug, members, grounds)
    if found.seen != seen:
        raise Moved(slug)
    if found.problems:
        raise NotPublishable(found.problems)
    try:
        return RegionGroupDocument.model_validate(group_data(editing.draft_data(session, key_of(slug))))
    except ValidationError as error:
        raise NotPublishable(tuple(Problem(one["loc"], one["msg"], "") for one in error.errors())) from error


def publish(
    session: Session,
    slug: str,
    *,
    seen: int,
    author: str,
    note: str,
    now: datetime,
    members: Iterable[RegionDocument],
    grounds: Grounds,
) -> Revision:
    """Makes the draft live in every region of the group.

    Raises NotPublishable, NotProved, Moved or PublishedMeanwhile; the old revision then stays live.
    """
    regions = tuple(members)
    document = sound(session, slug, seen, regions, grounds)
    against = with_group(grounds, document)
    for one in regions:
        _hold(session, one, against)
    revision = add_revision(session, StoredGroup(document), author=author, note=note, made_at=now)
    editing.mark_published(session, key_of(slug), revision.number, until=seen)
    return revision


def with_group(grounds: Grounds, document: RegionGroupDocument) -> Grounds:
    """The same grounds as if this document of a group were live."""
    return replace(grounds, groups={**grounds.groups, document.slug: document})


def _missed(document: RegionGroupDocument, members: Iterable[RegionDocument], known: Known) -> tuple[Problem, ...]:
    """What the regions of the group would refer to and no longer find."""
    return tuple(_in(region, one) for region in members for one in unknown(region, known, document))


def _hold(session: Session, region: RegionDocument, against: Grounds) -> None:
    """Holds one region to its proofs; what they found says which region it is. Raises NotProved or NotPublishable."""
    try:
        hold_to_proof(session, region, against)
    except NotPublishable as error:
        raise NotPublishable(tuple(_in(region, one) for one in error.problems)) from error


def _in(region: RegionDocument, problem: Problem) -> Problem:
    """A problem that shows in one of the regions."""
    return Problem((IN_REGION, region.name), problem.problem, problem.expected)
