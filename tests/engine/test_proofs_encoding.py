"""The formulas of the proofs say of every walk exactly what `walk` says."""

from functools import cache
from pathlib import Path

import pytest
import z3
from hypothesis import given, settings
from hypothesis import strategies as st

from routekaart.content.reader import read_edition, read_sector
from routekaart.engine.answers import Person
from routekaart.engine.compiler import compile_routemap
from routekaart.engine.conditions import Active, All, Any, Condition, Facts, Includes, Is, Not, Somebody, holds
from routekaart.engine.proofs.encoding import Encoding
from routekaart.engine.proofs.paths import Seen
from routekaart.engine.proofs.search import Search
from routekaart.engine.references import PERSON
from routekaart.engine.routemap import RouteMap
from routekaart.engine.vocabulary import Category, Invariant, Item, Pattern, Question, QuestionKind, Scope
from routekaart.engine.walk import Walk, walk
from tests.support.protocol import mini
from tests.support.proving import FOLLOW, added, sound
from tests.support.walks import finished_answers

MOST_PEOPLE = 2 * len(Category)
CONTENT = Path(__file__).parents[2] / "content"
MAPS = {sector: mini(sector=sector) for sector in ("vrij", "arts")} | {
    edition: compile_routemap(read_edition(CONTENT, edition), read_sector(CONTENT, sector))
    for edition, sector in (("meldcode-2019", "huisartsen-artsen"), ("basismodel-2011", "onderwijs"))
}


def room_for_everybody(routemap: RouteMap) -> Encoding:
    encoding = Encoding(routemap)
    while encoding.slots < MOST_PEOPLE:
        encoding.add_slot()
    return encoding


@cache
def encoding_of(name: str) -> Encoding:
    return room_for_everybody(MAPS[name])


def pinned(encoding: Encoding, result: Walk) -> list:
    """The people and the answers of a walk; nothing about what takes part."""
    slot_of: dict[Person | None, int | None] = {None: None}
    slot_of |= {person: slot for slot, person in enumerate(result.people, start=1)}
    facts = [encoding.category(slot_of[person], person.category) for person in result.people]
    for said in result.path:
        slot = slot_of[said.person]
        for value in [option.value for option in said.question.options] or ["weet-niet"]:
            if said.question.kind is not QuestionKind.PEOPLE:
                chosen = encoding.chosen(said.question.id, slot, value)
                is_chosen = value in said.value if isinstance(said.value, tuple) else value == said.value
                facts.append(chosen if is_chosen else z3.Not(chosen))
    return [*facts, *(z3.Not(encoding.present(s)) for s in range(len(result.people) + 1, encoding.slots + 1))]


def expected(encoding: Encoding, result: Walk) -> list:
    """What a walk says of each item, in formulas."""
    told = []
    for item in encoding.routemap.items():
        for slot in encoding.slots_for(item):
            person = result.people[slot - 1] if slot is not None and slot <= len(result.people) else None
            there = slot is None or person is not None
            takes_part = encoding.takes_part(item.id, slot)
            told.append(takes_part if there and Seen(result, person).truth(Active(item.id)) else z3.Not(takes_part))
    return told


def assert_the_same(encoding: Encoding, result: Walk) -> None:
    facts, told = pinned(encoding, result), expected(encoding, result)
    closures = list(encoding.closures().values())
    assert encoding.solver.check(*facts, *closures) == z3.sat
    encoding.solver.push()
    encoding.solver.add(z3.Not(z3.And(told)))
    answer = encoding.solver.check(*facts, *closures)
    encoding.solver.pop()
    assert answer == z3.unsat


@pytest.mark.parametrize("name", MAPS)
@settings(max_examples=40)
@given(data=st.data())
def test_given_any_finished_walk_then_the_formulas_allow_it_and_say_the_same_of_every_item(name, data):
    result = walk(MAPS[name], data.draw(finished_answers(MAPS[name])))
    assert result.is_finished
    assert_the_same(encoding_of(name), result)


def conditions(routemap: RouteMap, *, for_person: bool) -> st.SearchStrategy[Condition]:
    """Any condition that may be asked of a finished walk, seen from the situation or from a person."""
    literals = st.one_of(*_literals(routemap, for_person=for_person))
    inner = conditions(routemap, for_person=True) if not for_person else None
    leaves = literals if inner is None else st.one_of(literals, inner.map(Somebody))
    return st.recursive(leaves, _composed, max_leaves=5)


def _composed(parts: st.SearchStrategy[Condition]) -> st.SearchStrategy[Condition]:
    several = st.lists(parts, min_size=1, max_size=3).map(tuple)
    return st.one_of(several.map(All), several.map(Any), parts.map(Not))


