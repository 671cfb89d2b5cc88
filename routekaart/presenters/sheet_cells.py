"""How cells of a sheet are read and written: people's words ⇄ the values of the region document."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from difflib import get_close_matches
from typing import Any

from routekaart.directory import Aim, CareLevel, Weekday
from routekaart.presenters.desk_partner import KINDS, LEVELS
from routekaart.presenters.desk_typing import as_day, as_hours, as_id, as_number
from routekaart.presenters.social_map import AIMS
from routekaart.regions.municipalities import plain

Cell = str | int


class Wrong(Exception):
    """A cell that cannot be read: a phrase that says why, and what was perhaps meant."""

    def __init__(self, problem: str, near: str = "") -> None:
        """Nothing of the cell goes into the error."""
        super().__init__(problem)
        self.problem, self.near = problem, near


@dataclass(frozen=True, slots=True)
class Words:
    """What cells may refer to: municipalities and roles by code and id, and the themes that are known."""

    municipalities: Mapping[str, str]
    roles: Mapping[str, str]
    themes: frozenset[str] = frozenset()


Read = Callable[[str, Words], Any]
Write = Callable[[Any, Words], Cell]

_YES, _NO = (
    frozenset({"ja", "j", "x", "1", "waar", "true", "yes"}),
    frozenset({"", "nee", "n", "0", "onwaar", "false", "no"}),
)
_ALWAYS = "dag en nacht"
_ALWAYS_TOO = frozenset({_ALWAYS, "24/7", "24 uur", "altijd", "dag en nacht, elke dag"})
_LEVEL = re.compile(r"(?:zorg)?(?:niveau)?\s*([1-5])(?:\D.*)?", re.IGNORECASE)
_HOURS = re.compile(r"([01]\d|2[0-3]):[0-5]\d-(([01]\d|2[0-3]):[0-5]\d|24:00)")
_UNIT = re.compile(r"\s*(jaar|jr\.?|weken|week|maanden|maand)$", re.IGNORECASE)
_DAYS = tuple(map(str, Weekday))
_FULL = {day: day[:2] for day in ("maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag")}
_RANGE = re.compile(r"\b([a-z]{2})\s*(?:t/m|tot en met|-|–)\s*([a-z]{2})\b")
_KINDS = {plain(words): str(kind) for kind, words in KINDS.items()} | {str(kind): str(kind) for kind in KINDS}
_KINDS |= {"e mail": "email", "mailadres": "email", "telefoonnummer": "phone", "tel": "phone", "formulier": "form"}


def read_text(text: str, words: Words) -> str:
    """As it stands there."""
    return text


def write_text(value: Any, words: Words) -> str:
    """As it stands there."""
    return "" if value is None else str(value)


def read_number(text: str, words: Words) -> int | None:
    """A whole number; a unit behind it may stay."""
    found = as_number(_UNIT.sub("", text))
    if isinstance(found, str):
        raise Wrong("int_type")
    return found


def write_number(value: Any, words: Words) -> Cell:
    """The number itself; what is none as it is."""
    return int(value) if str(value).isdecimal() else "" if value is None else str(value)


def read_day(text: str, words: Words) -> str | None:
    """A day as people type it."""
    found = as_day(text)
    try:
        return found and date.fromisoformat(found[:10]).isoformat()
    except ValueError:
        raise Wrong("date_parsing") from None


def write_day(value: Any, words: Words) -> str:
    """24-11-2026; what is no day as it is."""
    try:
        return f"{date.fromisoformat(value):%d-%m-%Y}" if value else ""
    except ValueError:
        return str(value)


def read_flag(text: str, words: Words) -> bool:
    """Yes or no."""
    said = text.casefold()
    if said not in _YES | _NO:
        raise Wrong("neither yes nor no")
    return said in _YES


def write_flag(value: Any, words: Words) -> str:
    """Yes, or nothing."""
    return "ja" if value else ""


def read_lines(text: str, words: Words) -> list[str]:
    """One on each line."""
    return [line.strip() for line in text.splitlines() if line.strip()]


def write_lines(value: Any, words: Words) -> str:
    """One on each line."""
    return "\n".join(value or ())


def read_level(text: str, words: Words) -> int | None:
    """A care level: its number, with or without words, or its words alone."""
    if not text:
        return None
    if found := _LEVEL.fullmatch(text):
        return int(found[1])
    named = [int(level) for level, (title, _) in LEVELS.items() if plain(title) == plain(text)]
    if not named:
        raise Wrong("no care level", _near(text, {title: title for title, _ in LEVELS.values()}))
    return named[0]


def write_level(value: Any, words: Words) -> str:
    """Its number and its words; what is no level as it is."""
    said = str(value or "")
    return f"{said} {LEVELS[CareLevel(int(said))][0]}" if said in {str(int(one)) for one in CareLevel} else said


def read_aim(text: str, words: Words) -> str | None:
    """What a service is for; nothing: the usual aim of its level."""
    if not text:
        return None
    named = {plain(title): str(aim) for aim, (title, _) in AIMS.items()} | {plain(aim): str(aim) for aim in Aim}
    if plain(text) not in named:
        raise Wrong("no aim", _near(text, {title: title for title, _ in AIMS.values()}))
    return named[plain(text)]


def write_aim(value: Any, words: Words) -> str:
    """In words."""
    return AIMS[Aim(value)][0] if value in set(Aim) else str(value or "")


def read_kind(text: str, words: Words) -> str:
    """The channel of a contact."""
    if not text:
        raise Wrong("missing")
    if plain(text) not in _KINDS:
        raise Wrong("no kind of contact", _near(text, {title: title for title in KINDS.values()}))
    return _KINDS[plain(text)]


def write_kind(value: Any, words: Words) -> str:
    """In words."""
    return next((title for kind, title in KINDS.items() if kind == value), str(value or ""))


def read_municipalities(text: str, words: Words) -> list[str]:
    """Codes, by code or name; nothing: the whole region."""
    named = {plain(name): code for code, name in words.municipalities.items()}
    named |= {plain(code): code for code in words.municipalities}
    found = [_known(one, named, words.municipalities, "is not of this region") for one in _parts(text, ",")]
    return list(dict.fromkeys(found))


def write_municipalities(value: Any, words: Words) -> str:
    """Their names."""
    return "; ".join(words.municipalities.get(code, code) for code in value or ())


def read_roles(text: str, words: Words) -> list[str]:
    """Roles by label or id."""
    named = {plain(label): one for one, label in words.roles.items()} | {plain(one): one for one in words.roles}
    parts = [text] if plain(text) in named else _parts(text, "")
    parts = [piece for part in parts for piece in ([part] if plain(part) in named else _parts(part, ","))]
    return list(dict.fromkeys(_known(one, named, words.roles, "unknown role") for one in parts))


def write_roles(value: Any, words: Words) -> str:
    """Their labels."""
    return "; ".join(words.roles.get(one, one) for one in value or ())


def read_themes(text: str, words: Words) -> list[str]:
    """Themes in plain words. A new one may be, but not one that is nearly a known one: that is a slip of the pen."""
    found = list(dict.fromkeys(as_id(one) for one in _parts(text, ",")))
    for one in found:
        if one not in words.themes and (near := get_close_matches(one, words.themes, 1, cutoff=0.85)):
            raise Wrong("unknown theme", near[0].replace("-", " "))
    return found


def write_themes(value: Any, words: Words) -> str:
    """As one reads them."""
    return "; ".join(one.replace("-", " ") for one in value or ())


def read_hours(text: str, words: Words) -> dict[str, Any] | None:
    """Opening hours: "dag en nacht", or days and hours such as "ma t/m vr 8:30-17:00; za 10:00-12:00"."""
    if not text:
        return None
    if text.casefold() in _ALWAYS_TOO:
        return {"always": True, "periods": []}
    return {"always": False, "periods": [_period(part) for part in _parts(text, "")]}


def write_hours(value: Any, words: Words) -> str:
    """The week, without the days on which it is otherwise."""
    if not value:
        return ""
    if value["always"]:
        return _ALWAYS
    return "; ".join(f"{' '.join(one['days'])} {one['hours']}" for one in value["periods"])


def lay_hours(before: Any, week: Any) -> Any:
    """The week laid over a schedule, which keeps its other days; None when nothing is left."""
    kept = {**(before or {}), **(week or {"always": False, "periods": []})}
    return kept if any(kept.values()) else None


def _period(text: str) -> dict[str, Any]:
    at = re.search(r"\d", text)
    days = _days(text[: at.start()] if at else text)
    hours = as_hours(text[at.start() :]) if at else ""
    if not days or not _HOURS.fullmatch(hours):
        raise Wrong("are no opening hours")
    return {"days": days, "hours": hours}


def _days(text: str) -> list[str]:
    said = text.casefold().replace("elke dag", "ma-zo").replace("werkdagen", "ma-vr")
    for full, short in _FULL.items():
        said = said.replace(full, short)
    for first, last in _RANGE.findall(said):
        if first not in _DAYS or last not in _DAYS or _DAYS.index(first) > _DAYS.index(last):
            raise Wrong("are no opening hours")
        said += " " + " ".join(_DAYS[_DAYS.index(first) : _DAYS.index(last) + 1])
    named = re.findall(r"[a-z]+", _RANGE.sub(" ", said).replace(" en ", " "))
    if any(one not in _DAYS for one in named):
        raise Wrong("are no opening hours")
    return [day for day in _DAYS if day in named]


def _parts(text: str, also: str) -> list[str]:
    """What stands between semicolons, line ends, and what else separates."""
    return [one.strip() for one in re.split(f"[;\n{also}]", text) if one.strip()]


def _known(said: str, named: Mapping[str, str], names: Mapping[str, str], problem: str) -> str:
    found = named.get(plain(said))
    if found is None:
        raise Wrong(problem, _near(said, {name: name for name in names.values()}))
    return found


def _near(said: str, names: Mapping[str, str]) -> str:
    """The name that looks most like what was said."""
    by_key = {plain(name): name for name in names}
    return next((by_key[one] for one in get_close_matches(plain(said), by_key, 1, cutoff=0.7)), "")
