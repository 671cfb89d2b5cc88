"""What a region asks of its coordinator, most urgent first. Pure."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from enum import IntEnum, StrEnum

from routekaart.directory import Directory
from routekaart.upkeep.asking import AHEAD, NEVER, term_of

COVENANT_AHEAD = timedelta(days=90)
SOON = timedelta(days=30)


class Urgency(IntEnum):
    """When something asks for attention."""

    NOW = 1
    SOON = 2
    LATER = 3


class Kind(StrEnum):
    """What there is to do."""

    DOUBTFUL = "number in doubt"
    PROPOSAL = "proposal"
    QUESTION = "question"
    COVENANT = "covenant"
    WRONG_NUMBER = "wrong number"
    VERIFY = "verify"
    DEAD_LINK = "dead link"
    GAP = "gap"
    SILENT = "unanswered letter"
    UNPUBLISHED = "unpublished"


@dataclass(frozen=True, slots=True)
class Due:
    """One thing to do. `place` and `id` are the kind and id of the entry it is about; `detail` differs per kind."""

    kind: Kind
    urgency: Urgency
    place: str
    id: str
    name: str
    on: date | None = None
    count: int = 1
    detail: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class CameIn:
    """What came in and was found out about a region; the mappings are by partner id."""

    doubtful: Mapping[str, str]
    wrong: Mapping[str, str]
    questions: Mapping[str, int]
    proposals: Mapping[str, int]
    unanswered: Mapping[str, date]
    dead_links: Iterable[tuple[str, str, str, str]] = ()
    """Of each: the kind, id and name of the entry, and the address."""
    unpublished: int = 0


def due(directory: Directory, roles: Iterable[str], came_in: CameIn, today: date) -> tuple[Due, ...]:
    """Everything to do, most urgent first. `roles` are those that the route maps of the region ask for."""
    found = [
        *_partners(directory, came_in, today),
        *_covenants(directory, today),
        *_gaps(directory, roles),
        *(Due(Kind.DEAD_LINK, Urgency.SOON, *one[:3], detail=one[3:]) for one in came_in.dead_links),
    ]
    if came_in.unpublished:
        found.append(
            Due(Kind.UNPUBLISHED, Urgency.LATER, "region", "-", directory.region.name, None, came_in.unpublished)
        )
    order = list(Kind)
    return tuple(sorted(found, key=lambda one: (one.urgency, order.index(one.kind), one.on or NEVER, one.name)))


def _partners(directory: Directory, came_in: CameIn, today: date) -> Iterator[Due]:
    names = _names(directory)
    numbers = ((Kind.DOUBTFUL, Urgency.NOW, came_in.doubtful), (Kind.WRONG_NUMBER, Urgency.SOON, came_in.wrong))
    for kind, urgency, wrong in numbers:
        for partner, number in wrong.items():
            yield Due(kind, urgency, "partners", partner, names.get(partner, partner), detail=(number,))
    for kind, told in ((Kind.QUESTION, came_in.questions), (Kind.PROPOSAL, came_in.proposals)):
        for partner, count in told.items():
            yield Due(kind, Urgency.NOW, "partners", partner, names.get(partner, partner), None, count)
    for one in directory.partners.values():
        term = term_of(one)
        if term <= today + AHEAD:
            yield Due(Kind.VERIFY, Urgency.SOON, "partners", one.id, one.name, None if term == NEVER else term)
            if one.id in came_in.unanswered:
                asked = came_in.unanswered[one.id]
                yield Due(Kind.SILENT, Urgency.LATER, "partners", one.id, one.name, asked)


def _names(directory: Directory) -> Mapping[str, str]:
    inside = (one for organisation in directory.organisations.values() for one in organisation.partners)
    everybody = (*inside, *directory.national.partners.values(), *directory.partners.values())
    return {one.id: one.name for one in everybody}


def _covenants(directory: Directory, today: date) -> Iterator[Due]:
    for one in directory.covenants.values():
        if one.valid_until is None or one.valid_until > today + COVENANT_AHEAD:
            continue
        left = one.valid_until - today
        urgency = Urgency.NOW if left < timedelta() else Urgency.SOON if left <= SOON else Urgency.LATER
        yield Due(Kind.COVENANT, urgency, "covenants", one.id, one.name, one.valid_until)


def _gaps(directory: Directory, roles: Iterable[str]) -> Iterator[Due]:
    where: defaultdict[str, list[str]] = defaultdict(list)
    labels: dict[str, str] = {}
    for gap in directory.gaps(roles):
        labels[gap.role.id] = gap.role.label_in(directory.region.edition)
        place = directory.region.municipality(gap.municipality) if gap.municipality else None
        where[gap.role.id] += [place.name] if place else []
    for role, label in labels.items():
        yield Due(Kind.GAP, Urgency.SOON, "bindings", role, label, detail=tuple(where[role]))
