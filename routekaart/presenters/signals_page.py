"""The page with all signals of the guide, with filters; and the page of a walk on which one ticks them."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime

from routekaart.engine.answers import Value
from routekaart.engine.signals import Age, Catalogue, Factor, Kind, Place, Signal, ages_of
from routekaart.engine.walk import Walk
from routekaart.presenters.here import Here
from routekaart.presenters.signals import (
    AGES,
    PLACES,
    View,
    apart,
    before,
    in_sector_first,
    reporting_point,
    shared,
    signal_view,
    sources,
)
from routekaart.presenters.step_page import trail

PAGE = "signalen"
FORM = "vorm"
MOST_FIRST = 5
SEVERAL, EARLIER = "Bij meer leeftijden", "Eerder aangevinkt"
URGENT = "Eerst dit: zag je een van deze dingen?"


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which signals somebody looks for; empty is all."""

    age: Age | None = None
    kind: str = ""
    place: Place | None = None

    @classmethod
    def of(cls, age: str, kind: str, place: str, lists: Catalogue) -> Wanted:
        """From what stands in an address; what is no such thing counts as nothing."""
        return cls(
            Age(age) if age in set(Age) else None,
            kind if kind in lists.kinds else "",
            Place(place) if place in set(Place) else None,
        )


def signals_page(here: Here, lists: Catalogue, wanted: Wanted, now: datetime) -> View:
    """The signals that fit, those of this sector first; what raises or lowers the risk stands apart."""
    found = lists.fitting([wanted.age] if wanted.age else (), wanted.kind, wanted.place)
    sector = here.routemap.sector
    view = before(lists, here.routemap)
    urgent = [signal_view(one) for one in in_sector_first(found, sector.id) if one.urgent]
    view["today"] |= {"signals": urgent, **reporting_point(here.directory, here.municipality, now)}
    return view | {
        "title": f"Signalen – {sector.title}",
        "sector": sector.title,
        "trail": trail(here, "Signalen"),
        "filter": _filter(here, lists, wanted),
        "is_filtered": wanted != Wanted(),
        "is_empty": not found,
        "all_address": here.address(PAGE),
        "note": lists.kinds[wanted.kind].note if wanted.kind else "",
        "ages": list(_ages(lists, found, wanted, sector.id)),
        "person": PLACES[Place.PERSON],
        "places": list(_places(lists, found, sector.id)),
        "kinds": [_kind(kind, inside, sector.id) for kind, inside in apart(lists, found)],
        "factors": factors(lists),
        "sources": sources(lists),
        "begin_address": here.begin_address(),
    }


def _ages(lists: Catalogue, found: Iterable[Signal], wanted: Wanted, sector: str) -> Iterator[View]:
    """What one sees at the people themselves, per age; of one age alone under one heading."""
    here = frozenset({wanted.age}) if wanted.age else frozenset(Age)
    for title, inside in _by_age(lists, here, found):
        yield _halves(title, inside, sector)


def _places(lists: Catalogue, found: Iterable[Signal], sector: str) -> Iterator[View]:
    for place, title, inside in _by_place(lists, found):
        yield _halves(title, inside, sector) | {"id": str(place)}


def _halves(title: str, signals: Iterable[Signal], sector: str) -> View:
    """What one often sees in this sector, and the rest."""
    rows = list(signals)
    return {
        "title": title,
        "here": [signal_view(one) for one in rows if sector in one.sectors],
        "more": [signal_view(one) for one in rows if sector not in one.sectors],
    }


def _kind(kind: Kind, inside: Iterable[Signal], sector: str, ticked: Collection[str] = ()) -> View:
    signals = [signal_view(one, ticked) for one in in_sector_first(inside, sector)]
    return {"id": kind.id, "title": kind.title, "note": kind.note, "signals": signals}


def factors(lists: Catalogue) -> View:
    """What raises and what lowers the chance of violence, each by whom or what it is about."""
    return {
        "risk": _about(one for one in lists.factors if not one.protects),
        "protection": _about(one for one in lists.factors if one.protects),
    }


def _about(rows: Iterable[Factor]) -> list[View]:
    found: dict[str, list[str]] = {}
    for one in rows:
        found.setdefault(one.about, []).append(one.text)
    return [{"title": title, "texts": texts} for title, texts in found.items()]


