"""What the frame of a regional page shows: where one is, and what holds on each page and print of this region."""

from __future__ import annotations

from routekaart.directory import Region
from routekaart.engine.vocabulary import Edition

FICTIONAL = "Verzonnen regio om te oefenen: de organisaties en hun nummers bestaan niet echt."
FICTIONAL_HELP = "Echte zorgen? Bel Veilig Thuis 0800-2000, bij gevaar 112."


UPDATED = (
    "De gegevens van deze regio zijn bijgewerkt sinds je begon. Je antwoorden staan er nog; "
    "wat je nu ziet, geldt vandaag."
)


def place(region: Region, sector_title: str, change_url: str) -> dict[str, str]:
    """The line in the header."""
    return {"region": region.name, "sector": sector_title, "change_url": change_url}


def banners(region: Region, edition: Edition) -> list[dict[str, str]]:
    """The fixed notices of a historical edition (INV-28) and of a fictional region, most urgent first."""
    found = []
    if edition.banner:
        found.append({"kind": "historical", "text": edition.banner})
    if region.fictional:
        found.append({"kind": "fictional", "text": f"{FICTIONAL} {FICTIONAL_HELP}"})
    return found
