"""What is wrong with a form at the desk, in Dutch, by the path of the field."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from routekaart.presenters.region_changes import KINDS
from routekaart.regions.checks import Problem, Where

Errors = dict[str, str]
FORM = ""
"""The path of what is wrong with the form as a whole."""

TYPES: Mapping[str, str] = {
    "missing": "Vul dit in.",
    "string_too_short": "Vul dit in.",
    "string_type": "Vul dit in.",
    "too_short": "Kies er minstens één.",
    "int_type": "Vul een heel getal in.",
    "int_parsing": "Vul een heel getal in.",
    "greater_than_equal": "Vul {ge} in, of meer.",
    "less_than_equal": "Vul {le} in, of minder.",
    "enum": "Kies een van de mogelijkheden.",
    "date_type": "Vul een dag in, zoals 24-11-2026.",
    "date_parsing": "Vul een dag in die bestaat, zoals 24-11-2026.",
    "date_from_datetime_parsing": "Vul een dag in die bestaat, zoals 24-11-2026.",
    "date_from_datetime_inexact": "Vul een dag in, zoals 24-11-2026.",
    "no_colour": "Vul een kleur in als # met zes tekens, zoals #00616b.",
    "like_danger": "Dit rood betekent hier gevaar. Kies een andere kleur.",
    "contrast": (
        "Deze kleur is niet goed te lezen: het contrast is {found} en moet minstens 4,5 zijn. "
        "De dichtstbijzijnde kleur die wel kan, is {nearest}."
    ),
    "no_png": "Dit is geen PNG-bestand. Kies een beeld dat is bewaard als PNG.",
    "png_too_heavy": "Dit beeld is groter dan 100 kB. Bewaar het kleiner.",
    "png_too_large": "Dit beeld is te groot. Het mag 1200 beeldpunten breed en 600 hoog zijn.",
    "logo_without_words": "Schrijf ook wat er op het beeld staat, voor wie het niet ziet.",
}
"""By the type of pydantic's complaint; the names between braces are what it knows of it."""

MESSAGES: Mapping[str, str] = {
    "is no phone number": (
        "Dit is geen telefoonnummer. Vul een Nederlands nummer in, zoals 0800-2000, of een nummer met + ervoor."
    ),
    "is no mail address": "Dit is geen mailadres. Vul een adres in zoals naam@voorbeeld.nl.",
    "is no safe web address": "Dit is geen webadres. Vul een adres in dat begint met https://.",
    "are no hours": "Vul twee tijden in, zoals 09:00 en 17:00.",
    "is no id": "Gebruik hier alleen kleine letters, cijfers en streepjes.",
    "was read as a number": "Vul hier tekst in.",
    "lies before the first day": "De laatste dag ligt voor de eerste.",
    "lies before the day on which it starts": "De laatste dag ligt voor de eerste.",
    "the address of a shelter": "Een opvang, of een partner met een geheim adres, heeft hier geen adres. Haal het weg.",
    "unknown role": "Deze rol bestaat niet.",
    "does not have the role": "Deze partner heeft deze rol niet. Vink de rol eerst aan bij de partner.",
    "unknown partner": "Deze partner staat niet in de regio.",
    "unknown covenant": "Dit convenant staat niet in de regio.",
    "is not of this region": "Deze gemeente hoort niet bij de regio.",
    "may belong to a real municipality": "Een verzonnen regio heeft verzonnen gemeenten. Begin de code met VB.",
    "unknown municipality": "Er is geen gemeente met deze code.",
    "is not called": "De gemeente met deze code heet anders.",
    "unknown region group": "Deze bovenregionale groep bestaat niet.",
    "unknown edition": "Deze uitgave van het protocol bestaat niet.",
    "unknown step": "Deze stap bestaat niet.",
    "may belong to somebody": (
        "Deze regio is verzonnen. Gebruik een nummer dat begint met 0199, een adres dat eindigt op .example, "
        "of een landelijk nummer."
    ),
    "is an invented contact": "Dit contact is verzonnen. Vul in een echte regio alleen contacten in die bestaan.",
    "cannot be an action for the whole region": (
        "Deze afspraak geldt in enkele gemeenten. Dan kan het geen taak in de stap zijn voor de hele regio."
    ),
    "stands twice": "Dit staat er al.",
}
"""By a part of what the document's own forms and checks say in English."""
OTHERWISE = "Dit klopt niet. Kijk het nog eens na."


def form_errors(complaints: Iterable[Mapping[str, Any]]) -> Errors:
    """The complaints of pydantic (`ValidationError.errors()`) by path; the first of each field counts."""
    found: Errors = {}
    for one in complaints:
        found.setdefault(_path(one["loc"]), _told(one))
    return found


def problem_errors(problems: Iterable[Problem]) -> Errors:
    """The problems of a document's checks by path."""
    found: Errors = {}
    for one in problems:
        found.setdefault(_path(one.where), message(one.problem))
    return found


def elsewhere_error(places: Iterable[Where], data: Mapping[str, Any]) -> str:
    """That a change would break other entries of the draft's data, and which."""
    names = dict.fromkeys(entry_words(where, data) for where in places)
    return f"Hierdoor klopt dit niet meer: {', '.join(names)}. Pas dat eerst aan."


def entry_words(where: Where, data: Mapping[str, Any]) -> str:
    """Which entry a place lies in: "Afspraak: Belt terug"."""
    kind, at = str(where[0]), where[1] if len(where) > 1 else 0
    rows = data.get(kind)
    one = rows[at] if isinstance(rows, list) and isinstance(at, int) and at < len(rows) else {}
    name = one.get("name") or one.get("title") or one.get("does") or str(one.get("role") or "").replace("-", " ")
    return f"{KINDS.get(kind, kind)}{f': {name}' if name else ''}"


def message(problem: str) -> str:
    """An English complaint in Dutch."""
    return next((told for part, told in MESSAGES.items() if part in problem), OTHERWISE)


def _told(one: Mapping[str, Any]) -> str:
    if one["type"] in ("value_error", "reference"):
        return message(str(one["msg"]))
    if one["type"] == "too_short" and one.get("input") == "":
        return TYPES["missing"]
    return TYPES.get(one["type"], OTHERWISE).format_map(one.get("ctx") or {})


def _path(where: Iterable[object]) -> str:
    return ".".join(map(str, where))
