"""Finding a municipality by what somebody types: accents, case, typing errors, former and other names. Pure."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from enum import IntEnum, StrEnum

from rapidfuzz.distance import DamerauLevenshtein

_PART = " (deel)"
_MOST = 8
_SHORTEST_WITH_ERRORS = 4


class Fit(IntEnum):
    """How well a name fits the query, best first."""

    EXACT = 0
    START = 1
    WORD = 2
    TYPING_ERROR = 3


class NameKind(StrEnum):
    """What the name that fits is to the municipality. `part`: only a part of that former municipality went there."""

    NAME = "name"
    ALIAS = "alias"
    FORMER = "former"
    PART = "part"


@dataclass(frozen=True, slots=True)
class Place:
    """A municipality with the region that it lies in."""

    code: str
    name: str
    region: str
    region_name: str
    aliases: tuple[str, ...] = ()
    former_names: tuple[str, ...] = ()
    fictional: bool = False


@dataclass(frozen=True, slots=True)
class Match:
    """A place that fits, and why: the name that fits, what that name is, and how well it fits."""

    place: Place
    because: str
    kind: NameKind
    fit: Fit
    errors: int = 0


@dataclass(frozen=True, slots=True)
class _Entry:
    key: str
    name: str
    kind: NameKind
    place: Place


@dataclass(frozen=True, slots=True)
class Index:
    """Every name under which a municipality can be found."""

    entries: tuple[_Entry, ...]


def plain(text: str) -> str:
    """A name without accents, capitals, punctuation and the opening 's- or 't: what is compared."""
    letters = unicodedata.normalize("NFKD", text.replace("\u2019", "'").replace("`", "'")).casefold()
    bare = "".join(one for one in letters if not unicodedata.combining(one))
    bare = re.sub(r"^(gemeente|regio)\s+", "", bare.strip())
    bare = re.sub(r"^'?([st])[\s-]+(?=\w)|^'([st])(?=\w)", "", bare)
    return re.sub(r"[^a-z0-9]+", " ", bare).strip()


def index(places: Iterable[Place]) -> Index:
    """Make the places findable."""
    return Index(tuple(entry for place in places for entry in _entries(place) if entry.key))


def _entries(place: Place) -> Iterable[_Entry]:
    yield _Entry(plain(place.name), place.name, NameKind.NAME, place)
    for alias in place.aliases:
        yield _Entry(plain(alias), alias, NameKind.ALIAS, place)
    for former in place.former_names:
        kind = NameKind.PART if former.endswith(_PART) else NameKind.FORMER
        name = former.removesuffix(_PART)
        yield _Entry(plain(name), name, kind, place)


def find(query: str, among: Index, *, most: int = _MOST) -> tuple[Match, ...]:
    """The places that fit a query, best first; each place once. An exact name leaves typing errors out."""
    key = plain(query)
    if not key:
        return ()
    matches = [match for entry in among.entries if (match := _match(key, entry)) is not None]
    if any(match.fit is not Fit.TYPING_ERROR for match in matches):
        matches = [match for match in matches if match.fit is not Fit.TYPING_ERROR]
    return tuple(_once(sorted(matches, key=_rank)))[:most]


def _match(key: str, entry: _Entry) -> Match | None:
    if entry.key == key:
        return Match(entry.place, entry.name, entry.kind, Fit.EXACT)
    if entry.key.startswith(key):
        return Match(entry.place, entry.name, entry.kind, Fit.START)
    if f" {key}" in entry.key:
        return Match(entry.place, entry.name, entry.kind, Fit.WORD)
    errors = _errors(key, entry.key)
    return None if errors is None else Match(entry.place, entry.name, entry.kind, Fit.TYPING_ERROR, errors)


def _errors(key: str, name: str) -> int | None:
    """Typing errors between query and name (or its beginning, while one is still typing); None when too many."""
    if len(key) < _SHORTEST_WITH_ERRORS:
        return None
    allowed = 1 if len(key) < 7 else 2
    candidates = {name, name[: len(key)]} if len(key) < len(name) else {name}
    errors = min(DamerauLevenshtein.distance(key, one, score_cutoff=allowed) for one in candidates)
    return errors if errors <= allowed else None


def _rank(match: Match) -> tuple[int, int, int, str, str]:
    kinds = tuple(NameKind)
    return match.fit, match.errors, kinds.index(match.kind), match.place.name, match.place.region


def _once(matches: Iterable[Match]) -> Iterable[Match]:
    seen: set[tuple[str, str]] = set()
    for match in matches:
        where = (match.place.code, match.place.region)
        if where not in seen:
            seen.add(where)
            yield match
