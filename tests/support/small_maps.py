"""Small protocols made at random, and partial walks on them: for what must hold whatever the conditions are."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from random import Random

from routekaart.engine.answers import Answers, Value, key
from routekaart.engine.compiler import compile_routemap
from routekaart.engine.conditions import ALWAYS, Active, All, Any, Condition, Includes, Is, Not, Somebody
from routekaart.engine.references import PERSON
from routekaart.engine.routemap import RouteMap
from routekaart.engine.vocabulary import (
    Action,
    ActionKind,
    Category,
    Due,
    Edition,
    Item,
    Layer,
    LayerKind,
    Option,
    Outcome,
    OutcomeKind,
    Provenance,
    Question,
    QuestionKind,
    Record,
    Scope,
    Sector,
    Step,
)
from routekaart.engine.walk import walk

HERE = Provenance(LayerKind.EDITION, "test", "test.yaml", 1)
KINDS = (QuestionKind.SINGLE, QuestionKind.SINGLE, QuestionKind.MULTIPLE, QuestionKind.DATE)
SCOPES = (Scope.SITUATION, Scope.SITUATION, Scope.PERSON, Scope.CHILD)
GROUPS = ({"kind-0-11": 1}, {"volwassene": 1}, {"kind-0-11": 1, "volwassene": 1}, {"kind-12-15": 2})


@dataclass
class _Maker:
    random: Random
    earlier: list[Item] = field(default_factory=list)

    def options(self, later: list[str]) -> tuple[Option, ...]:
        names = ["ja", "nee", "weet-niet"]
        led = {self.random.choice(names): self.random.choice(later)} if later and self.random.random() < 0.5 else {}
        return tuple(Option(n, n, 1, leads_to=(led[n],) if n in led else (), unknown=n == "weet-niet") for n in names)

    def literal(self, each: bool) -> Condition:
        if each and self.random.random() < 0.2:
            return Is(PERSON, frozenset({self.random.choice([*map(str, Category)][:2])}))
        item = self.random.choice(self.earlier)
        found: Condition
        if not isinstance(item, Question):
            found = Active(item.id)
        elif item.kind is QuestionKind.MULTIPLE:
            found = Includes(item.id, self.random.choice(item.options).value)
        elif item.kind is QuestionKind.DATE:
            found = Is(item.id, frozenset({"weet-niet"}))
        else:
            values = [option.value for option in item.options]
            found = Is(item.id, frozenset(self.random.sample(values, self.random.choice([1, 1, 2]))))
        return Somebody(found) if item.scope is not Scope.SITUATION and not each else found

    def condition(self, each: bool, depth: int = 2) -> Condition:
        chance = self.random.random()
        if depth == 0 or chance < 0.3:
            return self.literal(each)
        if chance < 0.45:
            return Not(self.condition(each, depth - 1))
        parts = tuple(self.condition(each, depth - 1) for _ in range(2))
        return All(parts) if chance < 0.75 else Any(parts)

    def item(self, name: str, scope: Scope, later: list[str]) -> Item:
        usable = [one for one in self.earlier if not isinstance(one, Question) or one.kind is not QuestionKind.PEOPLE]
        maker = _Maker(self.random, usable)
        each = scope is not Scope.SITUATION
        when = maker.condition(each) if usable and self.random.random() < 0.8 else ALWAYS
        common = {"id": name, "text": name, "provenance": HERE, "scope": scope, "when": when}
        match name[0]:
            case "q":
                kind = self.random.choice(KINDS)
                options = () if kind is QuestionKind.DATE else self.options(later)
                return Question(kind=kind, options=options, **common)
            case "a":
                return Action(kind=ActionKind.PREPARE, due=self.random.choice([*Due]), **common)
            case "r":
                return Record(**common)
        return Outcome(kind=OutcomeKind.HELP, **common)


def small_map(random: Random, *, before: int = 1, questions: int = 4, others: int = 7) -> RouteMap:
    """A protocol with some questions before the people are counted, and questions and items in any order after it."""
    names = [f"q{n}" for n in range(before, before + questions)]
    names += [f"{random.choice('aaor')}{n}" for n in range(others)]
    random.shuffle(names)
    maker = _Maker(random)
    for n in range(before):
        maker.earlier.append(maker.item(f"q{n}", Scope.SITUATION, [name for name in names if name[0] != "q"]))
    maker.earlier.append(Question(id="wie", text="wie", provenance=HERE, kind=QuestionKind.PEOPLE))
    for at, name in enumerate(names):
        later = [other for other in names[at + 1 :] if other[0] != "q"]
        maker.earlier.append(maker.item(name, random.choice(SCOPES), later))
    return protocol(*maker.earlier)


def protocol(*items: Item) -> RouteMap:
    """A protocol of one step with these items, after the question about danger."""
    options = (Option("ja", "ja", 1), Option("nee", "nee", 1))
    acute = Question(id="acuut", text="acuut", provenance=HERE, options=options)

    def step(name: str, items: tuple[Item, ...]) -> Step:
        return Step(id=name, title=name, short=name, purpose=name, provenance=HERE, items=items)

    edition = Edition(
        id="klein",
        title="klein",
        year=2026,
        source="",
        provenance=HERE,
        acute=step("acuut-stap", (acute,)),
        steps=(step("stap", items),),
        follow_up=step("vervolg", ()),
    )
    layer = Layer(kind=LayerKind.SECTOR, id="vrij", title="vrij", provenance=HERE)
    sector = Sector(
        id="vrij",
        title="vrij",
        audience="",
        bound=False,
        bound_text="",
        framework="",
        decides="",
        records="",
        source="",
        layer=layer,
    )
    return compile_routemap(edition, sector)


def partial_answers(
    random: Random, routemap: RouteMap, *, at_most: int, unknown: float = 0.6, start: Mapping[str, Value] | None = None
) -> Answers:
    """The first so many answers of a walk without danger; a good deal of them "weet ik niet"."""
    answers = Answers({routemap.acute_question.id: "nee", **(start or {})})
    while (position := walk(routemap, answers).position) and len(answers.values) < at_most:
        if position.reason_needed:
            outcomes = (outcome for option in position.question.options for outcome in option.departs_from)
            answers = Answers(answers.values, dict.fromkeys(outcomes, "een reden"))
            continue
        person = position.people[0] if position.people else None
        value = some_value(random, position.question, unknown)
        answers = answers.with_values({key(position.question, person): value})
    return answers


def some_value(random: Random, question: Question, unknown: float) -> Value:
    """A valid answer; with this chance "weet ik niet" where that is one."""
    not_known = [option.value for option in question.options if option.unknown]
    if question.kind is QuestionKind.PEOPLE:
        return random.choice(GROUPS)
    if question.kind is QuestionKind.DATE:
        return "weet-niet" if random.random() < unknown else "2026-03-02"
    if not_known and random.random() < unknown:
        return not_known[0] if question.kind is QuestionKind.SINGLE else (not_known[0],)
    if question.kind is QuestionKind.SINGLE:
        return random.choice([option.value for option in question.options])
    free = [option.value for option in question.options if not option.unknown and option.value != "geen"]
    return tuple(sorted(random.sample(free, random.randint(1, min(2, len(free))))))
