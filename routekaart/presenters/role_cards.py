"""Who helps at a step: the cards of its roles, each partner once, also where it differs per municipality."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import datetime

from routekaart.directory import FilledBy, RoleBinding
from routekaart.presenters.here import Here
from routekaart.presenters.partner_card import Card, cards_for, roles_in_order
from routekaart.presenters.words import listed

NO_VCARD = "112"


def role_cards(here: Here, roles: Iterable[str], now: datetime) -> list[Card]:
    """The cards of these roles; a partner with several roles has one card that names them all."""
    found: dict[str, Card] = {}
    for role in roles_in_order(iter(roles)):
        for card in _cards(here, role, now):
            kept = found.get(card["id"])
            if kept is None:
                found[card["id"]] = card | {"anchor": f"wie-{card['id']}", "roles": [role], "links": _links(here, card)}
            elif role not in kept["roles"]:
                kept["roles"].append(role)
                kept["does_here"] = f"{kept['does_here']}, {card['does_here'][:1].lower()}{card['does_here'][1:]}"
    for card in found.values():
        if card["does_here"] == card["name"]:
            card["does_here"] = ""
    return list(found.values())


def differs(here: Here, roles: Iterable[str]) -> bool:
    """Whether one of these roles is filled otherwise in some municipality."""
    wanted = set(roles)
    return any(_local(here, role) for role in wanted)


def _local(here: Here, role: str) -> list[RoleBinding]:
    if here.directory.filling(role).by is FilledBy.ORGANISATION:
        return []
    return [one for one in here.directory.bindings if one.role == role and one.municipalities]


def _cards(here: Here, role: str, now: datetime) -> Iterator[Card]:
    local = _local(here, role)
    if here.municipality or not local:
        yield from cards_for(here.directory, role, municipality=here.municipality, now=now)
        return
    codes = dict.fromkeys(code for binding in local for code in binding.municipalities)
    yield from _per_municipality(here, role, codes, now)
    rest = [one.code for one in here.region.municipalities if one.code not in codes]
    if rest:
        yield from _per_municipality(here, role, rest, now)


def _per_municipality(here: Here, role: str, codes: Iterable[str], now: datetime) -> Iterator[Card]:
    """The cards of some municipalities; the same partner in several of them once."""
    found: dict[str, tuple[Card, list[str]]] = {}
    for code in codes:
        place = here.region.municipality(code)
        for card in cards_for(here.directory, role, municipality=code, now=now):
            found.setdefault(card["id"], (card, []))[1].append(place.name if place else code)
    for card, names in found.values():
        yield card | {"where": f"voor {listed(names)}"}


def _links(here: Here, card: Card) -> list[Card]:
    links: list[Card] = list(card.get("links", ()))
    if card["is_gap"] or card["id"] == NO_VCARD or not card["phones"]:
        return links
    return [*links, {"text": "opslaan als contact", "href": f"/{here.map.slug}/partner/{card['id']}.vcf"}]
