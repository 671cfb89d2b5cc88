"""The document of a region, or of a region group, as the entries that are edited one by one, and back."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from routekaart.content.partners import Form, PartnerForm
from routekaart.regions.agreements import (
    AgreementForm,
    CovenantForm,
    LayerForm,
    LocalDocumentForm,
    ReferralIndexForm,
    TrainingForm,
)
from routekaart.regions.document import (
    BindingForm,
    MunicipalityForm,
    OrganisationForm,
    RegionDocument,
    RegionGroupDocument,
)

HEAD = "region"
"""The kind of the one entry that holds what a region has once: names, edition, coordinator."""
ONLY = "-"
"""The id of an entry that is the only one of its kind."""

LISTS: Mapping[str, type[Form]] = {
    "municipalities": MunicipalityForm,
    "partners": PartnerForm,
    "bindings": BindingForm,
    "covenants": CovenantForm,
    "agreements": AgreementForm,
    "referral_index": ReferralIndexForm,
    "training": TrainingForm,
    "documents": LocalDocumentForm,
    "organisations": OrganisationForm,
}
"""Kinds of which a region has several, with the form of one; the names are the fields of the document."""
LAYER = "layer"
KINDS = (HEAD, *LISTS, LAYER)
_KEYS = {"municipalities": "code"}
_NUMBERED = frozenset({"bindings", "referral_index"})
"""Kinds whose forms have no id: their entries are numbered."""


@dataclass(frozen=True, slots=True)
class Piece:
    """One entry: its kind, its id within that kind, and its data as the form dumps it to JSON."""

    kind: str
    id: str
    data: Mapping[str, Any]


def split(document: RegionDocument | RegionGroupDocument) -> Iterator[Piece]:
    """The entries of a document, each kind in the order of the document."""
    data = document.model_dump(mode="json")
    yield Piece(HEAD, ONLY, {name: value for name, value in data.items() if name not in LISTS and name != LAYER})
    for kind in LISTS:
        for place, one in enumerate(data.get(kind, ()), start=1):
            yield Piece(kind, str(place) if kind in _NUMBERED else id_of(kind, one), one)
    yield Piece(LAYER, ONLY, data[LAYER])


def join(pieces: Iterable[Piece]) -> dict[str, Any]:
    """The plain data of the document that these entries make, each kind in the order in which its entries come."""
    found = list(pieces)
    head = next((piece.data for piece in found if piece.kind == HEAD), {})
    lists = {kind: [piece.data for piece in found if piece.kind == kind] for kind in LISTS}
    layer = next((piece.data for piece in found if piece.kind == LAYER), {})
    return {**head, **lists, LAYER: layer}


def id_of(kind: str, data: Mapping[str, Any]) -> str:
    """The id that an entry has within itself. Raises KeyError for kinds that are numbered."""
    return str(data[_KEYS.get(kind, "id")])


def is_numbered(kind: str) -> bool:
    """Whether the entries of this kind have no id of their own."""
    return kind in _NUMBERED


def written(kind: str, data: Mapping[str, Any]) -> dict[str, Any]:
    """The data of an entry as its form writes it. Raises pydantic's ValidationError.

    The head is read as a document with nothing in it but one municipality.
    """
    if kind == HEAD:
        document = RegionDocument.model_validate({**data, "municipalities": [_SOME_MUNICIPALITY]})
        return dict(next(split(document)).data)
    form = LayerForm if kind == LAYER else LISTS[kind]
    return form.model_validate(data).model_dump(mode="json")


def unchecked(data: Mapping[str, Any]) -> RegionDocument:
    """The document of entries that each are as their form asks, whatever they refer to: to ask what is wrong in it."""
    head = {name: value for name, value in data.items() if name not in LISTS and name != LAYER}
    read = RegionDocument.model_validate({**head, "municipalities": [_SOME_MUNICIPALITY]})
    lists = {kind: tuple(form.model_validate(one) for one in data[kind]) for kind, form in LISTS.items()}
    return read.model_copy(update={**lists, LAYER: LayerForm.model_validate(data[LAYER])})


def is_group(data: Mapping[str, Any]) -> bool:
    """Whether the data of a draft are those of a region group: a group has no edition of its own."""
    return "edition" not in data


def group_data(data: Mapping[str, Any]) -> dict[str, Any]:
    """Of the data of a group's draft what its document has; a draft has each kind of list."""
    return {name: value for name, value in data.items() if name in RegionGroupDocument.model_fields}


def unchecked_group(data: Mapping[str, Any]) -> RegionGroupDocument:
    """As `unchecked`, of a region group."""
    own = group_data(data)
    lists = {
        kind: tuple(form.model_validate(one) for one in own.pop(kind)) for kind, form in LISTS.items() if kind in own
    }
    return RegionGroupDocument.model_validate(own).model_copy(update=lists)


_SOME_MUNICIPALITY = {"code": "-", "name": "-"}
