"""What every view may ask for: settings, database, maps, municipalities, guides, signals."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import cast

from flask import Flask, current_app
from sqlalchemy import Engine

from routekaart import clock, config
from routekaart.atlas import Atlas
from routekaart.config import Settings
from routekaart.content.glossary import Glossary, read_glossary
from routekaart.content.guides import Guides, read_guides
from routekaart.content.national import read_national
from routekaart.content.signals import read_signals
from routekaart.engine.signals import Catalogue
from routekaart.regions.checks import Known
from routekaart.regions.document import RegionDocument, RegionGroupDocument
from routekaart.regions.files import places, read_groups, read_named
from routekaart.regions.groups import LiveGroups
from routekaart.regions.live import LiveRegions
from routekaart.regions.maps import RegionalMaps
from routekaart.regions.municipalities import Index, index
from routekaart.search.catalogue import Catalogue as SearchCatalogue
from routekaart.storage.database import engine_for
from routekaart.upkeep.standing import LiveStandings

EXTENSION = "routekaart"


@dataclass(slots=True)
class Services:
    """Made once per process; nothing in it belongs to one visitor."""

    settings: Settings
    content: Path
    engine: Engine
    maps: RegionalMaps
    signals: Catalogue
    guides: Guides
    glossary: Glossary
    standings: LiveStandings
    groups: LiveGroups
    _shown: tuple[object, object, object] | None = None
    _places: tuple[object, Index] | None = None
    _catalogue: SearchCatalogue | None = None
    _known: Known | None = None

    def shown(self) -> object:
        """What public pages are made from: the same object until something is published or came in about a number."""
        made_of = (self.maps.live.all(), self.standings.all(), self.groups.all())
        kept = self._shown
        if kept is None or any(before is not now for before, now in zip(kept, made_of, strict=True)):
            kept = self._shown = made_of
        return kept

    @property
    def municipalities(self) -> Index:
        """Every municipality of the live regions, to search in; made anew after a publication."""
        regions = self.maps.live.all()
        if self._places is None or self._places[0] is not regions:
            documents = [region.document for region in regions.values()]
            self._places = (regions, index(places(documents, read_named(self.content))))
        return self._places[1]

    @property
    def known(self) -> Known:
        """What a region may refer to outside itself; read when somebody first edits."""
        if self._known is None:
            names = {one.code: one.name for one in read_named(self.content).values()}
            editions = frozenset(self.maps.atlas.edition_ids)
            self._known = Known(self.maps.national, names, frozenset(self.maps.groups), editions)
        return self._known

    @property
    def catalogue(self) -> SearchCatalogue:
        """Everything that can be found; made when somebody first searches."""
        if self._catalogue is None:
            plain = self.maps.atlas.routemap
            self._catalogue = SearchCatalogue(self.maps.national, self.glossary, self.signals, plain)
        return self._catalogue


def make_services(settings: Settings, content: Path = config.ROOT / "content") -> Services:
    """Raises ContentError when the content cannot be used."""
    engine = engine_for(settings.database_url)
    live = LiveRegions(engine, RegionDocument.model_validate_json, clock.now)
    national = read_national(content)
    standings = LiveStandings(engine, clock.now)
    live_groups = LiveRegions(engine, RegionGroupDocument.model_validate_json, clock.now, groups=True)
    groups = LiveGroups(read_groups(content), live_groups)
    maps = RegionalMaps(Atlas(content), live, national, groups.all, standings.of)
    signals, guides, glossary = read_signals(content), read_guides(content, national), read_glossary(content)
    return Services(settings, content, engine, maps, signals, guides, glossary, standings, groups)


def init_app(app: Flask, services: Services) -> None:
    """Give the application its services."""
    app.extensions[EXTENSION] = services


def services() -> Services:
    """The services of the application that answers this request."""
    return cast(Services, current_app.extensions[EXTENSION])
