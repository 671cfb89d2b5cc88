"""What there is to do in a region, from its draft and from what came in."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from datetime import date, datetime, timedelta

from sqlalchemy.orm import Session

from routekaart.clock import AMSTERDAM
from routekaart.directory import ContactKind, Directory
from routekaart.regions import editing
from routekaart.regions.document import RegionDocument
from routekaart.regions.entries import KINDS, unchecked
from routekaart.upkeep import confirming, letters, links, numbers, questions
from routekaart.upkeep.due import CameIn, Due, due
from routekaart.upkeep.fetching import Verdict
from routekaart.upkeep.numbers import Called, Reported

ANSWER_WITHIN = timedelta(days=14)


def working_document(session: Session, slug: str, live: RegionDocument) -> RegionDocument:
    """The region as its desk has it now: its draft, else what is live."""
    if not editing.has_draft(session, slug):
        return live
    try:
        return unchecked(editing.draft_data(session, slug))
    except ValueError:
        return live


def to_do(
    session: Session,
    document: RegionDocument,
    directories: tuple[Directory, Directory],
    roles: Iterable[str],
    *,
    today: date,
    now: datetime,
) -> tuple[Due, ...]:
    """Everything to do. `directories` are of the draft and of what is live: what came in is about what is live."""
    draft, live = directories
    return due(draft, roles, _came_in(session, document, live, now), today)


def reported(session: Session, live: Directory, now: datetime) -> list[Reported]:
    """What was reported of the numbers that are live now."""
    return numbers.reported(session, live.region.slug, is_published(live), now)


def is_published(live: Directory) -> Callable[[Called], bool]:
    """Whether a number stands in the live region, also in one of its organisations."""
    inside = (one for organisation in live.organisations.values() for one in organisation.partners)
    everybody = (*live.partners.values(), *inside)
    phones = {(one.id, c.value) for one in everybody for c in one.contacts if c.kind is ContactKind.PHONE}
    return lambda called: (called.partner, called.number) in phones


def _came_in(session: Session, document: RegionDocument, live: Directory, now: datetime) -> CameIn:
    slug, found = document.slug, reported(session, live, now)
    where = links.places(document)
    dead = (one for one in links.checked(session, slug, where) if one.verdict is Verdict.DEAD)
    return CameIn(
        doubtful={one.called.partner: one.called.number for one in found if one.doubtful_since},
        wrong={one.called.partner: one.called.number for one in found if one.wrong and not one.doubtful_since},
        questions=Counter(one.partner for one in questions.waiting(session, slug)),
        proposals=Counter(one.partner for one in confirming.waiting(session, slug)),
        unanswered=_unanswered(session, slug, now),
        dead_links=[(one.place.kind, one.place.id, one.place.name, one.address) for one in dead],
        unpublished=sum(len(editing.unpublished(session, slug, kind)) for kind in KINDS),
    )


def _unanswered(session: Session, slug: str, now: datetime) -> Mapping[str, date]:
    rows = letters.unanswered(session, slug, now - ANSWER_WITHIN)
    return {one: at.astimezone(AMSTERDAM).date() for one, at in rows.items()}
