"""The web addresses that a region publishes, and how they answered when last tried."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from routekaart.content.partners import ContactForm, PartnerForm
from routekaart.directory import ContactKind
from routekaart.regions.document import RegionDocument
from routekaart.upkeep import fetching
from routekaart.upkeep.fetching import Answer, Verdict
from routekaart.upkeep.tables import LinkRow

AT_ONCE = 8
HEAD, PARTNERS, COVENANTS, TRAINING, ORGANISATIONS = "region", "partners", "covenants", "training", "organisations"
_WEB = frozenset({ContactKind.URL, ContactKind.CHAT, ContactKind.FORM})


@dataclass(frozen=True, slots=True)
class Place:
    """Where an address stands: the kind and id of the entry, and its name."""

    kind: str
    id: str
    name: str


@dataclass(frozen=True, slots=True)
class Checked:
    """An address, where it stands, and how it answered; `dead_since` is None while it is not dead."""

    address: str
    place: Place
    verdict: Verdict
    reason: str
    checked_at: datetime
    dead_since: datetime | None


def places(document: RegionDocument) -> dict[str, Place]:
    """Every web address of a region, with the first place where it stands."""
    found: dict[str, Place] = {}
    for address, place in _all(document):
        if address:
            found.setdefault(address, place)
    return found


def ask_all(addresses: Collection[str], check: Callable[[str], Answer]) -> dict[str, Answer]:
    """Asks every address, some at a time."""
    with ThreadPoolExecutor(AT_ONCE) as pool:
        return dict(zip(addresses, pool.map(check, addresses), strict=True))


def checker(allowed: Collection[str]) -> Callable[[str], Answer]:
    """Asks one address, as `fetching.check` does."""
    return lambda address: fetching.check(address, allowed)


def keep(session: Session, slug: str, answers: Mapping[str, Answer], now: datetime) -> None:
    """Keeps how the addresses of a region answered; those that it has no more are dropped."""
    before = {row.address: row.dead_since for row in session.scalars(select(LinkRow).where(LinkRow.slug == slug))}
    session.execute(delete(LinkRow).where(LinkRow.slug == slug))
    for address, answer in answers.items():
        since = (before.get(address) or now) if answer.verdict is Verdict.DEAD else None
        link = hashlib.sha256(address.encode()).digest()
        values = {"address": address, "verdict": answer.verdict, "reason": answer.reason}
        session.add(LinkRow(slug=slug, link=link, **values, checked_at=now, dead_since=since))
    session.flush()


def checked(session: Session, slug: str, where: Mapping[str, Place]) -> list[Checked]:
    """How the addresses that stand somewhere answered, dead ones first."""
    rows = session.scalars(select(LinkRow).where(LinkRow.slug == slug))
    found = [_checked(row, where[row.address]) for row in rows if row.address in where]
    order = (Verdict.DEAD, Verdict.UNSURE, Verdict.FINE)
    return sorted(found, key=lambda one: (order.index(one.verdict), one.place.name, one.address))


def _checked(row: LinkRow, place: Place) -> Checked:
    return Checked(row.address, place, Verdict(row.verdict), row.reason, row.checked_at, row.dead_since)


def _all(document: RegionDocument) -> Iterator[tuple[str, Place]]:
    head = Place(HEAD, "-", document.name)
    yield document.organisation.website, head
    yield from _contacts(document.coordinator.contacts if document.coordinator else (), head)
    yield from _partners(document.partners, PARTNERS, "")
    for covenant in document.covenants:
        yield covenant.document, Place(COVENANTS, covenant.id, covenant.name)
    for training in document.training:
        yield from _contacts([training.apply] if training.apply else [], Place(TRAINING, training.id, training.title))
    for one in document.organisations:
        yield from _partners(one.partners, ORGANISATIONS, one.id)


def _partners(partners: Iterable[PartnerForm], kind: str, inside: str) -> Iterator[tuple[str, Place]]:
    for one in partners:
        yield from _contacts(one.contacts, Place(kind, inside or one.id, one.name))


def _contacts(contacts: Iterable[ContactForm], place: Place) -> Iterator[tuple[str, Place]]:
    for one in contacts:
        if one.kind in _WEB:
            yield one.value, place
