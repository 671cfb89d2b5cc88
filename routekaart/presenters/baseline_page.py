"""The startfoto on screen, on paper and as a spreadsheet: what is offered for whom and where, and what is missing."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from routekaart.directory import USUAL_AIM, CareLevel, Directory, Municipality
from routekaart.directory.baseline import AgeBand, Baseline, Group, Offer, OfferGap, baseline, offer_gaps, shift
from routekaart.drawing import heat_picture
from routekaart.exchange.sheet import Sheet
from routekaart.presenters import frame
from routekaart.presenters.social_map import AIMS, theme_words
from routekaart.presenters.words import listed

View = dict[str, Any]
BANDS = {
    AgeBand.UNBORN: "ongeboren",
    AgeBand.BABY: "0 t/m 3 jaar",
    AgeBand.CHILD: "4 t/m 11 jaar",
    AgeBand.TEENAGER: "12 t/m 17 jaar",
    AgeBand.ADULT: "18 t/m 64 jaar",
    AgeBand.ELDERLY: "65 jaar en ouder",
}
PICTURE_TOLD = "Vol vak: in elke gemeente. Deels gevuld: in enkele gemeenten. Leeg: nergens. De tabel zegt hetzelfde."
COLUMNS = ("Niveau", "Doelgroep of thema", "Gemeente", "Aantal", "Aanbod")
GAP_COLUMNS = ("Niveau", "Wat er niet is", "Waar")
NOTHING = "helemaal niets"
MOST_ROWS = 16
"""As many as fit on a page of paper."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which part of the startfoto somebody looks at; empty is everything."""

    municipality: str = ""
    theme: str = ""

    def of(self, directory: Directory) -> Baseline:
        """That part of the startfoto of a region; a municipality or theme that it does not have is passed over."""
        found = baseline(directory)
        if directory.region.municipality(self.municipality):
            found = found.within(self.municipality)
        return found.about(self.theme) if self.theme in found.themes else found


@dataclass(frozen=True, slots=True)
class Other:
    """What the startfoto is compared with: its name, and whether it is the same region at another time."""

    name: str
    found: Baseline
    is_same_region: bool


def level_words(level: CareLevel) -> str:
    """ "Voorkomen (niveau 1)": the plain word first (C11)."""
    return f"{AIMS[USUAL_AIM[level]][0]} (niveau {int(level)})"


def group_words(group: Group) -> str:
    """An age band or a theme as one reads it."""
    return BANDS[group] if isinstance(group, AgeBand) else theme_words(group)


def baseline_page(directory: Directory, wanted: Wanted, other: Other | None, standalone: bool = False) -> View:
    """The tables, the pictures, the gaps, and what differs from another startfoto."""
    found, whole = wanted.of(directory), baseline(directory)
    parts = [found.themes[at : at + MOST_ROWS] for at in range(0, len(found.themes), MOST_ROWS)]
    themes = [
        _table(found, part, "Naar thema" if not at else "Naar thema (vervolg)", f"thema-{at}", other, standalone)
        for at, part in enumerate(parts)
    ]
    return {
        "count": len(found.offers),
        "levels": [level_words(level) for level in CareLevel],
        "tables": [_table(found, tuple(AgeBand), "Naar leeftijd", "leeftijd", other, standalone), *themes],
        "gaps": [_gap(gap, found) for gap in offer_gaps(found)],
        "municipalities": _options(
            [(one.code, one.name) for one in whole.municipalities], wanted.municipality, "Alle gemeenten"
        ),
        "themes": _options([(one, theme_words(one)) for one in whole.themes], wanted.theme, "Alle thema’s"),
        "about": _about(directory, wanted, whole),
        "compared": _compared(found, other) if other else None,
    }


def baseline_paper(directory: Directory, wanted: Wanted, other: Other | None, today: str) -> View:
    """The startfoto as its PDF shows it."""
    page = baseline_page(directory, wanted, other, standalone=True)
    title = f"Startfoto {directory.region.name}"
    return {"title": title, "banners": frame.fictional(directory.region), "today": today, "page": page}


def baseline_sheets(directory: Directory, wanted: Wanted) -> tuple[Sheet, Sheet]:
    """Every cell with its offer, and the gaps."""
    found = wanted.of(directory)
    cells = tuple(
        (level_words(level), group_words(group), place.name, len(there), listed([_offer(one) for one in there]))
        for level in CareLevel
        for group in found.groups
        for place in found.municipalities
        for there in (found.at(level, group, place.code),)
    )
    told = [_gap(gap, found) for gap in offer_gaps(found)]
    gaps = tuple((one["level"], one["what"], one["places"]) for one in told)
    return Sheet("Startfoto", (COLUMNS, *cells)), Sheet("Witte vlekken", (GAP_COLUMNS, *gaps))


def _table(
    found: Baseline, groups: Sequence[Group], title: str, key: str, other: Other | None, standalone: bool
) -> View:
    everywhere = len(found.municipalities)
    squares = [
        (
            group_words(group),
            [(len(found.at(level, group)), len(found.covered(level, group)) / everywhere) for level in CareLevel],
        )
        for group in groups
    ]
    columns = [str(int(level)) for level in CareLevel]
    picture = heat_picture(columns, squares, title=title, told=PICTURE_TOLD, key=key, standalone=standalone)
    rows = [
        {"name": group_words(group), "cells": [_cell(found, level, group, other) for level in CareLevel]}
        for group in groups
    ]
    return {"title": title, "picture": picture, "rows": rows}


def _cell(found: Baseline, level: CareLevel, group: Group, other: Other | None) -> View:
    there, covered = found.at(level, group), found.covered(level, group)
    missing = [one.name for one in found.municipalities if one not in covered]
    return {
        "count": len(there),
        "offers": [_offer(one) for one in there],
        "missing": f"niet in {listed(missing)}" if there and missing else "",
        "other": str(len(other.found.at(level, group))) if other else "",
        "kind": "none" if not there else "some" if missing else "all",
    }


def _offer(one: Offer) -> str:
    return f"{one.service.name} ({one.partner.name})"


def _gap(gap: OfferGap, found: Baseline) -> View:
    return {
        "level": level_words(gap.level),
        "what": f"niets voor {listed([group_words(one) for one in gap.groups])}" if gap.groups else NOTHING,
        "places": _places(gap.municipalities, found),
    }


def _places(places: Sequence[Municipality], found: Baseline) -> str:
    is_everywhere = len(places) == len(found.municipalities) > 1
    return "de hele regio" if is_everywhere else listed([one.name for one in places])


def _compared(found: Baseline, other: Other) -> View:
    moved = shift(other.found, found)
    return {
        "name": other.name,
        "count": len(other.found.offers),
        "is_same_region": other.is_same_region,
        "added": _told(moved.added) if other.is_same_region else [],
        "gone": _told(moved.gone) if other.is_same_region else [],
    }


def _told(offers: Iterable[Offer]) -> list[str]:
    return [f"{level_words(one.service.level)}: {_offer(one)}" for one in offers]


def _options(choices: Sequence[tuple[str, str]], chosen: str, everything: str) -> list[View]:
    named = [{"value": value, "text": text, "selected": value == chosen} for value, text in choices]
    return [{"value": "", "text": everything}, *named]


def _about(directory: Directory, wanted: Wanted, whole: Baseline) -> str:
    place = directory.region.municipality(wanted.municipality)
    theme = theme_words(wanted.theme) if wanted.theme in whole.themes else ""
    return " · ".join(one for one in (place.name if place else directory.region.name, theme) if one)
