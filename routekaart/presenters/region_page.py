"""A region as its page introduces it: status, people to ask, data and where they come from."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta

from routekaart.directory import (
    AMSTERDAM,
    Contact,
    ContactKind,
    Coordinator,
    Covenant,
    Directory,
    LocalDocument,
    RegionStatus,
    Training,
    stale,
)
from routekaart.engine.vocabulary import Edition, LayerKind, Sector, SectorGroup
from routekaart.presenters import dates, words
from routekaart.presenters.here import View, with_query
from routekaart.presenters.partner_card import ALWAYS_RIGHT, phone_line
from routekaart.regions.maps import RegionalMap

STATUSES = {
    RegionStatus.NATIONAL_ONLY: "landelijke gegevens",
    RegionStatus.DRAFT: "concept",
    RegionStatus.ADOPTED: "vastgesteld",
}
MEANINGS = {
    RegionStatus.NATIONAL_ONLY: "De stappen en nummers zijn landelijk. De regio heeft haar eigen partners en afspraken "
    "nog niet ingevuld.",
    RegionStatus.DRAFT: "De regio werkt hier nog aan. Er kan nog iets veranderen.",
    RegionStatus.ADOPTED: "De regio heeft deze routekaart vastgesteld.",
}
NO_DUTY = (
    "De meldcode is geen meldplicht. Je moet de stappen zetten; of je meldt, besluit je na je afweging. Bij acute of "
    "structurele onveiligheid is melden bij Veilig Thuis de professionele norm."
)
NO_DUTY_2011 = "De meldcode is geen meldplicht. Je zet de stappen; of je meldt, besluit je na je afweging."
ENDS_SOON = timedelta(days=92)
ASSUMED = "Welke gemeenten bij deze regio horen, is niet in een bron gelezen maar aangenomen."
CONTACT_WORDS = {
    ContactKind.PHONE: "telefoon",
    ContactKind.EMAIL: "mail",
    ContactKind.URL: "website",
    ContactKind.CHAT: "chat",
    ContactKind.FORM: "formulier",
}


def region_page(
    found: RegionalMap, edition: Edition, sectors: Iterable[Sector], municipality: str | None, today: date
) -> View:
    """The page of a region; `found` is its map for any sector."""
    directory = found.directory
    region = directory.region
    place = region.municipality(municipality) if municipality else None
    return {
        "title": region.name,
        "heading": region.display_name,
        "lead": f"De stappen van de meldcode in {place.name if place else region.name}. Kies waar je werkt.",
        "sector_groups": [
            {"title": title, "sectors": [_sector(found.slug, one, municipality) for one in together]}
            for title, together in grouped(sectors)
        ],
        "status": status(found),
        "facts": _facts(found, edition),
        "data_note": region.data_note,
        "assumed": f"{ASSUMED} {ALWAYS_RIGHT}" if region.assumed and not region.historical else "",
        "no_duty": NO_DUTY_2011 if region.historical else NO_DUTY,
        "coordinator": coordinator(region.coordinator),
        "training": [_training(one) for one in directory.training],
        "covenants": [covenant(directory, one, today) for one in directory.covenants.values()],
        "documents": [local_document(directory, one, today) for one in directory.documents],
        "organisations": organisations(found, municipality),
        "trail": [{"text": "Alle regio's", "href": "/regios"}, {"text": region.name}],
    }


def in_order(sectors: Iterable[Sector]) -> list[Sector]:
    """By name; who belongs to none of them last."""
    return sorted(sectors, key=lambda one: (one.group is SectorGroup.OTHER, one.title))


def grouped(sectors: Iterable[Sector]) -> list[tuple[str, list[Sector]]]:
    """The sectors that stand together under a heading, by name."""
    ordered = in_order(sectors)
    together = ((group, [one for one in ordered if one.group is group]) for group in SectorGroup)
    return [(words.SECTOR_GROUPS[group], found) for group, found in together if found]


def status(found: RegionalMap) -> View:
    """Status, version and date of a region's route map, for everybody to see (R33)."""
    region = found.directory.region
    on = f" op {dates.day(region.status_on)}" if region.status_on else ""
    published = dates.day(found.published_at.astimezone(AMSTERDAM).date())
    return {
        "text": f"{STATUSES[region.status].capitalize()}{on}",
        "version": f"Versie {found.revision}, gepubliceerd op {published}",
        "meaning": MEANINGS[region.status],
        "name": region.display_name,
        "changes": f"/{found.slug}/wijzigingen" if found.is_live else "",
    }


