"""What is proved of one map may speak for another only where a search of that other finds the same."""

from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from routekaart.engine.conditions import ALWAYS, Active, Not, Somebody
from routekaart.engine.findings import Finding
from routekaart.engine.proofs import Prover, prove
from routekaart.engine.proofs.likeness import search_key
from routekaart.engine.routemap import Placed, RouteMap
from routekaart.engine.vocabulary import Action, ActionKind, Item, Outcome, OutcomeKind, Party, Question, Scope, Step
from tests.support.protocol import changed, mini
from tests.support.proving import DECIDE, FOLLOW, ROLES, SIGNALS, added, sound

ARTS = "sectors/arts.yaml"
END = "{action: bel, text: Bel, kind: consultation, role: collega}"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return sound(tmp_path)


@pytest.fixture(scope="module")
def base(tmp_path_factory) -> RouteMap:
    return mini(sound(tmp_path_factory.mktemp("base")))


def test_given_other_words_and_places_when_compared_then_the_maps_are_alike(root: Path):
    before = search_key(mini(root))
    changed(root, SIGNALS, "text: Let op letsel", "text: Kijk goed of iemand gewond is")
    changed(root, DECIDE, "role: lokaal-team", "role: collega")
    (root / FOLLOW).write_text("\n\n" + (root / FOLLOW).read_text(encoding="utf-8"), encoding="utf-8")
    assert search_key(mini(root)) == before


def test_given_one_more_action_on_the_same_walks_when_compared_then_the_maps_are_alike(root: Path):
    added(root, FOLLOW, END)
    before = search_key(mini(root))
    added(root, SIGNALS, END.replace("bel", "bel-weer"))
    assert search_key(mini(root)) == before


@pytest.mark.parametrize(
    ("file", "old", "new"),
    [
        (SIGNALS, "when: {praten-veilig: [nee, weet-niet]}", "when: {praten-veilig: nee}"),
        (SIGNALS, "text: Zoek uit of praten kan, kind: prepare", "text: Zoek uit, kind: conversation"),
        (SIGNALS, "kind: prepare, for: person}", "kind: prepare, for: child}"),
        (DECIDE, ", leads_to: [volgen]}", "}"),
        (
            DECIDE,
            '{outcome: volgen, text: "Blijf {wie} volgen", kind: follow_up',
            '{record: volgen, text: "Blijf {wie} volgen"',
        ),
        (DECIDE, "when: {besluit: ja}}", "when: {besluit: nee}}"),
    ],
)
def test_given_another_condition_kind_scope_or_no_outcome_when_compared_then_the_maps_are_not_alike(
    root, file, old, new
):
    before = search_key(mini(root))
    changed(root, file, old, new)
    assert search_key(mini(root)) != before


def test_given_two_items_that_others_look_at_when_they_change_conditions_then_the_maps_are_not_alike(root: Path):
    added(root, FOLLOW, "{record: een, text: Een, when: {besluit: ja}}")
    added(root, FOLLOW, "{record: twee, text: Twee, when: {besluit: nee}}")
    for looked_at in ("een", "twee"):
        added(root, FOLLOW, f"{{record: na-{looked_at}, text: Na, when: {{active: {looked_at}}}}}")
    before = search_key(mini(root))
    changed(root, FOLLOW, "text: Een, when: {besluit: ja}", "text: Een, when: {besluit: nee}")
    changed(root, FOLLOW, "text: Twee, when: {besluit: nee}", "text: Twee, when: {besluit: ja}")
    assert search_key(mini(root)) != before


def test_given_a_sound_map_proved_first_when_a_sector_breaks_a_rule_then_its_own_line_is_told(root: Path):
    prover = Prover()
    assert prover.prove(mini(root), ROLES).is_proved
    changed(root, ARTS, "text: Schrijf het in het dossier", "text: Schrijf het BSN op")
    own = "{action: toch, after: wie, text: Praat toch, kind: conversation, for: person}"
    changed(root, ARTS, "    add:\n", f"    add:\n      - {own}\n")
    assert prover.prove(mini(root), ROLES).is_proved
    report = prover.prove(mini(root, "arts"), ROLES)
    assert report == prove(mini(root, "arts"), ROLES)
    told = " ".join(map(str, report.findings))
    assert '"toch"' in told
    assert "content/sectors/arts.yaml:" in told
    assert '"BSN"' in told


def test_given_a_fault_of_the_edition_when_its_maps_are_proved_then_it_is_told_of_the_first_alone(root: Path):
    added(root, SIGNALS, "{action: toch, text: Praat toch, kind: conversation, for: person}")
    prover = Prover()
    assert prover.prove(mini(root), ROLES) == prove(mini(root), ROLES)
    assert not prove(mini(root, "arts"), ROLES).is_proved
    assert prover.prove(mini(root, "arts"), ROLES).findings == ()


