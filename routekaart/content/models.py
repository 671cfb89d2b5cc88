"""The shape of the files in `content/protocols` and `content/sectors`, as pydantic models.

They only say which fields there are; `reader` turns them into the engine's vocabulary.
Explained in docs/content-guide.md.
"""

from __future__ import annotations

from datetime import date
from typing import Annotated, Any, Literal, Self

from pydantic import BaseModel, ConfigDict, Discriminator, Field, StringConstraints, Tag, model_validator

from routekaart.engine.asking import Ask
from routekaart.engine.vocabulary import ActionKind, Binding, Due, OutcomeKind, Party, QuestionKind, Scope, SectorGroup

Id = Annotated[str, StringConstraints(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$")]
Words = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1)]
SideLine = Literal["acute", "order", "index", "follow", ""]
ConditionData = dict[str, Any]


class Model(BaseModel):
    """A mapping in which an unknown field is an error."""

    model_config = ConfigDict(extra="forbid", populate_by_name=True, str_strip_whitespace=True)


class Reviewed(Model):
    """A file that says when somebody last compared it with its sources; items name their own `source`."""

    reviewed: date | None = None


class ItemModel(Model):
    text: Words
    detail: str = ""
    when: ConditionData = {}
    for_: Scope = Field(Scope.SITUATION, alias="for")
    source: str = ""
    after: str = ""
    editions: tuple[str, ...] = ()


class OptionModel(Model):
    value: Id
    text: Words
    meaning: str = ""
    leads_to: tuple[Id, ...] = ()
    departs_from: tuple[Id, ...] = ()
    unknown: bool = False


class QuestionModel(ItemModel):
    question: Id
    kind: QuestionKind = QuestionKind.SINGLE
    options: tuple[OptionModel, ...] = ()
    ask: Ask | None = None

    @property
    def may_be_unknown(self) -> bool:
        """Whether "weet ik niet" is an answer to it."""
        return self.kind is QuestionKind.DATE or any(option.unknown for option in self.options)

    @model_validator(mode="after")
    def _options_fit_kind(self) -> QuestionModel:
        choice = self.kind in (QuestionKind.SINGLE, QuestionKind.MULTIPLE)
        if choice and len(self.options) < 2:
            raise ValueError(f'question "{self.question}" has {len(self.options)} options; expected: two or more')
        if not choice and self.options:
            raise ValueError(f'question "{self.question}" of kind {self.kind} has options; expected: none')
        values = [option.value for option in self.options]
        if len(set(values)) != len(values):
            raise ValueError(f'question "{self.question}" has an option twice; expected: each value once')
        if self.ask and not self.may_be_unknown:
            raise ValueError(f'question "{self.question}" says `ask`; expected: only where one may not know')
        return self


class ActionModel(ItemModel):
    action: Id
    kind: ActionKind
    role: str = ""
    binding: Binding = Binding.GOOD_PRACTICE
    parties: tuple[Party, ...] = ()
    due: Due = Due.AGREED
    words: tuple[Words, ...] = ()
    covenant: str = ""


class RecordModel(ItemModel):
    record: Id


class OutcomeModel(ItemModel):
    outcome: Id
    kind: OutcomeKind
    binding: Binding = Binding.PROFESSIONAL_NORM
    role: str = ""
    departable: bool = True


class TermModel(Model):
    amount: Annotated[int, Field(ge=0)]
    unit: Literal["working_days", "days", "weeks", "months"]


class DeadlineModel(ItemModel):
    deadline: Id
    starts: Id
    term: TermModel
    owed_by: str = ""
    if_missed: str = ""


KINDS = ("question", "action", "record", "outcome", "deadline")


def _kind_of(data: Any) -> str | None:
    if isinstance(data, dict):
        return next((kind for kind in KINDS if kind in data), None)
    return next((kind for kind in KINDS if hasattr(data, kind)), None)


