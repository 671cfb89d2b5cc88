"""The form of a walk as JSON (docs/walk-json.md); docs/walk.schema.json is made of it."""

from __future__ import annotations

import json
from datetime import date
from typing import Literal

from pydantic import BaseModel, ConfigDict

from routekaart.engine.vocabulary import (
    ActionKind,
    Binding,
    Category,
    Due,
    LayerKind,
    OutcomeKind,
    Party,
    QuestionKind,
)

SCHEMA_VERSION = 1
ValueJson = str | tuple[str, ...] | dict[str, int]


class _Form(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class MapJson(_Form):
    """Which map was walked. `revision` is null when the region was read from its file."""

    edition: str
    edition_title: str
    banner: str
    sector: str
    sector_title: str
    region: str
    region_name: str
    organisation: str | None
    revision: int | None
    fictional: bool
    historical: bool


class PersonJson(_Form):
    """Somebody who may be unsafe; never a name of a real person."""

    id: str
    category: Category
    name: str


class StepJson(_Form):
    """A step; `station` is its number on the main line, null on a side line."""

    id: str
    title: str
    station: int | None


class OptionJson(_Form):
    """A possible answer; `unknown` marks the honest "weet ik niet"."""

    value: str
    text: str
    meaning: str
    unknown: bool


class QuestionJson(_Form):
    """A question; `why` says why it is asked."""

    id: str
    kind: QuestionKind
    text: str
    why: str
    options: tuple[OptionJson, ...]


class PositionJson(_Form):
    """The next question, and for whom it is open. With `reason_needed` its answer goes against `departs_from`."""

    question: QuestionJson
    step: StepJson
    people: tuple[str, ...]
    reason_needed: bool
    departs_from: tuple[str, ...]


class GivenJson(_Form):
    """An answer; `person` is null when it is about the situation."""

    question: str
    person: str | None
    value: ValueJson


class PathJson(GivenJson):
    """An answer on the path; `key` is how a file of answers names it."""

    key: str
    step: str


class ProvenanceJson(_Form):
    """Who says it, and where it is written."""

    layer: LayerKind
    title: str
    file: str
    line: int


class RewordingJson(_Form):
    """A later layer's more precise wording: who says it, and the original that it makes more precise."""

    provenance: ProvenanceJson
    original: str


class PartnerJson(_Form):
    """Somebody who fills a role here."""

    id: str
    name: str
    phones: tuple[str, ...]


class RoleJson(_Form):
    """A role and who fills it here. Nobody does: `gap` says what to do then."""

    id: str
    title: str
    partners: tuple[PartnerJson, ...]
    gap: str | None


class AdvisedJson(_Form):
    """A part of the advice with its trace: the rule (`provenance`) and the answers behind it (`because`)."""

    id: str
    text: str
    detail: str
    people: tuple[str, ...]
    step: StepJson
    branch: str
    source: str
    provenance: ProvenanceJson
    reworded: RewordingJson | None
    because: tuple[GivenJson, ...]
    departure: str


class ActionJson(AdvisedJson):
    """Something to do."""

    kind: ActionKind
    binding: Binding
    role: RoleJson | None
    due: Due
    parties: tuple[Party, ...]
    words: tuple[str, ...]


class OutcomeJson(AdvisedJson):
    """What is advised; from what is not `departable` nobody departs."""

    kind: OutcomeKind
    binding: Binding
    role: RoleJson | None
    departable: bool


class RecordJson(AdvisedJson):
    """What belongs in the file."""


class TermJson(_Form):
    """A length of time."""

    amount: int
    unit: Literal["working_days", "days", "weeks", "months"]


class DeadlineJson(AdvisedJson):
    """A term. The dates are null while the start is not known; `role` null: it is the professional's own."""

    starts: str
    term: TermJson
    starts_on: date | None
    ends_on: date | None
    days_left: int | None
    role: RoleJson | None
    if_missed: str


class DroppedJson(_Form):
    """An answer that does not count, and its question when there is one."""

    key: str
    question: str | None
    value: ValueJson


class WalkJson(_Form):
    """Position, advice and trace of a walk."""

    schema_version: Literal[1]
    map: MapJson
    today: date
    acute: bool
    finished: bool
    people: tuple[PersonJson, ...]
    position: PositionJson | None
    path: tuple[PathJson, ...]
    outcomes: tuple[OutcomeJson, ...]
    actions: tuple[ActionJson, ...]
    records: tuple[RecordJson, ...]
    deadlines: tuple[DeadlineJson, ...]
    pending: tuple[str, ...]
    dropped: tuple[DroppedJson, ...]

    def to_text(self) -> str:
        """The document as a text that people can read too."""
        return json.dumps(self.model_dump(mode="json"), ensure_ascii=False, indent=2) + "\n"


def schema_text() -> str:
    """The JSON Schema (draft 2020-12) of a walk."""
    head = {"$schema": "https://json-schema.org/draft/2020-12/schema"}
    schema = head | WalkJson.model_json_schema(mode="serialization")
    return json.dumps(schema, ensure_ascii=False, indent=2) + "\n"
