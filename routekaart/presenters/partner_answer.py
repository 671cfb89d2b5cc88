"""What a partner sees of its own entry, and where it may propose a change."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from routekaart.presenters.words import listed
from routekaart.upkeep.confirming import Published
from routekaart.upkeep.entry import REMARK, EntryField, Trouble, fields_of
from routekaart.upkeep.letters import Why

View = dict[str, Any]
NOTHING = "Je hebt niets veranderd. Klopt alles? Kies dan ‘Ja, alles klopt’."
KINDS = {"phone": "Telefoon", "email": "Mail", "url": "Website", "chat": "Chat", "form": "Formulier"}
LABELS = {
    "name": "Naam",
    "does": "Wat jullie doen",
    "does_not": "Wat jullie niet doen",
    "note": "Wat een beller nog moet weten",
    REMARK: "Iets anders dat niet klopt",
}
HINTS = {
    "does": "Elk op een eigen regel.",
    "does_not": "Elk op een eigen regel.",
    REMARK: "Bijvoorbeeld de openingstijden, het aanbod of de gemeenten waarvoor jullie werken.",
}
TROUBLES = {
    Trouble.EMPTY: "Vul dit in.",
    Trouble.TOO_LONG: "Dit is te lang. Maak het korter.",
    Trouble.PHONE: "Dit is geen telefoonnummer. Vul een Nederlands nummer in, zoals 0800-2000.",
    Trouble.EMAIL: "Dit is geen mailadres. Vul een adres in zoals naam@voorbeeld.nl.",
    Trouble.URL: "Dit is geen webadres. Vul een adres in dat begint met https://.",
    Trouble.OTHER: "Dit kan zo niet. Schrijf het bij ‘Iets anders dat niet klopt’.",
}
LINK_REFUSED: Mapping[Why, View] = {
    Why.ALTERED: {
        "title": "Deze link klopt niet",
        "text": "Misschien is er een stuk weggevallen. Open de link in de mail nog eens, of kopieer hem helemaal.",
    },
    Why.EXPIRED: {
        "title": "Deze link is verlopen",
        "text": "De link in de mail werkt dertig dagen. Is het tijd om te kijken, dan krijg je vanzelf een nieuwe.",
    },
    Why.USED: {
        "title": "Er is al geantwoord",
        "text": "Met deze link kun je één keer antwoorden. Moet er nog iets veranderen? Vraag het de coördinator.",
    },
    Why.GONE: {
        "title": "Deze gegevens staan er niet meer",
        "text": "De regio heeft ze weggehaald. Vraag de coördinator van de regio hoe het zit.",
    },
}


def answer_page(
    found: Published,
    token: str,
    *,
    typed: Mapping[str, str] | None = None,
    errors: Mapping[str, Trouble] | None = None,
    notice: str = "",
) -> View:
    """The page of a partner's answer; what was typed stays in it."""
    fields = [_field(one, typed or {}, errors or {}) for one in (*fields_of(found.data), EntryField(REMARK, ""))]
    return {
        "token": token,
        "region": found.region,
        "partner": found.data["name"],
        "fields": fields,
        "facts": list(_facts(found)),
        "errors": [{"text": one["error"], "href": f"#{one['key']}"} for one in fields if one["error"]],
        "notice": notice,
        "is_typed": typed is not None,
    }


def field_label(field: str, data: Mapping[str, Any]) -> str:
    """A field of an entry in words: "Telefoon (overleglijn)"."""
    known = next((one for one in fields_of(data) if one.key == field), EntryField(field, ""))
    return _label(known)


def _label(one: EntryField) -> str:
    if not one.kind:
        return LABELS.get(one.key, "Contact")
    return f"{KINDS[one.kind]} ({one.label})" if one.label else KINDS[one.kind]


def _field(one: EntryField, typed: Mapping[str, str], errors: Mapping[str, Trouble]) -> View:
    trouble = errors.get(one.key)
    return {
        "key": one.key,
        "label": _label(one),
        "text": typed.get(one.key, one.text),
        "now": one.text,
        "hint": HINTS.get(one.key),
        "error": TROUBLES[trouble] if trouble else None,
        "is_long": one.key in (*HINTS, "note"),
    }


def _facts(found: Published) -> Iterator[View]:
    data = found.data
    if data["contacts"]:
        for one in fields_of(data):
            if one.kind:
                yield {"key": _label(one), "value": one.text}
    yield {"key": LABELS["does"], "value": list(data["does"])}
    yield {"key": LABELS["does_not"], "value": list(data["does_not"])}
    yield {"key": "Openingstijden", "value": _hours(data["schedule"])}
    yield {"key": "Aanbod", "value": [one["name"] for one in data["services"]]}
    if data["note"]:
        yield {"key": LABELS["note"], "value": data["note"]}


def _hours(schedule: Mapping[str, Any] | None) -> list[str] | str:
    if schedule is None:
        return ""
    if schedule["always"]:
        return "dag en nacht"
    return [f"{listed(one['days'])} {one['hours'].replace('-', '–')}" for one in schedule["periods"]] or schedule[
        "note"
    ]
