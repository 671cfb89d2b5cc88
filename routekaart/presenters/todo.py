"""What there is to do, in words, with where it is mended."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date
from typing import Any

from routekaart.presenters import dates
from routekaart.presenters.words import listed
from routekaart.upkeep.due import Due, Kind, Urgency

View = dict[str, Any]
Address = Callable[[str, str], str]
"""The address of a page of the desk, by its endpoint and the id of an entry; "" when there is no such page."""

GROUPS = {
    Urgency.NOW: ("Nu", "Hier lopen professionals tegenaan, of iemand wacht op je."),
    Urgency.SOON: ("Deze maand", "Wat binnenkort niet meer klopt, of nog ontbreekt."),
    Urgency.LATER: ("Als het uitkomt", "Wat mag wachten."),
}
KINDS = {
    Kind.DOUBTFUL: "Nummer klopt misschien niet",
    Kind.PROPOSAL: "Voorstel van de organisatie",
    Kind.QUESTION: "Klopt niet?",
    Kind.COVENANT: "Convenant loopt af",
    Kind.WRONG_NUMBER: "Verkeerd nummer gemeld",
    Kind.VERIFY: "Nog eens controleren",
    Kind.DEAD_LINK: "Link werkt niet",
    Kind.GAP: "Rol niet ingevuld",
    Kind.SILENT: "Geen antwoord op de mail",
    Kind.UNPUBLISHED: "Nog niet gepubliceerd",
}
PAGES = {
    "partners": "desk.partner_edit",
    "covenants": "desk.covenant_edit",
    "training": "desk.training_edit",
    "organisations": "desk.organisation_edit",
    "region": "desk.head_edit",
}
INCOMING = frozenset({Kind.DOUBTFUL, Kind.WRONG_NUMBER, Kind.QUESTION, Kind.PROPOSAL})


def todo_page(found: Iterable[Due], today: date, address: Address) -> View:
    """The to-do list in groups; empty groups are left out."""
    rows = list(found)
    groups = []
    for urgency, (title, meaning) in GROUPS.items():
        inside = [_row(one, today, address) for one in rows if one.urgency is urgency]
        if inside:
            groups.append({"id": urgency.name.lower(), "title": title, "meaning": meaning, "rows": inside})
    return {"groups": groups, "count": len(rows)}


def _row(one: Due, today: date, address: Address) -> View:
    return {
        "kind": KINDS[one.kind],
        "name": one.name,
        "text": _text(one, today),
        "href": _href(one, address),
        "is_now": one.urgency is Urgency.NOW,
    }


def _href(one: Due, address: Address) -> str:
    if one.kind in INCOMING:
        return address("desk.incoming", "")
    if one.kind is Kind.GAP:
        return address("desk.bindings", "")
    if one.kind is Kind.UNPUBLISHED:
        return address("desk.publish", "")
    return address(PAGES.get(one.place, ""), one.id)


def _text(one: Due, today: date) -> str:
    match one.kind:
        case Kind.DOUBTFUL:
            return f"{one.detail[0]} is vaker als verkeerd gemeld. Op de kaart staat nu eerst het landelijke nummer."
        case Kind.WRONG_NUMBER:
            return f"{one.detail[0]} is één keer als verkeerd gemeld."
        case Kind.QUESTION:
            return "Een professional schreef wat er niet klopt." if one.count == 1 else f"{one.count} keer gemeld."
        case Kind.PROPOSAL:
            return "1 veld: neem over of wijs af." if one.count == 1 else f"{one.count} velden: neem over of wijs af."
        case Kind.COVENANT:
            return _covenant(one.on, today)
        case Kind.VERIFY:
            return _verify(one.on, today)
        case Kind.DEAD_LINK:
            return one.detail[0]
        case Kind.GAP:
            return f"In {listed(one.detail)}." if one.detail else "Nergens in de regio."
        case Kind.SILENT:
            return f"De mail ‘Klopt dit nog?’ ging op {dates.day(one.on)}. Bel even." if one.on else ""
    return "1 wijziging in het concept." if one.count == 1 else f"{one.count} wijzigingen in het concept."


def _covenant(on: date | None, today: date) -> str:
    if on is None:
        return ""
    return f"Liep af op {dates.day(on)}." if on < today else f"Geldt tot en met {dates.day(on)}."


def _verify(on: date | None, today: date) -> str:
    if on is None:
        return "Nog nooit gecontroleerd."
    return f"De controle verliep op {dates.day(on)}." if on <= today else f"De controle verloopt op {dates.day(on)}."