def _filter(here: Here, lists: Catalogue, wanted: Wanted) -> View:
    ages = [{"value": str(age), "text": text, "selected": age is wanted.age} for age, text in AGES.items()]
    kinds = [{"value": one.id, "text": one.title, "selected": one.id == wanted.kind} for one in lists.kinds.values()]
    places = [{"value": str(place), "text": text, "selected": place is wanted.place} for place, text in PLACES.items()]
    kept = {"gemeente": here.municipality, "organisatie": here.organisation}
    return {
        "action": f"/{here.map.slug}/{here.routemap.sector.id}/{PAGE}",
        "hidden": [{"name": name, "value": value} for name, value in kept.items() if value],
        "ages": [{"value": "", "text": "Elke leeftijd"}, *ages],
        "kinds": [{"value": "", "text": "Alle soorten"}, *kinds],
        "places": [{"value": "", "text": "Alle plekken"}, *places],
    }


def offered(lists: Catalogue, walk: Walk) -> tuple[Signal, ...]:
    """The signals for the people of a walk; for everybody as long as nobody said who they are."""
    return lists.fitting(ages_of(walk.people))


def ticking_page(lists: Catalogue, walk: Walk, ticked: Collection[str]) -> View:
    """The signals for the people of a walk, a few first and the rest folded."""
    sector = walk.routemap.sector.id
    found = offered(lists, walk)
    view = before(lists, walk.routemap)
    earlier = [one for one in lists.chosen(ticked) if one not in found]
    here = ages_of(walk.people) or frozenset(Age)
    by_place = ((title, inside) for _, title, inside in _by_place(lists, found))
    groups = [*_by_age(lists, here, found), *by_place]
    return view | {
        "urgent": _folding(0, URGENT, (one for one in found if one.urgent), sector, ticked),
        "groups": [
            _folding(number, title, signals, sector, ticked) for number, (title, signals) in enumerate(groups, 1)
        ],
        "kinds": [
            _kind(kind, inside, sector, ticked) | {"is_open": _is_open(kind, inside, walk, ticked)}
            for kind, inside in apart(lists, found)
        ],
        "earlier": {"title": EARLIER, "signals": [signal_view(one, ticked) for one in earlier]},
        "factors": factors(lists),
    }


def _by_age(lists: Catalogue, here: frozenset[Age], found: Iterable[Signal]) -> Iterator[tuple[str, list[Signal]]]:
    """What one sees at the people themselves: per age, and what holds for several of the ages `here`."""
    rows = [one for one in shared(lists, found) if one.place is Place.PERSON]
    for age, title in AGES.items():
        if inside := [one for one in rows if one.ages & here == {age}]:
            yield title, inside
    if several := [one for one in rows if len(one.ages & here) > 1]:
        yield SEVERAL, several


def _by_place(lists: Catalogue, found: Iterable[Signal]) -> Iterator[tuple[Place, str, list[Signal]]]:
    """What one sees around the people themselves."""
    rows = shared(lists, found)
    for place, title in PLACES.items():
        inside = [one for one in rows if one.place is place]
        if place is not Place.PERSON and inside:
            yield place, title, inside


def _folding(number: int, title: str, signals: Iterable[Signal], sector: str, ticked: Collection[str]) -> View:
    rows = [signal_view(one, ticked) for one in in_sector_first(signals, sector)]
    first, more = rows[:MOST_FIRST], rows[MOST_FIRST:]
    return {
        "id": f"groep-{number}",
        "title": title,
        "first": first,
        "more": more,
        "is_open": any(one["checked"] for one in more),
    }


def _is_open(kind: Kind, inside: Iterable[Signal], walk: Walk, ticked: Collection[str]) -> bool:
    """Whether the signals of a kind are unfolded: something in it is ticked, or the walk names a form of it."""
    return bool(kind.forms & _forms(walk.answers.values.get(FORM))) or any(one.id in ticked for one in inside)


def _forms(value: Value | None) -> frozenset[str]:
    return frozenset(value) if isinstance(value, tuple) else frozenset({value} if isinstance(value, str) else ())