def coordinator(one: Coordinator | None) -> View | None:
    """The one contact point of a region; None is a gap."""
    if one is None:
        return None
    return {
        "function": one.function,
        "organisation": one.organisation,
        "tasks": list(one.tasks),
        "phones": [phone_line(contact) for contact in one.contacts if contact.kind is ContactKind.PHONE],
        "links": [link(contact) for contact in one.contacts if contact.kind is not ContactKind.PHONE],
    }


def covenant(directory: Directory, one: Covenant, today: date) -> View:
    """A signed paper: who can be held to it, since when and until when."""
    partners = [directory.partners[name].name for name in one.signatories if name in directory.partners]
    return {
        "id": one.id,
        "name": one.name,
        "signatories": [*partners, *one.also_signed],
        "period": period(one),
        "state": state(one, today),
        "no_end": not one.valid_until,
        "document": one.document,
    }


def period(one: Covenant) -> str:
    """From when until when a covenant holds."""
    since = f"sinds {dates.day(one.valid_from)}" if one.valid_from else ""
    until = f"tot en met {dates.day(one.valid_until)}" if one.valid_until else ""
    return " ".join(text for text in (since, until) if text)


def state(one: Covenant, today: date) -> View | None:
    """Whether a covenant has ended, ends within three months or begins later; None when it simply holds."""
    if one.valid_until and one.valid_until < today:
        return {"kind": "ended", "text": f"afgelopen op {dates.day(one.valid_until)}"}
    if one.valid_from and one.valid_from > today:
        return {"kind": "later", "text": f"gaat in op {dates.day(one.valid_from)}"}
    if one.valid_until and one.valid_until - today <= ENDS_SOON:
        return {"kind": "soon", "text": f"loopt binnenkort af: {dates.day(one.valid_until)}"}
    return None


def organisations(found: RegionalMap, municipality: str | None, sector: str | None = None) -> list[View]:
    """The organisations of a region with agreements of their own, as links to their view of the map."""
    return [
        {
            "name": one.name,
            "note": one.note,
            "href": with_query(f"/{found.slug}/{one.sector}/", {"gemeente": municipality, "organisatie": one.id}),
        }
        for one in found.directory.organisations.values()
        if sector in (None, one.sector)
    ]


def link(contact: Contact) -> View:
    """A contact that is no phone number."""
    return {"text": contact.label or CONTACT_WORDS[contact.kind], "href": contact.href}


def _sector(slug: str, sector: Sector, municipality: str | None) -> View:
    address = with_query(f"/{slug}/{sector.id}/", {"gemeente": municipality})
    return {"title": sector.title, "audience": sector.audience, "href": address}


def group_name(found: RegionalMap) -> str:
    """The region group whose protocol holds here too (R8); "" when there is none."""
    return next((layer.title for layer in found.routemap.layers if layer.kind is LayerKind.REGION_GROUP), "")


def _facts(found: RegionalMap, edition: Edition) -> list[View]:
    region, group = found.directory.region, group_name(found)
    return [
        {"key": "Gemeenten", "value": [one.name for one in region.municipalities]},
        {"key": "Advies en melden", "value": region.organisation},
        *([{"key": "Bovenregionaal protocol van", "value": group}] if group else []),
        {"key": "Landelijke editie", "value": f"{edition.title} ({edition.source})"},
        {"key": "Een doorloop wordt bewaard", "value": f"{region.retention_days} dagen na de laatste wijziging"},
    ]


def local_document(directory: Directory, one: LocalDocument, today: date) -> View:
    """A document of the region: what it is, for whom, where to read it, and whether it was checked recently."""
    edition, known = directory.region.edition, directory.national.roles
    return {
        "title": one.title,
        "what": one.what,
        "href": one.link,
        "whom": words.listed([known[role].label_in(edition) for role in one.roles if role in known]),
        "is_stale": stale(one.checked, today),
    }


def _training(one: Training) -> View:
    return {
        "title": one.title,
        "what": one.what,
        "facts": " · ".join(text for text in (one.whom, one.duration, one.provider) if text),
        "apply": link(one.apply) if one.apply else None,
    }
