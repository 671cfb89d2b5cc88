"""What the frame of a regional page shows: where one is, and what holds on each page and print of this region."""

from __future__ import annotations

from routekaart.directory import Region
from routekaart.engine.vocabulary import Edition
from routekaart.regions.maps import RegionalMap

FICTIONAL = "Verzonnen regio om te oefenen: de organisaties en hun nummers bestaan niet echt."
FICTIONAL_HELP = "Echte zorgen? Bel Veilig Thuis 0800-2000, bij gevaar 112."


UPDATED = (
    "De gegevens van deze regio zijn bijgewerkt sinds je begon. Je antwoorden staan er nog; "
    "wat je nu ziet, geldt vandaag."
)
MOVED_ON = (
    "Je begon met ‘{title}’. De regio werkt nu met een andere uitgave. Jouw doorloop gaat verder met de uitgave "
    "waarmee je begon."
)
LEFT_OUT = "De eigen afspraken van de regio staan er niet bij: die horen bij de nieuwe uitgave."


def place(region: Region, sector_title: str, change_url: str) -> dict[str, str]:
    """The line in the header."""
    return {"region": region.name, "sector": sector_title, "change_url": change_url}


def banners(region: Region, edition: Edition) -> list[dict[str, str]]:
    """The fixed notices of a historical edition (INV-28) and of a fictional region, most urgent first."""
    found = []
    if edition.banner:
        found.append({"kind": "historical", "text": edition.banner})
    return found + fictional(region)


def fictional(region: Region) -> list[dict[str, str]]:
    """The fixed notice of a fictional region."""
    return [{"kind": "fictional", "text": f"{FICTIONAL} {FICTIONAL_HELP}"}] if region.fictional else []


def since_begun(found: RegionalMap, revision: int) -> list[dict[str, str]]:
    """What a walk that began at this revision of the region should know: another edition since then, or other data."""
    if not found.own_edition:
        text = MOVED_ON.format(title=found.routemap.edition.title)
        return [{"kind": "preview", "text": text if found.own_layers else f"{text} {LEFT_OUT}"}]
    return [{"kind": "preview", "text": UPDATED}] if revision != found.revision else []
