"""White spots in words: where, when and for what nobody here can be reached, and on what one falls back."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from routekaart.directory import Directory, Municipality, Partner, Weekday, WhiteSpot, public_holidays, white_spots
from routekaart.presenters import dates
from routekaart.presenters.words import listed

DAYS = dict(zip(Weekday, dates.WEEKDAYS, strict=True))
WHOLE_REGION = "Hele regio"
MOST_NOTICES = 6
Span = tuple[int, int]
_Hours = dict[Weekday | date, tuple[Span, ...]]
_WHOLE: tuple[Span, ...] = ((0, 1440),)


@dataclass(frozen=True, slots=True)
class WhiteLine:
    """White spots that are equal for some roles in some places, as a line tells them."""

    place: str
    roles: str
    when: str
    unknown: str
    fallback: str

    @property
    def text(self) -> str:
        """The whole line."""
        who = f"uren onbekend van {self.unknown}" if self.unknown else "niemand hier"
        fallback = f"Terugval: {self.fallback}." if self.fallback else "Er is geen terugval."
        return f"{self.place}, {self.when}: {who} voor: {self.roles}. {fallback}"


def white_lines(spots: Iterable[WhiteSpot], directory: Directory) -> list[WhiteLine]:
    """The lines: municipalities and roles of which the same holds stand together."""
    weeks: dict[tuple[str, tuple[str, ...], tuple[str, ...], str], list[WhiteSpot]] = {}
    for spot in spots:
        for place in spot.municipalities:
            key = (spot.role.id, _names(spot.unknown), _names(spot.fallback), place.code)
            weeks.setdefault(key, []).append(spot)
    places: dict[tuple[str, str, str, str], list[str]] = {}
    for (role, unknown, fallback, code), found in weeks.items():
        places.setdefault((role, listed(unknown), listed(fallback), _when(found)), []).append(code)
    roles: dict[tuple[str, str, str, str], list[str]] = {}
    for (role, unknown_words, fallback_words, when), codes in places.items():
        label = directory.national.roles[role].label_in(directory.region.edition)
        roles.setdefault((_places(codes, directory), when, unknown_words, fallback_words), []).append(label)
    return [
        WhiteLine(place, "; ".join(labels), when, unknown, fallback)
        for (place, when, unknown, fallback), labels in roles.items()
    ]


def white_spot_notices(live: Directory, draft: Directory) -> list[str]:
    """What to know before publishing: white spots that are new, then those that stay."""
    before = {one.text for one in white_lines(white_spots(live), live)}
    now = [one.text for one in white_lines(white_spots(draft), draft)]
    told = [f"Nieuwe witte vlek. {one}" for one in now if one not in before]
    told += [f"Witte vlek. {one}" for one in now if one in before]
    rest = len(told) - MOST_NOTICES
    return told[:MOST_NOTICES] + ([f"Nog {rest} witte vlekken. Ze staan bij Bereikbaarheid."] if rest > 0 else [])


def hours_words(spans: Sequence[Span]) -> str:
    """ "0.00–9.00 en 17.00–24.00 uur"."""
    return "de hele dag" if tuple(spans) == _WHOLE else f"{listed([_span(*one) for one in spans])} uur"


def _when(spots: Iterable[WhiteSpot]) -> str:
    """The days and hours of spots; days with the same hours stand together."""
    hours: dict[Weekday | date, list[Span]] = {}
    for spot in spots:
        hours.setdefault(spot.day, []).append((spot.start, spot.until))
    joined = {day: _touching(hours[day]) for day in sorted(hours, key=_order)}
    if all(joined.get(day) == _WHOLE for day in Weekday):
        return "de hele week"
    alike: dict[tuple[Span, ...], list[Weekday | date]] = {}
    for day, spans in joined.items():
        alike.setdefault(spans, []).append(day)
    return "; ".join(f"{_days(found)} {hours_words(spans)}" for spans, found in alike.items())


def _order(day: Weekday | date) -> int:
    return list(Weekday).index(day) if isinstance(day, Weekday) else day.toordinal()


def _touching(spans: Iterable[Span]) -> tuple[Span, ...]:
    found: list[Span] = []
    for start, until in sorted(spans):
        if found and start <= found[-1][1]:
            found[-1] = (found[-1][0], max(until, found[-1][1]))
        else:
            found.append((start, until))
    return tuple(found)


def _days(days: Sequence[Weekday | date]) -> str:
    """ "maandag t/m donderdag en zaterdag"; dates with the names of holidays. `days` stand in their order."""
    runs: list[list[Weekday | date]] = []
    for day in days:
        follows = runs and _order(day) == _order(runs[-1][-1]) + 1 and not _holiday(day) and not _holiday(runs[-1][-1])
        if follows:
            runs[-1].append(day)
        else:
            runs.append([day])
    words = [[f"{_day(run[0])} t/m {_day(run[-1])}"] if len(run) > 2 else [_day(one) for one in run] for run in runs]
    return listed([one for some in words for one in some])


def _day(day: Weekday | date) -> str:
    if isinstance(day, Weekday):
        return DAYS[day]
    name = _holiday(day)
    return f"{name} ({dates.day(day)})" if name else dates.day_with_weekday(day)


def _holiday(day: Weekday | date) -> str:
    return "" if isinstance(day, Weekday) else public_holidays(day.year).get(day, "")


def _span(start: int, until: int) -> str:
    return f"{start // 60}.{start % 60:02d}–{until // 60}.{until % 60:02d}"


def _places(codes: Sequence[str], directory: Directory) -> str:
    everywhere: tuple[Municipality, ...] = directory.region.municipalities
    names = [one.name for one in everywhere if one.code in codes]
    return WHOLE_REGION if len(names) == len(everywhere) else listed(names)


def _names(partners: Iterable[Partner]) -> tuple[str, ...]:
    return tuple(one.name for one in partners)