def _literals(routemap: RouteMap, *, for_person: bool) -> list[st.SearchStrategy[Condition]]:
    items = [item for item in routemap.items() if for_person or item.scope is Scope.SITUATION]
    found: list[st.SearchStrategy[Condition]] = [st.sampled_from([Active(item.id) for item in items])]
    found.append(st.sampled_from([literal for item in items for literal in _about(item)]))
    if for_person:
        found.append(st.sampled_from([Is(PERSON, frozenset({str(category)})) for category in Category]))
    return found


def _about(item: Item) -> list[Condition]:
    if not isinstance(item, Question):
        return []
    if item.kind is QuestionKind.MULTIPLE:
        return [Includes(item.id, option.value) for option in item.options]
    return [Is(item.id, frozenset({option.value})) for option in item.options]


def made_true(condition: Condition, view: Facts) -> Condition:
    """The condition, or its opposite, whichever a walk shows."""
    return condition if holds(condition, view) else Not(condition)


@pytest.mark.parametrize("for_person", [False, True])
@settings(max_examples=60)
@given(data=st.data())
def test_given_a_walk_that_shows_a_condition_then_the_search_finds_one_that_is_no_longer(for_person, data):
    result = walk(MAPS["vrij"], data.draw(finished_answers(MAPS["vrij"])))
    view = Seen(result, data.draw(st.sampled_from(result.people)) if for_person else None)
    condition = made_true(data.draw(conditions(MAPS["vrij"], for_person=for_person)), view)
    path = Search(MAPS["vrij"]).shortest(condition, for_person=for_person)
    assert path is not None
    assert len(path.answers.values) <= len(result.path)
    assert holds(condition, Seen(walk(MAPS["vrij"], path.answers), path.person))


@settings(max_examples=40)
@given(data=st.data())
def test_given_several_people_who_each_differ_then_the_search_finds_them_together(data):
    result = walk(MAPS["vrij"], data.draw(finished_answers(MAPS["vrij"])))
    views = data.draw(st.lists(st.sampled_from([Seen(result, person) for person in result.people]), max_size=5))
    parts = (made_true(data.draw(conditions(MAPS["vrij"], for_person=True)), view) for view in views)
    assert Search(MAPS["vrij"]).shortest(All(tuple(Somebody(part) for part in parts))) is not None


def rule_holds(result: Walk, rule: Invariant, person: Person | None) -> bool:
    """Whether a rule holds on a finished walk, read from its advice."""
    view = Seen(result, person)
    if not holds(rule.given, view):
        return True
    mine = [a.item for a in result.advised if person is None or not a.people or person in a.people]
    matching = {pattern: any(fits(item, pattern) for item in mine) for pattern in (rule.always, rule.never) if pattern}
    always = rule.always is None or matching[rule.always]
    never = rule.never is None or not matching[rule.never]
    return bool(holds(rule.then, view)) and always and never


def fits(item: Item, pattern: Pattern) -> bool:
    kinds = [kind for kind in (pattern.action, pattern.outcome) if kind]
    parties = set(getattr(item, "parties", ()))
    return (
        (not pattern.items or item.id in pattern.items)
        and all(getattr(item, "kind", None) is kind for kind in kinds)
        and (not pattern.parties or bool(parties & set(pattern.parties)))
    )


@pytest.mark.parametrize("name", ["meldcode-2019", "basismodel-2011"])
@settings(max_examples=60)
@given(data=st.data())
def test_given_any_finished_walk_of_the_real_protocol_then_each_rule_and_an_outcome_hold_for_everybody(name, data):
    result = walk(MAPS[name], data.draw(finished_answers(MAPS[name])))
    for rule in MAPS[name].invariants:
        for person in (None,) if rule.scope is Scope.SITUATION else result.people:
            assert rule_holds(result, rule, person), rule.id
    for person in result.people:
        assert any(not outcome.people or person in outcome.people for outcome in result.outcomes)


def test_given_items_for_a_person_that_look_at_somebody_then_each_part_has_a_variable_of_its_own(tmp_path):
    root = sound(tmp_path)
    for name in ("volwassene", "oudere"):
        when = f"{{somebody: {{persoon: {name}, ernstig: ja}}}}"
        added(root, FOLLOW, f"{{record: bij-{name}, text: Schrijf op, for: person, when: {when}}}")
    encoding = Encoding(mini(root))
    encoding.add_slot()
    variables = [str(encoding.fulfils(part, slot)) for part in encoding.closures() for slot in (1, 2)]
    assert len(set(variables)) == len(variables)
