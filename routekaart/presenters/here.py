"""Where a reader of the guide is: region, sector, municipality, organisation; and the addresses from there."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import quote, urlencode

from routekaart.directory import Directory, Municipality, Region
from routekaart.engine.routemap import RouteMap
from routekaart.engine.vocabulary import Step
from routekaart.presenters import frame
from routekaart.regions.maps import RegionalMap

View = dict[str, Any]
ACUTE, FOLLOW_UP, SEARCH = "acuut", "vervolg", "zoeken"
NOT_HERE = "niet-hier"
EVERYTHING, WHOLE, WHO_HELPS = "alles", "alles/volledig", "alles/wie-helpt"


def with_query(path: str, values: Mapping[str, str | None]) -> str:
    """A path with the values that are there, in the one order in which the page cache knows them."""
    given = urlencode(sorted((name, value) for name, value in values.items() if value), quote_via=quote)
    return f"{path}?{given}" if given else path


@dataclass(frozen=True, slots=True)
class Here:
    """A map of a region and a sector, as seen from a municipality (a code of this region) and an organisation."""

    map: RegionalMap
    municipality: str | None = None

    @property
    def routemap(self) -> RouteMap:
        """The protocol as it holds here."""
        return self.map.routemap

    @property
    def directory(self) -> Directory:
        """Who fills which role here."""
        return self.map.directory

    @property
    def region(self) -> Region:
        """The region."""
        return self.map.directory.region

    @property
    def organisation(self) -> str | None:
        """The id of the organisation, if any."""
        inside = self.directory.organisation
        return inside.id if inside else None

    @property
    def place(self) -> Municipality | None:
        """The municipality, if one is chosen."""
        return self.region.municipality(self.municipality) if self.municipality else None

    def address(self, page: str = "", **more: str | None) -> str:
        """A page of this region and sector (a step's id, "alles", ""), with everything chosen so far."""
        path = f"/{self.map.slug}/{self.routemap.sector.id}/{page}"
        return with_query(path, {"gemeente": self.municipality, "organisatie": self.organisation, **more})

    def region_address(self) -> str:
        """The page about the region."""
        return with_query(f"/{self.map.slug}/", {"gemeente": self.municipality})

    def begin_address(self) -> str:
        """Where a walk begins; in a draft that is only looked at, a page that says why it does not."""
        if not self.map.is_live:
            return f"/{self.map.slug}/{NOT_HERE}"
        chosen = {"gemeente": self.municipality, "organisatie": self.organisation}
        return with_query("/doorloop/begin", {"regio": self.map.slug, "sector": self.routemap.sector.id, **chosen})

    def change_address(self, page: str = "") -> str:
        """Where one chooses another municipality or profession and comes back to the same page."""
        if not self.map.is_live:
            return self.region_address()
        chosen = {"gemeente": self.municipality, "stap": page}
        return with_query("/wijzig", {"regio": self.map.slug, "sector": self.routemap.sector.id, **chosen})

    def frame(self, page: str = "") -> View:
        """The frame around each page of this region and sector."""
        found = frame.place(self.region, self.routemap.sector.title, self.change_address(page))
        found["search_url"] = self.address(SEARCH)
        if self.place:
            found["region"] = f"{self.place.name}, {self.region.name}"
        return {
            "site": {"danger": self.address(ACUTE)},
            "place": found,
            "look": frame.look(self.region),
            "banners": frame.banners(self.region, self.routemap.edition),
        }

    def search_form(self) -> View:
        """The form that searches here."""
        kept = {"gemeente": self.municipality, "organisatie": self.organisation}
        return {
            "action": f"/{self.map.slug}/{self.routemap.sector.id}/{SEARCH}",
            "hidden": [{"name": name, "value": value} for name, value in kept.items() if value],
        }

    def step_name(self, step: Step) -> str:
        """ "Stap 3 van 5", or the name of a line beside the steps."""
        station = self.routemap.station_of(step.id)
        if station is None:
            return "Naast de stappen" if step.id == ACUTE else "Na de stappen"
        return f"Stap {station.number} van {len(self.routemap.stations)}"

    def municipality_choice(self, page: str, **more: str | None) -> View:
        """A form that chooses a municipality of this region for a page."""
        options = [{"value": "", "text": f"Heel {self.region.name}", "selected": not self.municipality}]
        options += [
            {"value": one.code, "text": one.name, "selected": one.code == self.municipality}
            for one in self.region.municipalities
        ]
        kept = {"organisatie": self.organisation, **more}
        return {
            "action": f"/{self.map.slug}/{self.routemap.sector.id}/{page}",
            "options": options,
            "hidden": [{"name": name, "value": value} for name, value in kept.items() if value],
        }