AnyItem = Annotated[
    Annotated[QuestionModel, Tag("question")]
    | Annotated[ActionModel, Tag("action")]
    | Annotated[RecordModel, Tag("record")]
    | Annotated[OutcomeModel, Tag("outcome")]
    | Annotated[DeadlineModel, Tag("deadline")],
    Discriminator(
        _kind_of,
        custom_error_type="unknown_item",
        custom_error_message="is no item; expected: one that begins with " + ", ".join(KINDS),
    ),
]


class RemarkModel(Model):
    text: Words
    source: str = ""


class StepModel(Reviewed):
    step: Id
    title: Words
    short: Words
    purpose: Words
    legal: tuple[RemarkModel, ...] = ()
    pitfalls: tuple[RemarkModel, ...] = ()
    items: tuple[AnyItem, ...] = ()


class SpecialiseModel(Model):
    item: Id
    text: Words
    detail: str = ""
    source: str = ""
    editions: tuple[str, ...] = ()


class AdditionsModel(Model):
    """What a layer says in one step. `remove` exists only to answer whoever tries it."""

    add: tuple[AnyItem, ...] = ()
    specialise: tuple[SpecialiseModel, ...] = ()
    pitfalls: tuple[RemarkModel, ...] = ()
    remove: tuple[str, ...] = ()

    @model_validator(mode="after")
    def _removes_nothing(self) -> AdditionsModel:
        if self.remove:
            names = ", ".join(self.remove)
            raise ValueError(f"a layer cannot remove {names}; expected: only add, specialise or pitfalls")
        return self


LayerSteps = dict[str, AdditionsModel]


class BranchModel(Reviewed):
    branch: Id
    title: Words
    summary: Words
    line: SideLine = ""
    source: str = ""
    steps: LayerSteps


class PatternModel(Model):
    action: ActionKind | None = None
    outcome: OutcomeKind | None = None
    parties: tuple[Party, ...] = ()
    items: tuple[Id, ...] = ()


class InvariantModel(Model):
    invariant: str
    text: Words
    source: str = ""
    for_: Literal[Scope.SITUATION, Scope.PERSON] = Field(Scope.SITUATION, alias="for")
    if_: ConditionData = Field({}, alias="if")
    then: ConditionData = {}
    always: PatternModel | None = None
    never: PatternModel | None = None
    first: tuple[Id, ...] = ()
    never_says: tuple[Words, ...] = ()

    @model_validator(mode="after")
    def _says_something(self) -> InvariantModel:
        if not (self.then or self.always or self.never or self.first or self.never_says):
            raise ValueError(f"{self.invariant} demands nothing; expected: then, always, never, first or never_says")
        return self


class EditionModel(Reviewed):
    edition: Id
    title: Words
    year: int
    source: str
    banner: str = ""
    valid_from: date | None = None
    valid_until: date | None = None
    steps: tuple[Id, ...]
    carry_over: tuple[Id, ...] = ()
    quick: Annotated[tuple[Id, ...], Field(max_length=4)] = ()
    in_doubt: tuple[Id, ...] = ()
    invariants: tuple[InvariantModel, ...]

    @model_validator(mode="after")
    def _ends_after_start(self) -> Self:
        if self.valid_from and self.valid_until and self.valid_until < self.valid_from:
            raise ValueError(f"valid_until {self.valid_until} lies before valid_from; expected: a later day")
        return self


class StationModel(Model):
    number: int
    title: Words
    short: Words
    steps: tuple[Id, ...]


class LayerModel(Model):
    """What a region group, region or organisation says on top."""

    steps: LayerSteps = {}


class SectorModel(Reviewed):
    sector: Id
    title: Words
    group: SectorGroup = SectorGroup.OTHER
    audience: Words
    bound: bool
    bound_text: Words
    framework: str
    decides: Words
    records: Words
    source: str = ""
    stations: tuple[StationModel, ...] = ()
    own_steps: tuple[StepModel, ...] = ()
    steps: LayerSteps = {}
