"""Who can be reached when: per municipality a week for each role, and the white spots."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any

from routekaart.directory import (
    Directory,
    Reach,
    Role,
    Stretch,
    Weekday,
    WhiteSpot,
    day_of,
    regional_roles,
    special_white_spots,
    white_spots,
)
from routekaart.drawing import week_band
from routekaart.presenters.white_spots import DAYS, hours_words, white_lines
from routekaart.presenters.words import listed

View = dict[str, Any]
KINDS = {
    Reach.HERE: "iemand hier",
    Reach.UNKNOWN: "uren onbekend",
    Reach.FALLBACK: "alleen de landelijke terugval",
    Reach.NOBODY: "niemand",
}
SHORT = ("ma", "di", "wo", "do", "vr", "za", "zo")


def reachability_page(directory: Directory, municipality: str, today: date) -> View:
    """The page of a municipality (a code; one that the region does not have gives the first)."""
    place = directory.region.municipality(municipality) or directory.region.municipalities[0]
    return {
        "place": place.name,
        "municipalities": [
            {"value": one.code, "text": one.name, "selected": one == place} for one in directory.region.municipalities
        ],
        "days": SHORT,
        "day_names": list(DAYS.values()),
        "legend": [{"kind": str(kind), "text": text} for kind, text in KINDS.items()],
        "roles": [_role(directory, role, place.code) for role in regional_roles(directory)],
        "lines": _views(directory, white_spots(directory)),
        "special": _views(directory, special_white_spots(directory, today)),
    }


def _role(directory: Directory, role: Role, municipality: str) -> View:
    name = role.label_in(directory.region.edition)
    week = [day_of(directory, role, municipality, day) for day in Weekday]
    days = [[(one.start, one.until, str(one.reach)) for one in day] for day in week]
    return {
        "id": role.id,
        "name": name,
        "who": _who(one for day in week for one in day),
        "band": week_band(days, title=f"{name}: de week", told="De uren staan in de tabel.", key=f"week-{role.id}"),
        "cells": [_cell(day) for day in week],
    }


def _who(stretches: Iterable[Stretch]) -> str:
    """Everybody who can be reached some time, and of whom the hours are unknown."""
    found = list(stretches)
    known = dict.fromkeys(partner.name for one in found for partner in one.partners)
    unknown = dict.fromkeys(partner.name for one in found for partner in one.unknown)
    fallback = dict.fromkeys(partner.name for one in found if not one.partners for partner in one.fallback)
    told = (
        listed(list(known)) or "niemand hier",
        f"uren onbekend van {listed(list(unknown))}" if unknown else "",
        f"terugval: {listed(list(fallback))}" if fallback else "",
    )
    return " · ".join(one for one in told if one)


def _cell(day: Sequence[Stretch]) -> list[str]:
    """For each kind of reach its hours in a day."""
    told = []
    for kind, words in KINDS.items():
        spans: list[tuple[int, int]] = []
        for one in (one for one in day if one.reach is kind):
            if spans and spans[-1][1] == one.start:
                spans[-1] = (spans[-1][0], one.until)
            else:
                spans.append((one.start, one.until))
        if spans:
            told.append(f"{hours_words(spans)}: {words}")
    return told


def _views(directory: Directory, spots: Iterable[WhiteSpot]) -> list[View]:
    return [
        {
            "place": one.place,
            "when": one.when,
            "roles": one.roles,
            "who": f"Uren onbekend van {one.unknown}" if one.unknown else "Niemand hier",
            "fallback": one.fallback or "geen",
        }
        for one in white_lines(spots, directory)
    ]
