"""A page to show to parents: in Dutch, or shorter in another language."""

from __future__ import annotations

from routekaart.content.parents import ParentsForm, Translation
from routekaart.directory import ContactKind, National
from routekaart.presenters.guide_links import PARENTS, title_of
from routekaart.presenters.here import View
from routekaart.presenters.partner_card import phone_line

UNREVIEWED = "Nog niet nagekeken door een moedertaalspreker."


def parents_page(found: ParentsForm, one: Translation, national: National) -> View:
    """One version, with the way to every other."""
    dutch = one is found.dutch
    return {
        "title": title_of(PARENTS) if dutch else f"{title_of(PARENTS)} ({one.dutch_name})",
        "lang": one.lang,
        "direction": one.direction,
        "is_dutch": dutch,
        "heading": one.heading,
        "parts": one.parts,
        "numbers_heading": one.numbers_heading,
        "numbers": [line for row in one.numbers for line in _numbers(national, row.partner, row.text)],
        "unreviewed": one.unreviewed,
        "unreviewed_dutch": UNREVIEWED if one.unreviewed else "",
        "languages": [_language(other, other is one) for other in (found.dutch, *found.translations)],
        "sources": found.sources,
    }


def _language(one: Translation, current: bool) -> View:
    href = PARENTS if one.lang == "nl" else f"{PARENTS}/{one.lang}"
    return {"lang": one.lang, "direction": one.direction, "name": one.name, "href": href, "current": current}


def _numbers(national: National, partner: str, text: str) -> list[View]:
    """The first number of a partner with, instead of its own remarks, what it is for in the language of the page."""
    phones = [one for one in national.partners[partner].contacts if one.kind is ContactKind.PHONE]
    return [phone_line(one) | {"label": text, "note": "", "danger": partner == "112"} for one in phones[:1]]
