"""What the frame of a regional page shows: where one is, and what holds on each page and print of this region."""

from __future__ import annotations

from collections.abc import Sequence

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
UNTOUCHED = "Aan de partners en afspraken in jouw doorloop veranderde niets."
TOUCHED = "Dit veranderde voor jouw doorloop:"
MORE = " En meer."
MOST_TOLD = 3
LOGO_WIDE, LOGO_HIGH = 120, 32
LEFT_OUT = "De eigen afspraken van de regio staan er niet bij: die horen bij de nieuwe uitgave."


def place(region: Region, sector_title: str, change_url: str) -> dict[str, str]:
    """The line in the header."""
    return {"region": region.name, "sector": sector_title, "change_url": change_url}


def look(region: Region) -> dict[str, str | int]:
    """How the pages of this region look different: addresses of its style sheet and logo; empty when they do not."""
    own = region.look
    if own is None:
        return {}
    found: dict[str, str | int] = {}
    if own.line or own.here:
        found["style"] = f"/{region.slug}/stijl/{own.digest}.css"
    if own.logo:
        wide, high = own.logo_size
        share = min(LOGO_WIDE / wide, LOGO_HIGH / high)
        size = {"width": max(1, round(wide * share)), "height": max(1, round(high * share))}
        found |= {"logo": f"/{region.slug}/stijl/{own.digest}.png", "logo_text": own.logo_text, **size}
    return found


def banners(region: Region, edition: Edition) -> list[dict[str, str]]:
    """The fixed notices of a historical edition (INV-28) and of a fictional region, most urgent first."""
    found = []
    if edition.banner:
        found.append({"kind": "historical", "text": edition.banner})
    return found + fictional(region)


def fictional(region: Region) -> list[dict[str, str]]:
    """The fixed notice of a fictional region."""
    return [{"kind": "fictional", "text": f"{FICTIONAL} {FICTIONAL_HELP}"}] if region.fictional else []


def since_begun(found: RegionalMap, revision: int, touched: Sequence[str] | None = None) -> list[dict[str, str]]:
    """What a walk that began at this revision of the region should know: another edition since then, or other data.

    `touched` says in plain words what changed of the partners and agreements of this walk; None: that is not known.
    """
    if not found.own_edition:
        text = MOVED_ON.format(title=found.routemap.edition.title)
        return [{"kind": "preview", "text": text if found.own_layers else f"{text} {LEFT_OUT}"}]
    if revision == found.revision:
        return []
    meaning = "" if touched is None else f" {_meaning(touched)}"
    link = {"href": f"/{found.slug}/wijzigingen", "link": "Alle wijzigingen"}
    return [{"kind": "preview", "text": f"{UPDATED}{meaning}", **link}]


def _meaning(touched: Sequence[str]) -> str:
    if not touched:
        return UNTOUCHED
    told = ". ".join(touched[:MOST_TOLD])
    return f"{TOUCHED} {told}.{MORE if len(touched) > MOST_TOLD else ''}"
