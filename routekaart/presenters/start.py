"""Finding one's region: the start page, the list of regions, what was found, and changing place."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from routekaart.directory import Region
from routekaart.engine.vocabulary import Sector
from routekaart.presenters.here import View, with_query
from routekaart.presenters.region_page import grouped
from routekaart.regions.municipalities import Fit, Match, NameKind

EMPTY = "Vul een gemeente in, of kies een regio uit de lijst."
NUMBERS = (
    {"number": "112", "href": "tel:112", "label": "Er is nu gevaar", "danger": True},
    {"number": "0800-2000", "href": "tel:08002000", "label": "Veilig Thuis: advies en melden, dag en nacht, gratis"},
)
_BECAUSE = {
    NameKind.NAME: "",
    NameKind.ALIAS: "ook bekend als {name}",
    NameKind.FORMER: "{name} hoort hier nu bij",
    NameKind.PART: "een deel van {name} hoort hier nu bij",
}


def sector_options(sectors: Iterable[Sector], chosen: str = "") -> list[View]:
    """The professions to choose from, by group."""
    return [
        {
            "title": title,
            "options": [{"value": one.id, "text": one.title, "selected": one.id == chosen} for one in together],
        }
        for title, together in grouped(sectors)
    ]


def region_links(regions: Iterable[Region]) -> View:
    """The regions as links by name; fictional ones apart."""
    real: list[View] = []
    fictional: list[View] = []
    for region in sorted(regions, key=lambda one: one.name):
        row = {"text": region.name, "href": f"/{region.slug}/", "about": region.organisation}
        (fictional if region.fictional else real).append(row)
    return {"real": real, "fictional": fictional}


def one_place(matches: Sequence[Match], region: str = "") -> Match | None:
    """The place that somebody surely means: the only one with exactly this name (in this region, then anywhere), or
    the only one that is like it, by a name that it has today and with one typing error at most.
    """
    near = [match for match in matches if match.place.region == region and match.fit is Fit.EXACT]
    exact = [match for match in matches if match.fit is Fit.EXACT and match.kind is not NameKind.PART]
    like = [match for match in matches if match.kind in (NameKind.NAME, NameKind.ALIAS) and match.errors <= 1]
    alone = like if len(matches) == 1 else []
    return next((found[0] for found in (near, exact, alone) if len(found) == 1), None)


def choices_page(query: str, matches: Sequence[Match], regions: Sequence[Region], chosen: Mapping[str, str]) -> View:
    """What fits when one place is not sure; never a dead end."""
    return {
        "title": "Kies je gemeente",
        "heading": _heading(query, matches),
        "query": query,
        "error": "" if query.strip() else EMPTY,
        "places": [_choice(match, chosen) for match in matches],
        "regions": [{"text": one.name, "href": destination(one.slug, chosen)} for one in regions],
        "hidden": [{"name": name, "value": value} for name, value in chosen.items() if value],
        "numbers": NUMBERS,
    }


def destination(region: str, chosen: Mapping[str, str], municipality: str = "") -> str:
    """The page in a region that keeps the place where somebody was."""
    sector = chosen.get("sector", "")
    path = f"/{region}/{sector}/{chosen.get('stap', '')}" if sector else f"/{region}/"
    return with_query(path, {"gemeente": municipality})


def change_page(region: Region, municipality: str, sectors: Iterable[Sector], sector: str, step: str) -> View:
    """Another municipality or profession, and back to the same page."""
    place = region.municipality(municipality)
    return {
        "title": "Wijzig regio of beroep",
        "municipality": place.name if place else "",
        "region": region.name,
        "sectors": sector_options(sectors, sector),
        "hidden": [{"name": "regio", "value": region.slug}, {"name": "stap", "value": step}],
        "back": destination(region.slug, {"sector": sector, "stap": step}, municipality),
    }


def _heading(query: str, matches: Sequence[Match]) -> str:
    if not query.strip():
        return "In welke gemeente is de situatie?"
    if not matches:
        return f"We kennen geen gemeente ‘{query.strip()}’"
    return f"Welke gemeente bedoel je met ‘{query.strip()}’?"


def _choice(match: Match, chosen: Mapping[str, str]) -> View:
    place = match.place
    because = _BECAUSE[match.kind].format(name=match.because)
    return {
        "text": place.name,
        "about": " · ".join(text for text in (place.region_name, because) if text),
        "href": destination(place.region, chosen, place.code),
    }
