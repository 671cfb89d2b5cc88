"""What changed in a region, in plain words: "Wijkteam: telefoon (aanmelden) is nu 0199-…; dat was 0199-…"."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from routekaart.directory import Weekday
from routekaart.presenters.words import listed
from routekaart.regions.comparing import Difference

KINDS: Mapping[str, str] = {
    "region": "De regio",
    "municipalities": "Gemeente",
    "partners": "Partner",
    "bindings": "Wie welke rol vult",
    "covenants": "Convenant",
    "agreements": "Afspraak",
    "referral_index": "Verwijsindex",
    "training": "Scholing",
    "documents": "Document",
    "organisations": "Organisatie",
    "layer": "Tekst van de regio in het protocol",
}
"""What one entry of a kind is called."""

FIELDS: Mapping[str, str] = {
    "access": "toegang",
    "accountable": "wie aanspreekbaar is",
    "add": "toevoegingen",
    "address_secret": "geheim adres",
    "aim": "doel",
    "also_signed": "wie ook tekende",
    "always": "dag en nacht bereikbaar",
    "apply": "aanmelden",
    "as_of": "stand van de gegevens",
    "code": "code",
    "contacts": "contact",
    "coordinator": "coördinator",
    "covenant": "convenant",
    "data": "herkomst van de gegevens",
    "display_name": "naam van de routekaart",
    "document": "document",
    "does": "wat men doet",
    "does_not": "wat men niet doet",
    "duration": "duur",
    "edition": "editie van het protocol",
    "email": "mail",
    "exceptions": "afwijkende dagen",
    "extension": "toestel",
    "first": "vanaf",
    "form": "formulier",
    "function": "functie",
    "group": "bovenregionale groep",
    "here": "accentkleur",
    "hours": "uren",
    "id": "kenmerk",
    "kind": "soort",
    "known_on": "bekend op",
    "label": "omschrijving",
    "last": "tot en met",
    "layer": "tekst in het protocol",
    "level": "zorgniveau",
    "line": "lijnkleur",
    "link": "webadres",
    "locations": "adres",
    "logo": "beeldmerk",
    "logo_text": "tekst bij het beeldmerk",
    "look": "uiterlijk",
    "max_age": "oudste leeftijd",
    "menu_choice": "keuze in het menu",
    "min_age": "jongste leeftijd",
    "municipalities": "gemeenten",
    "name": "naam",
    "note": "opmerking",
    "open_on_holidays": "open op feestdagen",
    "organisation": "organisatie",
    "partner": "partner",
    "partners": "eigen mensen",
    "periods": "openingstijden",
    "phone": "telefoon",
    "pitfalls": "valkuilen",
    "postal_code": "postcode",
    "professionals_only": "alleen voor professionals",
    "provider": "aanbieder",
    "reach": "hoe aan te melden",
    "reason": "reden",
    "retention_days": "bewaartermijn van een doorloop",
    "review_months": "controletermijn in maanden",
    "reviewed_by": "gecontroleerd door",
    "reviewed_on": "gecontroleerd op",
    "role": "rol",
    "roles": "rollen",
    "schedule": "openingstijden",
    "sector": "sector",
    "services": "aanbod",
    "signatories": "ondertekenaars",
    "source": "bron",
    "specialise": "verbijzonderingen",
    "status": "status",
    "status_on": "datum van de status",
    "step": "stap",
    "steps": "stappen",
    "street": "straat",
    "target": "doelgroep",
    "tasks": "taken",
    "term": "termijn",
    "text": "tekst",
    "themes": "thema’s",
    "title": "titel",
    "town": "plaats",
    "unborn": "ook ongeboren",
    "url": "website",
    "use": "gebruik",
    "valid_from": "geldig vanaf",
    "valid_until": "geldig tot en met",
    "value": "nummer of adres",
    "verification": "controle",
    "verified_by": "gecontroleerd door",
    "verified_on": "gecontroleerd op",
    "waiting": "wachttijd",
    "website": "website",
    "weeks": "weken",
    "what": "wat het is",
    "when_not": "wanneer niet",
    "when_to_match": "wanneer wel",
    "who": "voor wie",
    "whom": "voor wie",
}
NOTHING = "niet ingevuld"
PICTURE, NEW_PICTURE = "een beeld", "nieuw beeld"
_PNG = "iVBORw0KGgo"
"""How every PNG in base64 begins."""


def change_lines(differences: Iterable[Difference]) -> list[dict[str, str]]:
    """Each difference as `title` (which entry) and `text` (what changed)."""
    return [{"title": f"{KINDS[one.kind]}: {one.name}", "text": _told(one)} for one in differences]


def _told(one: Difference) -> str:
    if not one.path:
        return "nieuw" if one.before is None else "vervallen"
    field = field_words(one.path)
    if one.before is None:
        return f"{field} erbij: {value_words(one.after)}"
    if one.after and _is_picture(one.after):
        return f"{field}: {NEW_PICTURE}"
    if one.after is None:
        return f"{field} vervallen: {value_words(one.before)}"
    return f"{field} is nu {value_words(one.after)}; dat was {value_words(one.before)}"


def field_words(path: Iterable[str]) -> str:
    """A place in an entry in words; names that people gave stand between brackets: "contact (aanmelden)"."""
    found: list[str] = []
    for part in path:
        known = FIELDS.get(part)
        if known:
            found.append(known)
        elif found:
            found[-1] += f" ({part})"
    return ", ".join(found)


def value_words(value: Any) -> str:
    """A plain value of the document as people read it."""
    if isinstance(value, bool):
        return "ja" if value else "nee"
    if isinstance(value, Mapping):
        return _thing(value)
    if _is_picture(value):
        return PICTURE
    if isinstance(value, list):
        return listed([value_words(one) for one in value]) or NOTHING
    return (
        f"‘{value}’" if isinstance(value, str) and " " in value else str(value) if value not in (None, "") else NOTHING
    )


def _is_picture(value: Any) -> bool:
    return isinstance(value, str) and value.startswith(_PNG)


def _thing(value: Mapping[str, Any]) -> str:
    """What tells a thing best: its value, name or text, else all that is filled in."""
    if set(value) == {"days", "hours"}:
        return f"{_days(value['days'])} {value['hours']}"
    best = value.get("value") or value.get("name") or value.get("text") or value.get("title")
    if best:
        return f"{best} ({value['label']})" if value.get("label") else str(best)
    filled = ((FIELDS.get(name, name), one) for name, one in value.items() if one not in (None, "", [], {}, False))
    return "; ".join(f"{name} {value_words(one)}" for name, one in filled) or NOTHING


def _days(days: Iterable[str]) -> str:
    """ "ma t/m vr" for days that follow each other, else each day."""
    order = [str(day) for day in Weekday]
    places = [order.index(day) for day in days]
    if len(places) > 2 and places == list(range(places[0], places[-1] + 1)):
        return f"{order[places[0]]} t/m {order[places[-1]]}"
    return listed([order[place] for place in places])
