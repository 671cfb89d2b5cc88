"""A partner, or the gap where nobody is known, as a card."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date, datetime
from typing import Any

from routekaart.directory import (
    AMSTERDAM,
    Contact,
    ContactKind,
    Directory,
    FilledBy,
    Filling,
    OpeningState,
    Partner,
    Region,
    Role,
    Schedule,
    opening,
    soonest_first,
    stale,
)
from routekaart.directory.phone import dialled
from routekaart.presenters import dates
from routekaart.presenters.words import listed

Card = dict[str, Any]
REPORTING_POINT = "advies-en-meldpunt"
ALWAYS_RIGHT = "0800-2000 verbindt je altijd met Veilig Thuis in jouw regio."
DOUBT = "Een nummer op deze kaart is gemeld als verkeerd. De regio kijkt het na. Bel zolang:"
WRONG_PERHAPS = "klopt misschien niet"
_LINK_WORDS = {
    ContactKind.EMAIL: "mail",
    ContactKind.URL: "website",
    ContactKind.CHAT: "chat",
    ContactKind.FORM: "formulier",
}


def cards_for(
    directory: Directory, role_id: str, *, municipality: str | None, now: datetime, before: datetime | None = None
) -> list[Card]:
    """The cards of a role here: its partners, or one gap. An unknown role gives none.

    With `before`, the end of a term, who can be reached sooner within it comes first.
    """
    role = directory.national.roles.get(role_id)
    if role is None:
        return []
    filling = directory.filling(role_id, municipality)
    if not filling.partners:
        return [_gap_card(directory, role)]
    partners = soonest_first(filling.partners, now, before) if before else filling.partners
    return [_card(directory, role, filling, partner, now) for partner in partners]


def partner_card(
    partner: Partner, directory: Directory, now: datetime, *, does_here: str, provenance: str, role_id: str = ""
) -> Card:
    """One partner as a card; for a role, when it is there for that."""
    return {
        "id": partner.id,
        "name": partner.name,
        "is_gap": False,
        "does_here": does_here,
        "phones": phone_lines(partner, directory),
        "doubt": doubt(partner, directory, role_id),
        "tell": f"/klopt-niet/{directory.region.slug}/{partner.id}",
        "opening": opening_words(partner.schedule, now),
        "does": list(partner.does),
        "does_not": list(partner.does_not),
        "links": [_link(one) for one in partner.contacts if one.kind is not ContactKind.PHONE],
        "where": _where(partner, directory),
        "verified": _verified(partner, now.astimezone(AMSTERDAM).date(), directory.national.as_of),
        "note": partner.note,
        "fictional": partner.fictional,
        "provenance": provenance,
    }


def phone_lines(partner: Partner, directory: Directory) -> list[Card]:
    """The numbers of a partner; with where to tell how the call went, and whether one was told to be wrong."""
    return [_asked(contact, partner, directory) for contact in partner.contacts if contact.kind is ContactKind.PHONE]


def to_call(cards: Iterable[Card]) -> list[Card]:
    """The numbers of some cards in the order in which to call; before one in doubt comes what to call instead."""
    return [line for card in cards for line in (*((card.get("doubt") or {}).get("phones", ())), *card["phones"])]


def doubt(partner: Partner, directory: Directory, role_id: str = "") -> Card | None:
    """What to call instead, when a number of a partner was told to be wrong; None when none was."""
    if not directory.standing.doubts(partner):
        return None
    return {"text": DOUBT, "phones": instead(directory, role_id)}


def instead(directory: Directory, role_id: str = "") -> list[Card]:
    """The national number for a role, or of Veilig Thuis."""
    national = directory.national
    found = (one for role in (role_id, REPORTING_POINT) for one in national.fallback(role) if one.phone)
    return [phone_line(one.phone) | {"label": one.name} for one in found if one.phone][:1]


def _asked(contact: Contact, partner: Partner, directory: Directory) -> Card:
    line = phone_line(contact)
    if directory.national.owns(contact.value):
        return line
    if (partner.id, contact.value) in directory.standing.doubtful:
        line["note"] = " · ".join(text for text in (WRONG_PERHAPS, line["note"]) if text)
    return line | {"how": f"/gebeld/{directory.region.slug}/{partner.id}/{dialled(contact.value)}"}


def phone_line(contact: Contact) -> Card:
    """A number with what to know before calling it."""
    remarks = (
        "alleen voor professionals" if contact.professionals_only else "",
        f"kies {contact.menu_choice} in het menu" if contact.menu_choice else "",
        f"toestel {contact.extension}" if contact.extension else "",
        contact.hours,
    )
    note = " · ".join(remark for remark in remarks if remark)
    return {"number": contact.value, "href": contact.href, "label": contact.label, "note": note}


def opening_words(schedule: Schedule | None, now: datetime) -> Card | None:
    """Whether somebody answers now, in words; None when nothing is known of it."""
    state = opening(schedule, now)
    reason = f" ({state.reason})" if state.reason else ""
    match state.state:
        case OpeningState.ALWAYS:
            return {"kind": "open", "text": "Nu open · dag en nacht"}
        case OpeningState.OPEN:
            until = f" · tot {dates.clock(state.until)}" if state.until else ""
            return {"kind": "open", "text": f"Nu open{until}"}
        case OpeningState.CLOSED:
            opens = f" · opent {dates.soon(state.opens, now)}" if state.opens else ""
            return {"kind": "closed", "text": f"Nu gesloten{reason}{opens}"}
    return None


def _card(directory: Directory, role: Role, filling: Filling, partner: Partner, now: datetime) -> Card:
    label = role.label_in(directory.region.edition)
    card = partner_card(
        partner, directory, now, does_here=label, provenance=_origin(directory, filling.by), role_id=role.id
    )
    notes = [card["note"], filling.note]
    if role.id == REPORTING_POINT and filling.by is FilledBy.NATIONAL:
        notes += _own_reporting_point(directory.region)
        card["links"] += (
            [{"text": "website van de regio", "href": directory.region.website}] if directory.region.website else []
        )
    card["note"] = " ".join(note for note in notes if note)
    return card


def _own_reporting_point(region: Region) -> Iterator[str]:
    """The region's organisation behind the national number; where its area is assumed, that this number is right."""
    if region.organisation:
        yield f"In deze regio is dat {region.organisation}."
    if region.assumed and not region.historical:
        yield ALWAYS_RIGHT


