"""What a region, its group and its organisations say about the protocol, as layers for the atlas."""

from __future__ import annotations

from typing import Any

from routekaart.content.reader import read_layer
from routekaart.content.source import Location, Source
from routekaart.engine.vocabulary import Layer, LayerKind
from routekaart.regions.document import OrganisationForm, RegionDocument, RegionGroupDocument


def region_layer(document: RegionDocument, source: Source | None = None) -> Layer:
    """The layer of a region. With the source of its file, findings know the line. Raises ContentError."""
    return _layer(document.layer_data, source, ("layer",), LayerKind.REGION, document.slug, document.name)


def group_layer(document: RegionGroupDocument, source: Source | None = None) -> Layer:
    """The layer of a region group. Raises ContentError."""
    return _layer(document.layer_data, source, ("layer",), LayerKind.REGION_GROUP, document.slug, document.name)


def organisation_layer(document: RegionDocument, organisation: OrganisationForm, source: Source | None = None) -> Layer:
    """The layer of an organisation of a region. Raises ContentError."""
    place = ("organisations", document.organisations.index(organisation), "layer")
    return _layer(organisation.layer_data, source, place, LayerKind.ORGANISATION, organisation.id, organisation.name)


def _layer(
    data: dict[str, Any], source: Source | None, place: Location, kind: LayerKind, layer_id: str, title: str
) -> Layer:
    held = source or Source(layer_id, data, None)
    return read_layer(data, held, place, kind=kind, layer_id=layer_id, title=title)
