"""The small vocabulary in which every layer speaks about the protocol."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from routekaart.engine.asking import Ask
from routekaart.engine.conditions import ALWAYS, Condition


class LayerKind(StrEnum):
    """Who speaks, from the nation to the organisation; a later one adds to an earlier one."""

    EDITION = "edition"
    SECTOR = "sector"
    REGION_GROUP = "region_group"
    REGION = "region"
    ORGANISATION = "organisation"


class Scope(StrEnum):
    """Whether an item is about the situation, or stands there for each person (or each child, each adult)."""

    SITUATION = "situation"
    PERSON = "person"
    CHILD = "child"
    ADULT = "adult"


class Category(StrEnum):
    """Kinds of people who may be unsafe. Ages follow the age rules for talking and informing (dossier §6.2)."""

    CHILD_0_11 = "kind-0-11"
    CHILD_12_15 = "kind-12-15"
    CHILD_16_17 = "kind-16-17"
    UNBORN = "ongeboren"
    ADULT = "volwassene"
    DEPENDENT = "oudere"


CHILDREN = frozenset({Category.CHILD_0_11, Category.CHILD_12_15, Category.CHILD_16_17})
ADULTS = frozenset({Category.ADULT, Category.DEPENDENT})
CATEGORIES_IN: dict[Scope, frozenset[Category]] = {
    Scope.SITUATION: frozenset(),
    Scope.PERSON: frozenset(Category),
    Scope.CHILD: CHILDREN,
    Scope.ADULT: ADULTS,
}


class Binding(StrEnum):
    """How binding an action or outcome is."""

    LAW = "law"
    PROFESSIONAL_NORM = "professional_norm"
    AGREEMENT = "agreement"
    GOOD_PRACTICE = "good_practice"


class QuestionKind(StrEnum):
    """How a question is answered. `people` counts who may be unsafe, per category; a walk has one such question."""

    SINGLE = "single"
    MULTIPLE = "multiple"
    DATE = "date"
    PEOPLE = "people"


class SectorGroup(StrEnum):
    """Where sectors stand together in a list of professions; `other` for who belongs to none."""

    CARE = "care"
    YOUTH = "youth"
    SOCIAL = "social"
    SAFETY = "safety"
    VOLUNTEERS = "volunteers"
    OTHER = "other"


class ActionKind(StrEnum):
    """What sort of doing an action is; invariants speak about these."""

    EMERGENCY = "emergency"
    CONSULTATION = "consultation"
    COLLEAGUE = "colleague"
    OBSERVE = "observe"
    CHILD_CHECK = "child_check"
    PREPARE = "prepare"
    CONVERSATION = "conversation"
    INFORM = "inform"
    WEIGH = "weigh"
    HELP = "help"
    REPORT = "report"
    REFERRAL_INDEX = "referral_index"
    POLICE = "police"
    BARRING_ORDER = "barring_order"
    FOLLOW_UP = "follow_up"


class Party(StrEnum):
    """With whom a conversation is held, or who is informed."""

    PERSON = "person"
    CHILD = "child"
    CLIENT = "client"
    PARENTS = "parents"
    SUSPECT = "suspect"
    FAMILY = "family"


class Due(StrEnum):
    """By when an action is to be done."""

    NOW = "now"
    TODAY = "today"
    WEEK = "week"
    AGREED = "agreed"


class OutcomeKind(StrEnum):
    """What an outcome advises."""

    EMERGENCY = "emergency"
    ADVICE = "advice"
    REPORT = "report"
    HELP = "help"
    CLOSE = "close"
    FOLLOW_UP = "follow_up"


@dataclass(frozen=True, slots=True)
class Provenance:
    """The layer that an item comes from, and where it is written."""

    kind: LayerKind
    title: str
    file: str
    line: int


@dataclass(frozen=True, slots=True)
class Specialisation:
    """A later layer's more precise wording of an item; the item keeps its original."""

    text: str
    detail: str
    source: str
    provenance: Provenance


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """Anything that can stand in a step. `branch` names the theme that it belongs to, "" for the main line."""

    id: str
    text: str
    provenance: Provenance
    detail: str = ""
    when: Condition = ALWAYS
    scope: Scope = Scope.SITUATION
    branch: str = ""
    source: str = ""
    specialisations: tuple[Specialisation, ...] = ()


@dataclass(frozen=True, slots=True)
class Option:
    """One possible answer. `leads_to` names later items that appear because of it.

    `unknown` marks the honest "weet ik niet". `departs_from` names outcomes that choosing this option goes against:
    a reason is then asked.
    """

    value: str
    text: str
    line: int
    meaning: str = ""
    leads_to: tuple[str, ...] = ()
    departs_from: tuple[str, ...] = ()
    unknown: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Question(Item):
    """Something to find out. `detail` is its why, `ask` whom one may ask. A date may also be "weet-niet"."""

    kind: QuestionKind = QuestionKind.SINGLE
    options: tuple[Option, ...] = ()
    ask: Ask = Ask.NOBODY

    def option(self, value: str) -> Option | None:
        """The option with this value, if any."""
        return next((option for option in self.options if option.value == value), None)