def test_given_the_same_rule_broken_on_other_walks_when_proved_then_each_is_told(root: Path):
    prover = Prover()
    added(root, DECIDE, "{action: toch, text: Praat, kind: conversation, for: person, when: {besluit: ja}}")
    first = prover.prove(mini(root), ROLES)
    changed(root, DECIDE, "for: person, when: {besluit: ja}", "for: person, when: {besluit: nee}")
    second = prover.prove(mini(root), ROLES)
    assert "besluit=ja" in str(first.findings)
    assert "besluit=nee" in str(second.findings)


def test_given_alike_maps_when_one_names_an_unknown_role_or_word_then_only_that_one_is_told(root: Path):
    prover = Prover()
    added(root, FOLLOW, END)
    assert prover.prove(mini(root), ROLES).is_proved
    wrong = END.replace("role: collega", "role: wijkteam").replace("text: Bel", "text: Noem het BSN")
    changed(root, FOLLOW, END, wrong)
    problems = [finding.problem for finding in prover.prove(mini(root), ROLES).findings]
    assert len(problems) == 2
    assert any('unknown role "wijkteam"' in problem for problem in problems)
    assert any('is broken by "BSN"' in problem for problem in problems)


def with_items(routemap: RouteMap, change: dict[str, Iterable[Item]]) -> RouteMap:
    """The map with other items in the place of some."""

    def changed_step(step: Step) -> Step:
        return replace(step, items=tuple(new for item in step.items for new in change.get(item.id, (item,))))

    def changed_steps(steps: Iterable[Step]) -> tuple[Step, ...]:
        return tuple(changed_step(step) for step in steps)

    stations = tuple(replace(station, steps=changed_steps(station.steps)) for station in routemap.stations)
    acute, follow_up = changed_step(routemap.acute), changed_step(routemap.follow_up)
    made = replace(routemap, acute=acute, follow_up=follow_up, stations=stations)
    items = [(item, step) for step in made.steps for item in step.items]
    placed = {item.id: Placed(item, step, order) for order, (item, step) in enumerate(items)}
    scoped = frozenset(item.id for item, _ in items if item.scope is not Scope.SITUATION)
    return replace(made, placed=placed, for_each=scoped)


@st.composite
def mutated(draw, routemap: RouteMap) -> RouteMap:
    """The map with one item (or a twin of it) worded, placed, conditioned, scoped or meant otherwise."""
    items = list(routemap.items())
    item = draw(st.sampled_from([one for one in items if not isinstance(one, Question)]))
    earlier = items[: items.index(item)]
    kind = type(item)
    changes = [
        {"text": "Anders gezegd"},
        {"when": ALWAYS},
        {"when": draw(st.sampled_from([one.when for one in (*earlier, item) if one.scope is item.scope]))},
        {"when": Not(item.when)},
        *({"when": _seen(one, item)} for one in draw(st.lists(st.sampled_from(earlier), max_size=1))),
    ]
    if item.scope is not Scope.SITUATION:
        changes.append({"scope": draw(st.sampled_from([Scope.PERSON, Scope.CHILD, Scope.ADULT]))})
    if kind is Action:
        changes += [{"kind": draw(st.sampled_from(ActionKind))}, {"parties": (draw(st.sampled_from(Party)),)}]
    if kind is Outcome:
        changes.append({"kind": draw(st.sampled_from(OutcomeKind))})
    other = replace(item, **draw(st.sampled_from(changes)))
    return with_items(
        routemap, {item.id: draw(st.sampled_from([(other,), (item, replace(other, id=f"{item.id}-tweeling"))]))}
    )


def _seen(item: Item, by: Item) -> Active | Somebody:
    for_each = item.scope is not Scope.SITUATION and by.scope is Scope.SITUATION
    return Somebody(Active(item.id)) if for_each else Active(item.id)


@settings(max_examples=60)
@given(data=st.data())
def test_given_any_changed_map_when_the_sound_one_was_proved_first_then_its_findings_are_its_own(base, data):
    prover = Prover()
    assert prover.prove(base, ROLES).is_proved
    other = data.draw(mutated(data.draw(mutated(base)) if data.draw(st.booleans()) else base))
    assert prover.prove(other, ROLES).findings == prove(other, ROLES).findings


@settings(max_examples=60)
@given(data=st.data())
def test_given_any_changed_map_when_another_changed_one_was_proved_first_then_no_fault_stays_untold(base, data):
    prover = Prover()
    first, other = data.draw(mutated(base)), data.draw(mutated(base))
    told = (*prover.prove(first, ROLES).findings, *prover.prove(other, ROLES).findings)
    assert {wrong(one) for one in prove(other, ROLES).findings} <= {wrong(one) for one in told}


def wrong(finding: Finding) -> tuple[str, str]:
    """Where something is wrong, and which rule it is, whatever path shows it."""
    return finding.file, finding.problem.partition(" is broken")[0].partition("; path")[0]
