"""What a layer says at one step, in plain fields: a text, additions, specialisations and pitfalls."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from pydantic import ValidationError

from routekaart.content.models import AdditionsModel
from routekaart.engine.vocabulary import Action, Binding, Due, Item, LayerKind, Question, Record, Step
from routekaart.presenters import words
from routekaart.presenters.condition_words import item_text
from routekaart.presenters.desk_agreements import ACTION_KINDS, role_options
from routekaart.presenters.desk_errors import form_errors
from routekaart.presenters.desk_fields import Choice, Errors, Field, Group, Option, Rows, Shown, Text, Typed
from routekaart.presenters.desk_form import Around
from routekaart.presenters.desk_list import Row
from routekaart.presenters.desk_typing import as_id

RECORD = "record"
SORTS: Mapping[str, str] = {
    "question": "Vraag",
    "outcome": "Advies",
    "deadline": "Termijn",
}
"""What the desk shows of a layer but does not make: their words can be changed, their rules cannot."""
DUE: Mapping[Due, str] = {Due.NOW: "Nu meteen", Due.TODAY: "Vandaag", Due.WEEK: "Deze week"}
PARTS: Mapping[str, tuple[str, str]] = {
    "add": ("toevoeging", "toevoegingen"),
    "specialise": ("verbijzondering", "verbijzonderingen"),
    "pitfalls": ("valkuil", "valkuilen"),
}
MARKDOWN = (
    "Een lege regel begint een nieuwe alinea. Schrijf **vet**, *schuin*, een streepje voor een punt van een lijst, "
    "[woord](https://adres) voor een link."
)
SOURCE = "Waar dit op rust: een convenant, een werkafspraak."
NO_ITEM = "Aan het eind van de stap"


@dataclass(frozen=True, slots=True)
class Carried(Field):
    """What the form does not show and gives back as it was; `blank` when it is new."""

    blank: Any = None
    kind = "kept"

    def read(self, typed: Typed, path: str) -> Any:
        """As it was sent along; what cannot be read counts as nothing."""
        try:
            return json.loads(typed.one(path))
        except ValueError:
            return self.blank

    def show(self, value: Any, path: str, errors: Errors) -> Shown:
        """Written as JSON in a hidden field."""
        text = json.dumps(self.blank if value is None else value, ensure_ascii=False)
        return Field.show(self, text, path, errors)

    def is_empty(self, value: Any) -> bool:
        """It fills no row."""
        return True


@dataclass(frozen=True, slots=True)
class Said(Rows):
    """Things that a layer says, each with what the form does not show of it; what is empty is left out."""

    def read(self, typed: Typed, path: str) -> list[dict[str, Any]]:
        """Every row as the layer has it."""
        return [self.said(one) for one in Rows.read(self, typed, path)]

    def show(self, value: Any, path: str, errors: Errors) -> Shown:
        """Each with all of it carried along."""
        return Rows.show(self, [{"carried": dict(one), **one} for one in value or ()], path, errors)

    def said(self, row: Mapping[str, Any]) -> dict[str, Any]:
        """A row as the layer has it."""
        before = row["carried"] if isinstance(row["carried"], dict) else {}
        shown = {one.name for one in self.fields}
        kept = {name: value for name, value in before.items() if name not in shown}
        return kept | {name: row[name] for name in row if name != "carried" and row[name]}


@dataclass(frozen=True, slots=True)
class Additions(Said):
    """Items that a layer adds. Each keeps its id and its conditions; `prefix` begins the id of a new one."""

    prefix: str = ""

    def show(self, value: Any, path: str, errors: Errors) -> Shown:
        """Each item with what kind of thing it is."""
        return Said.show(self, [{"carried": dict(one), **one, "kind": _sort(one)} for one in value or ()], path, errors)

    def said(self, row: Mapping[str, Any]) -> dict[str, Any]:
        """An item, of the kind that was chosen."""
        before = row["carried"] if isinstance(row["carried"], dict) else {}
        item = Said.said(self, row)
        kind = item.pop("kind", None)
        if any(name in before for name in SORTS):
            return item | {"kind": before["kind"]} if "kind" in before else item
        name = str(item.pop("action", None) or item.pop(RECORD, None) or f"{self.prefix}-{as_id(row['text'])}")
        if kind == RECORD:
            return {RECORD: name, **item}
        return {"action": name, "kind": kind, "binding": str(Binding.AGREEMENT), **item}


def _sort(item: Mapping[str, Any]) -> str:
    return next((name for name in (*SORTS, RECORD) if name in item), str(item.get("kind") or ""))


@dataclass(frozen=True, slots=True)
class Inherited:
    """What holds at a step before a layer speaks: the items of those above it, with who says each."""

    items: tuple[Item, ...] = ()
    pitfalls: tuple[str, ...] = field(default=())

    @property
    def view(self) -> list[Shown]:
        """Each as a line."""
        return [
            {"text": item_text(one), "who": words.provenance(one.provenance), "sort": _item_sort(one)}
            for one in self.items
        ]


def inherited_at(step: Step, own: Iterable[LayerKind]) -> Inherited:
    """What a step holds that does not come from these kinds of layer."""
    without = set(own)
    items = tuple(one for one in step.items if one.provenance.kind not in without)
    return Inherited(items, tuple(one.text for one in step.pitfalls if one.provenance.kind not in without))


def layer_fields(around: Around, step: str, inherited: Inherited, prefix: str) -> Group:
    """What a layer says at a step; data as `LayerForm` has it."""
    said = (
        Text("text", "Vrije tekst bij deze stap", MARKDOWN, rows=8),
        _additions(around, inherited, prefix),
        _specialisations(inherited),
        Said(
            "pitfalls",
            "Valkuilen",
            "Waar het in deze regio vaak misgaat.",
            (Carried("carried", "", blank={}), Text("text", "Valkuil", rows=2), Text("source", "Bron", SOURCE)),
            "valkuil",
        ),
    )
    return Group("steps", "", fields=(Group(step, "Wat jullie hier zeggen", fields=said),))


def layer_row(_data: Mapping[str, Any], _around: Around) -> Row:
    """What a region says at the steps, as something that was changed."""
    return Row("tekst per stap")


def said_at(layer: Mapping[str, Any], step: str) -> str:
    """How much a layer says at a step: "een tekst, twee toevoegingen"; nothing: ""."""
    said = layer["steps"].get(step, {})
    counted = ((name, len(said.get(part, ()))) for part, name in PARTS.items())
    parts = (["een tekst"] if said.get("text") else []) + [
        f"{count} {name[0] if count == 1 else name[1]}" for name, count in counted if count
    ]
    return words.listed(parts)


def with_other_steps(before: Mapping[str, Any], typed: Mapping[str, Any]) -> dict[str, Any]:
    """The layer with the steps that were not in the form as they were; a step that says nothing is left out."""
    steps = {**(before.get("steps") or {}), **(typed.get("steps") or {})}
    return {"steps": {name: said for name, said in steps.items() if any(said.values())}}


def layer_errors(layer: Mapping[str, Any], step: str, path: str) -> dict[str, str]:
    """What is wrong with what a layer says at a step, by the path of the field."""
    said = layer.get("steps", {}).get(step, {})
    found: dict[str, str] = {}
    for part in ("add", "specialise", "pitfalls"):
        for at, one in enumerate(said.get(part, ())):
            try:
                AdditionsModel.model_validate({part: [one]})
            except ValidationError as error:
                wrong = form_errors(error.errors())
                found |= {f"{path}.{step}.{part}.{at}.{_last(place)}": text for place, text in wrong.items()}
    return found


def _last(place: str) -> str:
    return place.rpartition(".")[2]


def _additions(around: Around, inherited: Inherited, prefix: str) -> Additions:
    kinds = (*ACTION_KINDS.items(), (RECORD, "Iets vastleggen in het dossier"))
    places = tuple(Option(one.id, item_text(one)) for one in inherited.items)
    fields = (
        Carried("carried", "", blank={}),
        Choice("kind", "Wat is het", options=tuple(Option(str(kind), text) for kind, text in kinds)),
        Text("text", "Wat je doet", "Begin met een werkwoord: Bel, Vraag, Leg vast.", rows=2),
        Text("detail", "Uitleg", rows=2),
        Choice("role", "Met welke rol", options=tuple(role_options(around)), nothing="Met niemand"),
        Choice(
            "due", "Wanneer", options=tuple(Option(str(due), text) for due, text in DUE.items()), nothing="Geen termijn"
        ),
        Choice("after", "Na welk onderdeel", options=places, nothing=NO_ITEM),
        Text("source", "Bron", SOURCE),
    )
    hint = "Wat in deze regio of organisatie erbij komt, boven op wat landelijk is."
    return Additions("add", "Toevoegingen", hint, fields, "toevoeging", title_by=("text",), folded=True, prefix=prefix)


def _specialisations(inherited: Inherited) -> Said:
    options = tuple(Option(one.id, item_text(one)) for one in inherited.items)
    fields = (
        Carried("carried", "", blank={}),
        Choice("item", "Welk onderdeel", options=options),
        Text("text", "Hoe het hier gaat", rows=2),
        Text("detail", "Uitleg", rows=2),
        Text("source", "Bron", SOURCE),
    )
    hint = "Zeg preciezer hoe iets hier gaat. De landelijke tekst blijft erbij staan; weghalen kan niet."
    return Said("specialise", "Verbijzonderingen", hint, fields, "verbijzondering", title_by=("text",), folded=True)


def _item_sort(item: Item) -> str:
    for kind, text in ((Action, "doen"), (Question, "vraag"), (Record, "vastleggen")):
        if isinstance(item, kind):
            return text
    return "advies"
