"""Which partners are to be asked whether their entry is still right. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta

from routekaart.directory import ContactKind, Directory, Partner

AHEAD = timedelta(days=30)
"""So long before its check runs out a partner is asked."""
APART = timedelta(days=30)
"""A partner gets at most one letter in so long; a link lasts as long."""
MOST = 3
"""Letters for one term; who does not answer those is called by the coordinator."""
NEVER = date(1970, 1, 1)
"""The term of what was never checked."""


@dataclass(frozen=True, slots=True)
class Sent:
    """A letter that a partner got: for which term, and when."""

    term: date
    on: date


@dataclass(frozen=True, slots=True)
class ToAsk:
    """A partner that is to be asked; where to shows in no log."""

    slug: str
    partner: str
    term: date
    address: str = field(repr=False)


def to_ask(directory: Directory, sent: Mapping[str, Iterable[Sent]], today: date) -> Iterator[ToAsk]:
    """The partners of a region whose check runs out, that have a mail address, and were not asked of late."""
    for partner in directory.partners.values():
        term, address = term_of(partner), address_of(partner)
        before = list(sent.get(partner.id, ()))
        if not address or term > today + AHEAD or any(today - one.on < APART for one in before):
            continue
        if sum(one.term == term for one in before) < MOST:
            yield ToAsk(directory.region.slug, partner.id, term, address)


def term_of(partner: Partner) -> date:
    """The first day on which something of the entry counts as not recently checked."""
    checks = [partner.verification, *(one.verification for one in partner.contacts)]
    return min(one.due if one else NEVER for one in checks)


def address_of(partner: Partner) -> str:
    """The first mail address of an entry; "" when it has none."""
    return next((one.value for one in partner.contacts if one.kind is ContactKind.EMAIL), "")
