"""Who fills a role here, in a line: a name and a number, or what to do when nobody is known."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from routekaart.presenters.here import Here, View
from routekaart.presenters.partner_card import Card, to_call
from routekaart.presenters.role_cards import role_cards


def who_here(here: Here, roles: Iterable[str], now: datetime) -> list[View]:
    """A line for each partner of these roles, or one for the gap."""
    return [_line(card) for card in role_cards(here, roles, now)]


def _line(card: Card) -> View:
    return {
        "name": card["name"],
        "phone": next(iter(to_call([card])), None),
        "where": card.get("where", ""),
        "instead": card["instead"] if card["is_gap"] else "",
        "is_gap": card["is_gap"],
        "provenance": card["provenance"],
    }
