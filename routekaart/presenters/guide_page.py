"""The opening page of a region and a sector."""

from __future__ import annotations

from collections import Counter

from routekaart.drawing.transit import transit_map
from routekaart.engine.routemap import Station
from routekaart.presenters.guide_links import guide_links
from routekaart.presenters.here import EVERYTHING, FOLLOW_UP, Here, View
from routekaart.presenters.region_page import organisations, status
from routekaart.presenters.start import NUMBERS
from routekaart.presenters.step_page import trail

COUNT = ("geen", "één", "twee", "drie", "vier", "vijf", "zes", "zeven", "acht", "negen")


def opening_page(here: Here) -> View:
    """The map, the steps, where to begin, and what holds for this profession."""
    sector, hrefs = here.routemap.sector, map_addresses(here)
    count = len(here.routemap.stations)
    return {
        "title": f"{sector.title} – {here.region.name}",
        "display_name": here.region.display_name,
        "lead": f"{sector.title} · {here.region.name}. {_count(count)} stappen, met de mensen die je hier kunt bellen.",
        "begin_address": here.begin_address(),
        "quick_address": f"{here.begin_address()}#vijf-minuten" if here.routemap.edition.quick else "",
        "search": here.search_form(),
        "everything_address": here.address(EVERYTHING),
        "wide_map": transit_map(here.routemap, size="full", hrefs=hrefs),
        "tall_map": transit_map(here.routemap, size="vertical", hrefs=hrefs),
        "steps": [_card(here, station) for station in here.routemap.stations],
        "beside": beside(here),
        "numbers": NUMBERS,
        "frame": sector_frame(here),
        "bound": sector.bound,
        "status": status(here.map),
        "organisations": organisations(here.map, here.municipality, sector.id),
        "organisation": here.directory.organisation.name if here.directory.organisation else "",
        "leave_organisation": here.address(organisatie=None),
        "trail": [*trail(here, "")[:1], {"text": sector.title}],
    }


def sector_frame(here: Here) -> list[View]:
    """What holds for this profession: bound or not, by which framework, who decides, what is kept."""
    sector = here.routemap.sector
    return [
        {"key": "Moet je de meldcode gebruiken?", "value": sector.bound_text},
        {"key": "Kader van je beroep", "value": sector.framework},
        {"key": "Wie beslist", "value": sector.decides},
        {"key": "Dossier", "value": sector.records},
        {"key": "Bron", "value": sector.source},
    ]


def map_addresses(here: Here) -> dict[str, str]:
    """Where the stations and side lines of the map lead, by id of a step or branch."""
    found = {step.id: here.address(step.id) for step in here.routemap.steps}
    for branch in here.routemap.branches:
        places = Counter(place.step.id for place in here.routemap.placed.values() if place.item.branch == branch.id)
        if branch.line and places:
            (step, _), *_ = places.most_common(1)
            found[branch.id] = f"{here.address(step)}#{step}-thema-{branch.id}"
    return found


def _count(count: int) -> str:
    return COUNT[count].capitalize() if count < len(COUNT) else str(count)


def _card(here: Here, station: Station) -> View:
    text = " ".join(step.purpose for step in station.steps)
    address = here.address(station.steps[0].id)
    return {"number": station.number, "title": station.short, "text": text, "href": address}


def beside(here: Here) -> list[View]:
    """The pages beside the steps."""
    follow_up = here.routemap.follow_up
    return [
        {"text": "Sociale kaart", "href": here.address("sociale-kaart"), "what": "Welke hulp er is, en voor wie."},
        {"text": "Afspraken", "href": here.address("afspraken"), "what": "Wie wat doet, en waar dat op rust."},
        {
            "text": "Welk protocol is van mij?",
            "href": here.address("verhouding"),
            "what": "Wie wat zegt, en wat voorgaat.",
        },
        {"text": "Signalen", "href": here.address("signalen"), "what": "Wat je kunt zien of horen, per leeftijd."},
        *guide_links(here),
        {"text": "Begrippen", "href": here.address("begrippen"), "what": "Wat woorden en afkortingen betekenen."},
        {"text": follow_up.title, "href": here.address(FOLLOW_UP), "what": follow_up.purpose},
        {
            "text": f"Over {here.region.name}",
            "href": here.region_address(),
            "what": "Gemeenten, contactpersoon, scholing en herkomst van de gegevens.",
        },
    ]