@dataclass(frozen=True, slots=True, kw_only=True)
class Action(Item):
    """A thing to do, with the role that it involves; `words` are example sentences to say."""

    kind: ActionKind
    role: str = ""
    binding: Binding = Binding.GOOD_PRACTICE
    parties: tuple[Party, ...] = ()
    due: Due = Due.AGREED
    words: tuple[str, ...] = ()
    covenant: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Record(Item):
    """What belongs in the file."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome(Item):
    """Advice with a rule. Not `departable`: nobody may depart from it (the acute route)."""

    kind: OutcomeKind
    binding: Binding = Binding.PROFESSIONAL_NORM
    role: str = ""
    departable: bool = True


@dataclass(frozen=True, slots=True)
class Term:
    """A length of time: working days (Mon-Fri without public holidays), days, weeks or months."""

    amount: int
    unit: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Deadline(Item):
    """A term that starts at the date answered to `starts`; `owed_by` is a role, "" for the professional's own."""

    starts: str
    term: Term
    owed_by: str = ""
    if_missed: str = ""


@dataclass(frozen=True, slots=True)
class Remark:
    """A pitfall or a legal basis: words with a source."""

    text: str
    source: str
    provenance: Provenance


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """One of the steps, or a line beside them (`acuut`, `vervolg`), with its items in order."""

    id: str
    title: str
    short: str
    purpose: str
    provenance: Provenance
    items: tuple[Item, ...] = ()
    pitfalls: tuple[Remark, ...] = ()
    legal: tuple[Remark, ...] = ()


@dataclass(frozen=True, slots=True)
class Pattern:
    """Actions or outcomes of a kind; with parties: only those with one of these."""

    action: ActionKind | None = None
    outcome: OutcomeKind | None = None
    parties: tuple[Party, ...] = ()
    items: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Invariant:
    """A safety rule that holds on every path (ids and rules: dossier `meldcode.md` §11).

    Where `given` holds, `then` holds, something that matches `always` is advised and nothing that matches `never` is.
    `first` lists items that open their step, in this order, before any further question. `never_says` are words that
    no text of the map uses.
    """

    id: str
    text: str
    provenance: Provenance
    scope: Scope = Scope.SITUATION
    given: Condition = ALWAYS
    then: Condition = ALWAYS
    always: Pattern | None = None
    never: Pattern | None = None
    first: tuple[str, ...] = ()
    never_says: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class StationPlan:
    """How a sector groups the steps into stations: a number, its names, and the steps that stand under it."""

    number: int
    title: str
    short: str
    steps: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Addition:
    """An item that a layer adds to a step: right after the item `after`, or at the step's end.

    `editions` limits it to some editions; empty: all.
    """

    step: str
    item: Item
    after: str = ""
    editions: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Rewording:
    """A layer's specialisation of one item, before it is compiled into it."""

    item: str
    wording: Specialisation
    editions: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True, kw_only=True)
class Layer:
    """What one party says on top of the national edition."""

    kind: LayerKind
    id: str
    title: str
    provenance: Provenance
    additions: tuple[Addition, ...] = ()
    rewordings: tuple[Rewording, ...] = ()
    steps: tuple[Step, ...] = ()
    stations: tuple[StationPlan, ...] = ()
    pitfalls: dict[str, tuple[Remark, ...]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Branch:
    """A theme that runs on top of the steps; `line` is the side line on the map that it draws, if any."""

    id: str
    title: str
    summary: str
    line: str
    source: str
    layer: Layer


@dataclass(frozen=True, slots=True, kw_only=True)
class Edition:
    """A national edition of the protocol. `banner` is fixed on every page and print of a historical edition.

    `valid_from` and `valid_until` (that day included) say when it was the edition in force; a walk ends under the
    edition that it began under. `carry_over` are the questions of which an answer still holds in a later walk about the
    same people. `quick` are the few questions of the five-minute route, `in_doubt` the calls that it always names.
    """

    id: str
    title: str
    year: int
    source: str
    provenance: Provenance
    banner: str = ""
    valid_from: date | None = None
    valid_until: date | None = None
    acute: Step
    steps: tuple[Step, ...]
    follow_up: Step
    branches: tuple[Branch, ...] = ()
    invariants: tuple[Invariant, ...] = ()
    carry_over: tuple[str, ...] = ()
    quick: tuple[str, ...] = ()
    in_doubt: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Sector:
    """A profession's own frame: who is bound, by which framework, who decides, how records are kept."""

    id: str
    title: str
    audience: str
    bound: bool
    bound_text: str
    framework: str
    decides: str
    records: str
    source: str
    layer: Layer
    group: SectorGroup = SectorGroup.OTHER
