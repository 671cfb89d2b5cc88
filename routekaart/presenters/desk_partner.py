"""The form of a partner at the desk, and how the list of partners tells of one."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from routekaart.directory import Aim, CareLevel, ContactKind, Verification, Weekday, stale
from routekaart.directory.verification import DEFAULT_REVIEW_MONTHS
from routekaart.presenters import dates
from routekaart.presenters.desk_fields import (
    Choice,
    Choices,
    Day,
    Field,
    Flag,
    Group,
    Kept,
    Lines,
    Number,
    Option,
    Rows,
    Span,
    Text,
)
from routekaart.presenters.desk_form import Around
from routekaart.presenters.desk_list import Row
from routekaart.presenters.desk_typing import as_contact, as_hours
from routekaart.presenters.social_map import AIMS
from routekaart.presenters.words import listed

KINDS: Mapping[ContactKind, str] = {
    ContactKind.PHONE: "Telefoon",
    ContactKind.EMAIL: "Mail",
    ContactKind.URL: "Website",
    ContactKind.CHAT: "Chat",
    ContactKind.FORM: "Formulier op een website",
}
LEVELS: Mapping[CareLevel, tuple[str, str]] = {
    CareLevel.UNIVERSAL_PREVENTION: ("Voorkomen, voor iedereen", "Folders, lessen, consultatiebureau."),
    CareLevel.SELECTIVE_PREVENTION: ("Voorkomen, waar de kans groter is", "Extra steun voor jonge of arme gezinnen."),
    CareLevel.INDICATED_PREVENTION: ("Signaleren, bij de eerste zorgen", "Meekijken en steunen als er iets opvalt."),
    CareLevel.EARLY_INTERVENTION: ("Stoppen, als het thuis niet goed gaat", "Hulp voor het gezin, vroeg en dichtbij."),
    CareLevel.DIAGNOSTICS_AND_INTERVENTION: ("Schade beperken", "Onderzoek, behandeling en bescherming."),
}
"""The five levels of the care continuum in plain words (C11: nobody thinks in levels)."""
UNUSUAL_AIM = "Wat bij deze zorg past"


def partner_fields(around: Around) -> tuple[Field, ...]:
    """Everything that is known of a partner, in the order in which a coordinator thinks of it."""
    return (
        Text("name", "Naam"),
        Choices("roles", "Rollen in het protocol", ROLES_HINT, options=tuple(_roles(around)), folded=True),
        Lines("does", "Wat de partner doet", "Zet elk punt op een eigen regel."),
        Lines("does_not", "Wat de partner niet doet", "Zet elk punt op een eigen regel."),
        contact_rows(),
        _schedule(),
        Flag("address_secret", "Het adres is geheim", "Er komt dan nergens een adres te staan."),
        _locations(),
        Choices("municipalities", "Gemeenten", EVERYWHERE, options=tuple(municipality_options(around)), inline=True),
        _services(around),
        verification_group("Controle"),
        Text("note", "Opmerking", "Staat op de kaart van de partner.", rows=3),
        Text("source", "Bron", "Waar je dit van weet. Dit is openbaar."),
    )


ROLES_HINT = "Vink aan wat de partner kan. Wie welke rol vult, kies je bij ‘Rollen en gemeenten’."
EVERYWHERE = "Vink niets aan als het voor de hele regio is."


def contact_rows(label: str = "Contact", name: str = "contacts") -> Rows:
    """Ways to reach somebody, the best one first."""
    return Rows(
        name,
        label,
        "Zet het nummer dat men het eerst moet bellen bovenaan.",
        fields=contact_fields(),
        one="contact",
        title_by=("value", "label"),
        folded=True,
        clean=clean_contact,
    )


def clean_contact(data: dict[str, Any]) -> dict[str, Any]:
    """A contact with its number or address in its one written form."""
    return {**data, "value": as_contact(data["kind"], data["value"]) if data["value"] else ""}


def contact_fields() -> tuple[Field, ...]:
    """One way to reach somebody."""
    return (
        Choice("kind", "Soort", options=tuple(Option(str(kind), text) for kind, text in KINDS.items())),
        Text("value", "Nummer of adres", "Een telefoonnummer, mailadres of webadres. Wij schrijven het netjes."),
        Text("label", "Waarvoor", "Bijvoorbeeld: aanmelden."),
        Flag("professionals_only", "Alleen voor professionals"),
        Text("menu_choice", "Keuze in het menu", short=True),
        Text("extension", "Toestel", short=True),
        Text("hours", "Opmerking over de uren", "Alleen als dit contact andere uren heeft dan de partner."),
        verification_group("Eigen controle van dit contact", folded=True),
    )


def verification_group(label: str, *, folded: bool = False) -> Group:
    """When and by whom something was checked."""
    return Group(
        "verification",
        label,
        fields=(
            Day("verified_on", "Gecontroleerd op"),
            Text("verified_by", "Door", "Een functie, geen naam van een mens."),
            Number("review_months", "Opnieuw controleren na (maanden)", f"Leeg: {DEFAULT_REVIEW_MONTHS} maanden."),
        ),
        optional=True,
        folded=folded,
        clean=_with_review_term,
    )


def municipality_options(around: Around) -> Iterable[Option]:
    """The municipalities of the region."""
    return (Option(code, name) for code, name in around.municipalities.items())


def checked_today(data: Mapping[str, Any], around: Around, who: str) -> Mapping[str, Any]:
    """The partner as checked today by somebody."""
    before = data.get("verification") or {}
    months = before.get("review_months") or DEFAULT_REVIEW_MONTHS
    checked = {"verified_on": around.today.isoformat(), "verified_by": who, "review_months": months}
    return {"verification": checked}


def partner_row(data: Mapping[str, Any], around: Around) -> Row:
    """A partner in the list: its first number, its roles, where it works; marked when it was not checked recently."""
    roles = [around.roles.get(one, one) for one in data["roles"]]
    places = [around.municipalities.get(one, one) for one in data["municipalities"]]
    first = next((one["value"] for one in data["contacts"]), "geen contact")
    return Row(
        name=data["name"],
        about=(first, listed(roles), listed(places) or "hele regio"),
        mark="" if _is_fresh(data["verification"], around.today) else "niet recent gecontroleerd",
    )


def _roles(around: Around) -> Iterable[Option]:
    labels = around.roles
    return (Option(one.id, labels[one.id], one.does) for one in around.national.roles.values())


def _schedule() -> Group:
    days = tuple(Option(str(day), name) for day, name in zip(Weekday, dates.WEEKDAYS, strict=True))
    week = (
        Choices("days", "Dagen", options=days, inline=True),
        Span("hours", "Tijden", "Bijvoorbeeld 9:00 tot 17:00."),
    )
    other = (
        Day("first", "Van"),
        Day("last", "Tot en met"),
        Lines("hours", "Uren op die dagen", "Bijvoorbeeld 9:00-12:00. Leeg: gesloten.", rows=2, clean=as_hours),
        Text("reason", "Waarom", "Bijvoorbeeld: kerstsluiting."),
    )
    return Group(
        "schedule",
        "Openingstijden",
        fields=(
            Flag("always", "Dag en nacht bereikbaar, elke dag"),
            Rows("periods", "De week", "Dagen met dezelfde tijden staan samen.", week, "tijden"),
            Flag("open_on_holidays", "Ook open op feestdagen"),
            Rows("exceptions", "Andere dagen", "Vakantie, verbouwing, een avond extra.", other, "afwijking"),
            Text("note", "Opmerking over de tijden"),
        ),
        optional=True,
    )


def _locations() -> Rows:
    fields = (Text("name", "Naam"), Text("street", "Straat en nummer"), Text("postal_code", "Postcode", short=True))
    return Rows(
        "locations", "Adressen", "", (*fields, Text("town", "Plaats")), "adres", title_by=("name", "town"), folded=True
    )


def _services(around: Around) -> Rows:
    levels = tuple(Option(str(int(level)), *words) for level, words in LEVELS.items())
    aims = tuple(Option(str(aim), AIMS[aim][0]) for aim in Aim)
    fields = (
        Kept("id", ""),
        Text("name", "Naam"),
        Text("what", "Wat het is", rows=2),
        Choice("level", "Waar het voor is", options=levels, large=True, number=True),
        Choice("aim", "Doel", "Alleen als het anders is dan hierboven.", aims, nothing=UNUSUAL_AIM),
        _target(),
        Choices("themes", "Thema’s", options=tuple(_themes(around)), inline=True),
        Text("access", "Toegang", "Wie het mag gebruiken, en of er een verwijzing nodig is."),
        Text("reach", "Hoe aan te melden"),
        _waiting(around),
        Choices("municipalities", "Gemeenten", EVERYWHERE, options=tuple(municipality_options(around)), inline=True),
    )
    return Rows(
        "services",
        "Aanbod",
        "Wat de partner te bieden heeft, voor de sociale kaart.",
        fields,
        "aanbod",
        named_by="name",
        title_by=("name",),
        folded=True,
    )


def _target() -> Group:
    fields = (
        Text("who", "Voor wie"),
        Number("min_age", "Vanaf leeftijd"),
        Number("max_age", "Tot en met leeftijd"),
        Flag("unborn", "Ook tijdens de zwangerschap"),
    )
    return Group("target", "Doelgroep", fields=fields)


def _waiting(around: Around) -> Group:
    fields = (Number("weeks", "Weken"), Day("known_on", "Bekend op", f"Bijvoorbeeld {around.today:%d-%m-%Y}"))
    hint = "Professionals zien dit drie maanden lang. Daarna weet je het opnieuw, of blijft het weg."
    return Group("waiting", "Wachttijd", hint, fields, optional=True)


def _themes(around: Around) -> Iterable[Option]:
    used = {one for partner in around.data["partners"] for service in partner["services"] for one in service["themes"]}
    return (Option(one, one.replace("-", " ")) for one in sorted(used))


def _with_review_term(data: dict[str, Any]) -> dict[str, Any]:
    return {**data, "review_months": data["review_months"] or DEFAULT_REVIEW_MONTHS}


def _is_fresh(checked: Mapping[str, Any] | None, today: date) -> bool:
    if checked is None:
        return False
    on = date.fromisoformat(checked["verified_on"])
    return not stale(Verification(on, checked["verified_by"], checked["review_months"]), today)
