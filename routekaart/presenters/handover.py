"""The hand-over dossier: who is who in a region, what is agreed, what is due, and how to go on."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from routekaart.directory import (
    Contact,
    ContactKind,
    Coordinator,
    Directory,
    IndexUse,
    Partner,
    RegionStatus,
    RoleBinding,
)
from routekaart.presenters import dates, frame
from routekaart.presenters.todo import todo_page
from routekaart.presenters.words import listed
from routekaart.regions.document import RegionDocument
from routekaart.upkeep.due import Due

View = dict[str, Any]
TITLE = "Overdracht"
STATUS = {
    RegionStatus.NATIONAL_ONLY: "alleen landelijke gegevens",
    RegionStatus.DRAFT: "concept",
    RegionStatus.ADOPTED: "vastgesteld",
}
USE = {
    IndexUse.IN_USE: "in gebruik",
    IndexUse.PHASE_OUT: "in afbouw",
    IndexUse.NOT_USED: "niet gebruikt",
    IndexUse.UNKNOWN: "onbekend",
}
HOW = (
    "Begin bij ‘Te doen’: daar staat wat de regio nu van je vraagt, met een link naar waar je het oplost.",
    "Wat je aan het bureau verandert, komt in het concept. Professionals zien het pas als je publiceert.",
    "Bij ‘Publiceren’ lees je wat er verandert, en zie je of alles klopt. Schrijf erbij waarom, en publiceer.",
    "Elke publicatie blijft bewaard. Ging er iets mis? Zet dan een eerdere terug als concept.",
    "Organisaties krijgen vanzelf een mail als hun gegevens gecontroleerd moeten worden. Bel wie niet antwoordt.",
    "Kom je er niet uit? Vraag de landelijke beheerder, of lees de handleiding.",
)


@dataclass(frozen=True, slots=True)
class Worker:
    """Somebody with an account for the region: function, mail address, role in words."""

    function: str
    email: str
    role: str


@dataclass(frozen=True, slots=True)
class Handover:
    """All that goes into a dossier; `directory` is of the desk's own working version."""

    document: RegionDocument
    directory: Directory
    roles: Sequence[str]
    steps: Mapping[str, str]
    workers: Sequence[Worker]
    due: Iterable[Due]
    revision: int
    published_at: datetime
    now: datetime


def handover(given: Handover) -> View:
    """The dossier, the same for page and paper."""
    region, today = given.directory.region, given.now.astimezone(dates.AMSTERDAM).date()
    todo = todo_page(given.due, today, lambda endpoint, entry: "")
    return {
        "title": TITLE,
        "banners": frame.fictional(region),
        "region_name": region.name,
        "made_on": dates.day(today),
        "facts": list(_facts(given)),
        "coordinator": _coordinator(region.coordinator) if region.coordinator else None,
        "workers": [[one.function or one.email, one.role, one.email] for one in given.workers],
        "roles": list(_roles(given)),
        "partners": [_partner(one, today) for one in given.directory.partners.values()],
        "organisations": [[one.name, listed([p.name for p in one.partners])] for one in _organisations(given)],
        "covenants": list(_covenants(given.directory, today)),
        "agreements": list(_agreements(given)),
        "referral_index": list(_referral_index(given.directory)),
        "groups": todo["groups"],
        "sources": list(_sources(given)),
        "how": HOW,
    }


def _facts(given: Handover) -> Iterator[View]:
    region = given.directory.region
    status = STATUS[region.status] + (f", {dates.day(region.status_on)}" if region.status_on else "")
    published = dates.day(given.published_at.astimezone(dates.AMSTERDAM).date())
    yield {"key": "Naam van de routekaart", "value": region.display_name}
    yield {"key": "Gemeenten", "value": listed([one.name for one in region.municipalities])}
    yield {"key": "Status", "value": status}
    yield {"key": "Uitgave van het protocol", "value": region.edition}
    yield {"key": "Laatst gepubliceerd", "value": f"{published}, nummer {given.revision}"}
    yield {"key": "Organisatie van het meldpunt", "value": region.organisation}


def _coordinator(one: Coordinator) -> View:
    return {
        "who": f"{one.function}, {one.organisation}",
        "reach": [_reach(contact) for contact in one.contacts],
        "tasks": list(one.tasks),
    }


def _reach(contact: Contact) -> str:
    return f"{contact.value} ({contact.label})" if contact.label else contact.value


def _roles(given: Handover) -> Iterator[list[str]]:
    """Every role that the route map asks for, with who fills it where."""
    directory = given.directory
    for role_id in given.roles:
        role = directory.national.roles.get(role_id)
        bindings = [one for one in directory.bindings if one.role == role_id]
        if role is None or (role.level != "regio" and not bindings):
            continue
        rows: list[RoleBinding | None] = [*bindings] or [None]
        label = role.label_in(directory.region.edition)
        for one in rows:
            who = directory.partners[one.partner].name if one and one.partner in directory.partners else ""
            yield [label, who or "niet ingevuld", _where(directory, one.municipalities) if one else ""]


def _where(directory: Directory, codes: Iterable[str]) -> str:
    found = (directory.region.municipality(code) for code in codes)
    return listed([one.name for one in found if one]) or "hele regio"


def _partner(one: Partner, today: date) -> list[str]:
    kinds = (ContactKind.PHONE, ContactKind.EMAIL)
    reach = " · ".join(contact.value for contact in one.contacts if contact.kind in kinds)
    checked = one.verification
    said = f"{dates.day(checked.on)}, door {checked.by}" if checked else "nog niet"
    return [one.name, reach or "niet ingevuld", said + (" (verlopen)" if checked and today >= checked.due else "")]


def _organisations(given: Handover) -> Iterable[Any]:
    return given.directory.organisations.values()


def _covenants(directory: Directory, today: date) -> Iterator[list[str]]:
    for one in directory.covenants.values():
        names = [directory.partners[key].name for key in one.signatories if key in directory.partners]
        start = dates.day(one.valid_from) if one.valid_from else "onbekend"
        end = dates.day(one.valid_until) if one.valid_until else "geen einddatum"
        ended = " (afgelopen)" if one.valid_until and one.valid_until < today else ""
        yield [one.name, listed([*names, *one.also_signed]), f"{start} – {end}{ended}"]


def _agreements(given: Handover) -> Iterator[list[str]]:
    directory = given.directory
    for one in directory.agreements:
        role = directory.national.roles.get(one.role)
        covenant = directory.covenants.get(one.covenant or "")
        does = f"{one.does} ({one.term})" if one.term else one.does
        who = role.label_in(directory.region.edition) if role else one.role
        rests = [covenant.name if covenant else "", f"aanspreekbaar: {one.accountable}" if one.accountable else ""]
        yield [given.steps.get(one.step, one.step), f"{who}: {does}", " · ".join(text for text in rests if text)]


def _referral_index(directory: Directory) -> Iterator[list[str]]:
    for one in directory.referral_index:
        yield [_where(directory, one.municipalities), USE[one.use], one.text]


def _sources(given: Handover) -> Iterator[str]:
    document = given.document
    if document.data.note:
        yield document.data.note
    if document.data.as_of:
        yield f"Stand van de gegevens: {dates.day(document.data.as_of)}."
    by_source: dict[str, list[str]] = {}
    for one in given.directory.partners.values():
        by_source.setdefault(one.source or "geen bron genoemd", []).append(one.name)
    for source, names in by_source.items():
        yield f"{source}: {listed(names)}."
