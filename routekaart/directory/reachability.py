"""Who can be reached for each role, when and where; and the white spots: hours in which nobody here can. Pure.

Who is open is known to the minute, so that it is true for every quarter of an hour. A partner of whom no hours are
known is never counted as reachable.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from enum import StrEnum
from itertools import pairwise

from routekaart.directory.partner import Partner
from routekaart.directory.region import Directory, Municipality
from routekaart.directory.role import FilledBy, Role, RoleLevel
from routekaart.directory.schedule import DAY, Minutes, OpeningState, Weekday, open_spans, opening, public_holidays

LAST_RESORT = "advies-en-meldpunt"
"""The role of which the national partner is the fallback of every role, when none of its own answers."""
YEAR = timedelta(days=365)
_WEEK = tuple(Weekday)
Day = date | Weekday


class Reach(StrEnum):
    """Who can be reached for a role at a moment."""

    HERE = "here"
    """Somebody who fills the role here."""
    UNKNOWN = "unknown"
    """Perhaps somebody who fills it: no hours are known."""
    FALLBACK = "fallback"
    """Only a national partner."""
    NOBODY = "nobody"


@dataclass(frozen=True, slots=True)
class Stretch:
    """A part of a day, in minutes after midnight, in which nothing changes.

    `partners` answer here; of `unknown`, who fill the role too, nobody knows the hours; `fallback` answers nationally.
    """

    start: int
    until: int
    partners: tuple[Partner, ...] = ()
    unknown: tuple[Partner, ...] = ()
    fallback: tuple[Partner, ...] = ()

    @property
    def reach(self) -> Reach:
        """The nearest that can be reached."""
        if self.partners:
            return Reach.HERE
        if self.unknown:
            return Reach.UNKNOWN
        return Reach.FALLBACK if self.fallback else Reach.NOBODY


@dataclass(frozen=True, slots=True)
class WhiteSpot:
    """Hours in which nobody here is known to answer for a role, in some municipalities; and on what one falls back."""

    role: Role
    municipalities: tuple[Municipality, ...]
    day: Day
    start: int
    until: int
    unknown: tuple[Partner, ...] = ()
    fallback: tuple[Partner, ...] = ()


@dataclass(frozen=True, slots=True)
class _Filled:
    """The partners of a role in a municipality; the national ones of that role; and who is there when none answers."""

    here: tuple[Partner, ...]
    national: tuple[Partner, ...]
    last_resort: tuple[Partner, ...]

    def stretches(self, day: Day) -> tuple[Stretch, ...]:
        """The whole day."""
        here, national, last = (_spans(some, day) for some in (self.here, self.national, self.last_resort))
        unknown = tuple(one for one in self.here if open_spans(one.schedule, day) is None)
        edges = {0, DAY} | {edge for _, spans in (*here, *national, *last) for span in spans for edge in span}
        pieces = (
            Stretch(start, until, _open(here, start), unknown, _open(national, start) or _open(last, start))
            for start, until in pairwise(sorted(edges))
        )
        return tuple(_joined(pieces))

    def white(self, day: Day) -> tuple[Stretch, ...]:
        """What of a day nobody here is known to answer."""
        return tuple(one for one in self.stretches(day) if one.reach is not Reach.HERE)

    def white_on_special_days(self, first: date) -> Iterator[tuple[Day, tuple[Stretch, ...]]]:
        """For each special day of the year from a day: what is white, and on an ordinary day is not."""
        if not self.here:
            return
        usual = {day: [one for one in self.stretches(day) if one.reach is Reach.HERE] for day in _WEEK}
        for day in self._special_days(first):
            held = usual[_WEEK[day.weekday()]]
            yield day, tuple(one for one in self.white(day) if any(_overlap(one, other) for other in held))

    def _special_days(self, first: date) -> list[date]:
        """Holidays, and days on which a partner has other hours."""
        days = {day for year in (first.year, first.year + 1) for day in public_holidays(year)}
        for exception in (one for partner in self.here if partner.schedule for one in partner.schedule.exceptions):
            start, last = max(exception.first, first), min(exception.last, first + YEAR)
            days |= {start + timedelta(days=ahead) for ahead in range((last - start).days + 1)}
        return sorted(day for day in days if first <= day < first + YEAR)


White = Callable[[_Filled], Iterable[tuple[Day, tuple[Stretch, ...]]]]
"""For each day what is white in it."""


def day_of(directory: Directory, role: Role, municipality: str | None, day: Day) -> tuple[Stretch, ...]:
    """A day from midnight to midnight: who can be reached when. A weekday is that day of an ordinary week."""
    return _filled(directory, role, municipality).stretches(day)


def regional_roles(directory: Directory) -> tuple[Role, ...]:
    """The roles that the region fills, and others that somebody here fills all the same."""
    bound = {one.role for one in directory.bindings}
    return tuple(one for one in directory.national.roles.values() if one.level is RoleLevel.REGION or one.id in bound)


def white_spots(directory: Directory) -> tuple[WhiteSpot, ...]:
    """The white spots of an ordinary week; municipalities for which the same holds stand together."""
    return _spots(directory, lambda filled: ((day, filled.white(day)) for day in _WEEK))


def special_white_spots(directory: Directory, first: date) -> tuple[WhiteSpot, ...]:
    """What is white on holidays and days with other hours, in the year from a day, and on an ordinary day is not."""
    return _spots(directory, lambda filled: filled.white_on_special_days(first))


def soonest_first(partners: Iterable[Partner], now: datetime, end: datetime) -> tuple[Partner, ...]:
    """Who answers now, then who opens before the end, then who opens later; of whom no hours are known last.

    Those for whom the same holds stay in their order.
    """

    def rank(partner: Partner) -> tuple[int, datetime]:
        state = opening(partner.schedule, now)
        if state.state in (OpeningState.OPEN, OpeningState.ALWAYS):
            return 0, now
        if state.state is OpeningState.UNKNOWN:
            return 3, now
        return (1, state.opens) if state.opens and state.opens < end else (2, now)

    return tuple(sorted(partners, key=rank))


def _fillings(directory: Directory, role: Role) -> list[tuple[_Filled, tuple[Municipality, ...]]]:
    """The ways in which a role is filled, each with the municipalities where it is."""
    found: dict[tuple[str, ...], tuple[_Filled, list[Municipality]]] = {}
    for place in directory.region.municipalities:
        filled = _filled(directory, role, place.code)
        found.setdefault(_ids(filled.here), (filled, []))[1].append(place)
    return [(filled, tuple(places)) for filled, places in found.values()]


def _filled(directory: Directory, role: Role, municipality: str | None) -> _Filled:
    filling = directory.filling(role.id, municipality)
    is_national = filling.by is FilledBy.NATIONAL and role.level is not RoleLevel.NATIONAL
    national, last_resort = (directory.national.fallback(one) for one in (role.id, LAST_RESORT))
    return _Filled(() if is_national else filling.partners, national, last_resort)


def _spots(directory: Directory, white: White) -> tuple[WhiteSpot, ...]:
    return tuple(spot for role in regional_roles(directory) for spot in _spots_of(directory, role, white))


def _spots_of(directory: Directory, role: Role, white: White) -> Iterable[WhiteSpot]:
    """The white spots of a role."""
    found: dict[tuple[Day, int, int, tuple[str, ...], tuple[str, ...]], WhiteSpot] = {}
    for filled, places in _fillings(directory, role):
        for day, stretches in white(filled):
            for one in stretches:
                key = (day, one.start, one.until, _ids(one.unknown), _ids(one.fallback))
                fresh = WhiteSpot(role, (), day, one.start, one.until, one.unknown, one.fallback)
                before = found.get(key, fresh)
                found[key] = replace(before, municipalities=before.municipalities + places)
    return found.values()


def _spans(partners: Iterable[Partner], day: Day) -> list[tuple[Partner, tuple[Minutes, ...]]]:
    """When each is open; without those of whom nothing is known."""
    asked = ((one, open_spans(one.schedule, day)) for one in partners)
    return [(one, spans) for one, spans in asked if spans is not None]


def _open(partners: Iterable[tuple[Partner, tuple[Minutes, ...]]], at: int) -> tuple[Partner, ...]:
    return tuple(one for one, spans in partners if any(start <= at < until for start, until in spans))


def _joined(pieces: Iterable[Stretch]) -> Iterator[Stretch]:
    """Neighbours in which the same holds as one."""
    current: Stretch | None = None
    for piece in pieces:
        if current is not None and current.until == piece.start and _same(current, piece):
            current = replace(current, until=piece.until)
            continue
        if current is not None:
            yield current
        current = piece
    if current is not None:
        yield current


def _same(one: Stretch, other: Stretch) -> bool:
    return all(
        _ids(mine) == _ids(theirs)
        for mine, theirs in (
            (one.partners, other.partners),
            (one.unknown, other.unknown),
            (one.fallback, other.fallback),
        )
    )


def _overlap(one: Stretch, other: Stretch) -> bool:
    return one.start < other.until and other.start < one.until


def _ids(partners: Iterable[Partner]) -> tuple[str, ...]:
    return tuple(one.id for one in partners)
