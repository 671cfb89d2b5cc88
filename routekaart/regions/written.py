"""The maps as the files of content/ say them, without a database: for the terminal and for tests."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from difflib import get_close_matches
from pathlib import Path

from routekaart.atlas import Atlas
from routekaart.directory import Directory
from routekaart.engine.routemap import RouteMap
from routekaart.regions.files import RegionContent, read_regions
from routekaart.regions.maps import regional_layers

MOST_NEAR = 5


class UnknownName(Exception):
    """There is no region, sector, edition or organisation of this name; `near` are the names that look like it."""

    def __init__(self, kind: str, name: str, known: Iterable[str]) -> None:
        every = sorted(known)
        self.kind, self.name = kind, name
        self.near = tuple(get_close_matches(name, every, MOST_NEAR, cutoff=0.5)) or tuple(every)
        super().__init__(f"{kind} {name}")


@dataclass(frozen=True, slots=True)
class WrittenMap:
    """A region's files seen from a sector and perhaps from an organisation."""

    directory: Directory
    routemap: RouteMap


class WrittenRegions:
    """Every map that a content folder gives. Raises ContentError when its regions cannot be read."""

    def __init__(self, content: Path) -> None:
        self.atlas = Atlas(content)
        self.regions: RegionContent = read_regions(content)

    def map(
        self, region: str, sector: str, *, edition: str | None = None, organisation: str | None = None
    ) -> WrittenMap:
        """The map of a region and a sector, on the region's own edition or on another one.

        Raises UnknownName, and ContentError when these layers do not fit that edition.
        """
        document = self.regions.regions.get(region)
        if document is None:
            raise UnknownName("region", region, self.regions.regions)
        edition = edition or document.edition
        organisations = [one.id for one in document.organisations]
        for kind, name, known in (
            ("sector", sector, self.atlas.sector_ids),
            ("edition", edition, self.atlas.edition_ids),
            ("organisation", organisation or "", ["", *organisations]),
        ):
            if name not in known:
                raise UnknownName(kind, name, filter(None, known))
        layers = tuple(regional_layers(document, self.regions.groups, organisation, self.regions.sources))
        routemap = self.atlas.routemap(edition, sector, layers, f"{region}/{organisation or ''}")
        group = self.regions.groups.get(document.group or "")
        directory = document.to_directory(self.regions.known.national, group.to_group() if group else None)
        here = replace(directory, region=replace(directory.region, edition=edition))
        return WrittenMap(here.within(organisation), routemap)