def _gap_card(directory: Directory, role: Role) -> Card:
    return {
        "id": role.id,
        "name": role.label_in(directory.region.edition),
        "is_gap": True,
        "does_here": role.does,
        "instead": role.when_gap,
        "phones": [],
        "provenance": "jouw organisatie" if role.level == "organisatie" else _region(directory),
    }


def _origin(directory: Directory, by: FilledBy) -> str:
    match by:
        case FilledBy.ORGANISATION:
            return directory.organisation.name if directory.organisation else "jouw organisatie"
        case FilledBy.NATIONAL:
            return "landelijk"
    return _region(directory)


def _region(directory: Directory) -> str:
    name = directory.region.name
    return name if name.lower().startswith(("regio", "voorbeeldregio")) else f"regio {name}"


def _where(partner: Partner, directory: Directory) -> str:
    found = (directory.region.municipality(code) for code in partner.municipalities)
    names = [one.name for one in found if one]
    return f"voor {listed(names)}" if names else ""


def _link(contact: Contact) -> Card:
    return {"text": contact.label or _LINK_WORDS[contact.kind], "href": contact.href}


def _verified(partner: Partner, today: date, as_of: str) -> Card:
    if partner.verification is None:
        known = f"Landelijk gegeven, stand {as_of}" if partner.national and as_of else "Nog niet gecontroleerd"
        return {"text": known, "stale": True}
    checked = f"gecontroleerd op {dates.day(partner.verification.on)}"
    if stale(partner.verification, today):
        return {"text": f"Niet recent gecontroleerd: {checked}", "stale": True}
    return {"text": f"{checked[:1].upper()}{checked[1:]}, door {partner.verification.by}", "stale": False}


def roles_in_order(role_ids: Iterator[str]) -> tuple[str, ...]:
    """Each role once, in the order in which they come up; none for what you do yourself."""
    return tuple(role for role in dict.fromkeys(role_ids) if role)
