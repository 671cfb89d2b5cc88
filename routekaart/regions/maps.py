"""What a view asks: the protocol and the directory as they hold in a region, for a sector, within an organisation."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from threading import Lock

from routekaart.atlas import MAPS_KEPT, Atlas
from routekaart.content.reader import read_layer
from routekaart.content.source import ContentError, Location, Source
from routekaart.directory import NOTHING_NEW, Directory, National, Standing
from routekaart.engine.routemap import RouteMap
from routekaart.engine.vocabulary import Layer, LayerKind
from routekaart.regions.document import RegionDocument, RegionGroupDocument
from routekaart.regions.live import Live, LiveRegions


@dataclass(frozen=True, slots=True)
class RegionalMap:
    """One published revision of a region, seen from a sector and perhaps from an organisation.

    `own_edition` is False when the region itself works with another edition than this map. `own_layers` is False when
    what the region adds does not fit this edition and is left out. `is_live` is False for what is only looked at.
    `group_revision` is the revision of the region's group that it holds.
    """

    slug: str
    revision: int
    published_at: datetime
    directory: Directory
    routemap: RouteMap
    own_edition: bool = True
    own_layers: bool = True
    is_live: bool = True
    group_revision: int = 0


_Key = tuple[str, str, str | None, str]
_Group = Live[RegionGroupDocument]
_Kept = tuple[Live[RegionDocument], _Group | None, RegionalMap]


class RegionalMaps:
    """The maps of all live regions, compiled when first asked for and again after a publication."""

    def __init__(
        self,
        atlas: Atlas,
        live: LiveRegions[RegionDocument],
        national: National,
        groups: Callable[[], Mapping[str, _Group]],
        standing: Callable[[str, int], Standing] = lambda slug, revision: NOTHING_NEW,
    ) -> None:
        """`groups` gives the live region groups.

        `standing` gives what came in about a region's partners since a revision: the same object until more came.
        """
        self._standing = standing
        self.atlas = atlas
        self.live = live
        self.national = national
        self._groups = groups
        self._lock = Lock()
        self._directories: dict[str, tuple[int, Standing, _Group | None, Directory]] = {}
        self._maps: OrderedDict[_Key, _Kept] = OrderedDict()

    @property
    def groups(self) -> Mapping[str, RegionGroupDocument]:
        """The document of each live region group by slug."""
        return {slug: one.document for slug, one in self._groups().items()}

    def get(
        self, slug: str, sector: str, organisation: str | None = None, edition: str | None = None
    ) -> RegionalMap | None:
        """The map of a region and a sector, on the region's own edition or on another one.

        None when region or sector is unknown. An unknown organisation counts as none, an unknown edition as the
        region's own.
        """
        region = self.live.get(slug)
        if region is None or sector not in self.atlas.sector_ids:
            return None
        document = region.document
        inside = organisation if any(one.id == organisation for one in document.organisations) else None
        asked = edition if edition in self.atlas.edition_ids else document.edition
        kept = self._maps.get((slug, sector, inside, asked))
        if kept and self._holds(kept, region):
            return kept[2]
        return self._make(region, sector, inside, asked)

    def _holds(self, kept: _Kept, region: Live[RegionDocument]) -> bool:
        """Whether a map is still made of what is live now."""
        if kept[0] is not region or kept[1] is not self._group(region.document):
            return False
        return kept[2].directory.standing is self._standing(region.slug, region.number)

    def of_draft(
        self, region: Live[RegionDocument], sector: str, organisation: str | None, name: str
    ) -> RegionalMap | None:
        """The map of a region that is not live; `name` differs whenever its document does. None: no such sector."""
        document = region.document
        if sector not in self.atlas.sector_ids:
            return None
        inside = organisation if any(one.id == organisation for one in document.organisations) else None
        group = self._group(document)
        directory = self._directory_of(document, group).within(inside)
        layers = tuple(regional_layers(document, _by_slug(group), inside))
        key = f"{name}/{inside or ''}/{group.number if group else ''}"
        routemap, fits = self._on_another_edition(document.edition, sector, layers, key)
        return RegionalMap(
            region.slug, region.number, region.made_at, directory, routemap, own_layers=fits, is_live=False
        )

    def _make(self, region: Live[RegionDocument], sector: str, organisation: str | None, edition: str) -> RegionalMap:
        group = self._group(region.document)
        directory = self._kept_directory(region, group).within(organisation)
        layers = tuple(regional_layers(region.document, _by_slug(group), organisation))
        key = f"{region.slug}/{region.number}/{organisation or ''}/{group.number if group else ''}"
        own_edition = own_layers = edition == region.document.edition
        if own_edition:
            routemap = self.atlas.routemap(edition, sector, layers, key)
        else:
            directory = replace(directory, region=replace(directory.region, edition=edition))
            routemap, own_layers = self._on_another_edition(edition, sector, layers, key)
        made = RegionalMap(
            region.slug,
            region.number,
            region.made_at,
            directory,
            routemap,
            own_edition,
            own_layers,
            group_revision=group.number if group else 0,
        )
        with self._lock:
            self._maps[region.slug, sector, organisation, edition] = (region, group, made)
            while len(self._maps) > MAPS_KEPT:
                self._maps.popitem(last=False)
        return made

    def _on_another_edition(
        self, edition: str, sector: str, layers: tuple[Layer, ...], key: str
    ) -> tuple[RouteMap, bool]:
        """What a region says about one edition may name what another one does not have; then it stays out."""
        try:
            return self.atlas.routemap(edition, sector, layers, key), True
        except ContentError:
            return self.atlas.routemap(edition, sector), False

    def directory(self, region: Live[RegionDocument]) -> Directory:
        """Who fills which role in a live region."""
        return self._kept_directory(region, self._group(region.document))

    def _group(self, document: RegionDocument) -> _Group | None:
        return self._groups().get(document.group or "")

    def _directory_of(self, document: RegionDocument, group: _Group | None) -> Directory:
        return document.to_directory(self.national, group.document.to_group() if group else None)

    def _kept_directory(self, region: Live[RegionDocument], group: _Group | None) -> Directory:
        standing = self._standing(region.slug, region.number)
        with self._lock:
            kept = self._directories.get(region.slug)
            if kept is None or kept[0] != region.number or kept[1] is not standing or kept[2] is not group:
                directory = self._directory_of(region.document, group).since_published(standing)
                kept = self._directories[region.slug] = (region.number, standing, group, directory)
            return kept[3]


def _by_slug(group: _Group | None) -> Mapping[str, RegionGroupDocument]:
    return {group.document.slug: group.document} if group else {}


def regional_layers(
    document: RegionDocument,
    groups: Mapping[str, RegionGroupDocument],
    organisation: str | None = None,
    sources: Mapping[str, Source] | None = None,
) -> Iterator[Layer]:
    """The layers of region group, region and organisation, in that order; a layer that says nothing is left out.

    `sources` are the files by slug that findings point into; without them findings name the region.
    Raises ContentError.
    """

    def layer(
        data: Mapping[str, object], kind: LayerKind, slug: str, title: str, location: Location, file: str
    ) -> Iterator[Layer]:
        if data["steps"]:
            source = (sources or {}).get(file) or Source(f"regio {file}", None, None)
            yield read_layer(data, source, location, kind=kind, layer_id=slug, title=title)

    if group := groups.get(document.group or ""):
        yield from layer(group.layer_data, LayerKind.REGION_GROUP, group.slug, group.name, ("layer",), group.slug)
    yield from layer(document.layer_data, LayerKind.REGION, document.slug, document.name, ("layer",), document.slug)
    for place, inside in enumerate(document.organisations):
        if inside.id == organisation:
            location = ("organisations", place, "layer")
            yield from layer(inside.layer_data, LayerKind.ORGANISATION, inside.id, inside.name, location, document.slug)
