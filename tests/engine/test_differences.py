"""What differs between two maps, over maps with any additions and wordings of a region."""

from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from routekaart.engine.differences import Aspect, advice_differences, differences, wording
from routekaart.engine.vocabulary import (
    Action,
    ActionKind,
    Addition,
    Binding,
    Layer,
    LayerKind,
    Provenance,
    Remark,
    Rewording,
    Specialisation,
)
from routekaart.engine.walk import walk
from tests.support.protocol import answers, changed, copied, mini

HERE = Provenance(LayerKind.REGION, "Proefregio", "proef.yaml", 1)
STEPS = {"signaleren": "praat", "beslissen": "", "acuut": "", "vervolg": ""}

actions = st.builds(
    Action,
    id=st.sampled_from(["extra-a", "extra-b", "extra-c"]),
    text=st.sampled_from(["Bel", "Mail", "Ga langs"]),
    detail=st.sampled_from(["", "Vandaag nog."]),
    provenance=st.builds(replace, st.just(HERE), line=st.integers(1, 9)),
    kind=st.sampled_from([ActionKind.HELP, ActionKind.FOLLOW_UP]),
    binding=st.sampled_from(Binding),
    role=st.sampled_from(["", "lokaal-team", "huisarts"]),
)
additions = st.lists(
    st.builds(Addition, step=st.sampled_from(list(STEPS)), item=actions), max_size=3, unique_by=lambda one: one.item.id
)
rewordings = st.lists(
    st.builds(
        Rewording,
        item=st.sampled_from(["vorm", "leg-signalen-vast", "praat"]),
        wording=st.builds(
            Specialisation,
            text=st.sampled_from(["Preciezer", "Nog preciezer"]),
            detail=st.just(""),
            source=st.just(""),
            provenance=st.just(HERE),
        ),
    ),
    max_size=2,
)
remarks = st.dictionaries(
    st.sampled_from(["signaleren", "beslissen"]),
    st.tuples(st.builds(Remark, st.text(max_size=4), st.just(""), st.just(HERE))),
)
layers = st.builds(
    Layer,
    kind=st.just(LayerKind.REGION),
    id=st.just("proef"),
    title=st.just("Proefregio"),
    provenance=st.just(HERE),
    additions=additions.map(tuple),
    rewordings=rewordings.map(tuple),
    pitfalls=remarks,
)
maps = st.builds(lambda sector, layer: mini(sector=sector, layers=[layer]), st.sampled_from(["vrij", "arts"]), layers)


def said(item):
    """What an item asks, without who wrote it where."""
    return replace(item, provenance=HERE, specialisations=(), text=wording(item)[0], detail=wording(item)[1], source="")


@settings(max_examples=25)
@given(layers, st.sampled_from(["vrij", "arts"]))
def test_given_the_same_layers_then_nothing_differs(layer, sector):
    assert not differences(mini(sector=sector, layers=[layer]), mini(sector=sector, layers=[layer]))


@settings(max_examples=40)
@given(maps, maps)
def test_given_two_maps_when_turned_around_then_the_same_differs(one, other):
    there, back = differences(one, other), differences(other, one)
    turned = {(found.id, found.other, found.one, found.aspects) for found in back.items}
    assert {(found.id, found.one, found.other, found.aspects) for found in there.items} == turned
    assert {(found.step, found.one, found.other) for found in there.orders} == {
        (found.step, found.other, found.one) for found in back.orders
    }
    assert {(f.id, f.one, f.other) for f in there.steps} == {(f.id, f.other, f.one) for f in back.steps}
    assert {(f.step, f.one, f.other) for f in there.remarks} == {(f.step, f.other, f.one) for f in back.remarks}
    assert there.stations == tuple(reversed(back.stations))
    assert bool(there) == bool(back)


@settings(max_examples=40)
@given(maps, maps)
def test_given_the_differences_when_applied_to_one_map_then_they_give_the_other(one, other):
    found = differences(one, other)
    items = {name: (place.step.id, said(place.item)) for name, place in one.placed.items()}
    for difference in found.items:
        if difference.other is None:
            del items[difference.id]
        else:
            items[difference.id] = (difference.other.step.id, said(difference.other.item))
    assert items == {name: (place.step.id, said(place.item)) for name, place in other.placed.items()}
    assert len(found.only_in_one()) - len(found.only_in_other()) == len(one.placed) - len(other.placed)


def aspects(tmp_path, file, old, new):
    root = copied(tmp_path)
    changed(root, file, old, new)
    (found,) = differences(mini(), mini(root)).items
    return found.id, found.aspects


def test_given_another_role_binding_condition_or_term_then_just_that_differs(tmp_path):
    file = "protocols/mini/1-signaleren.yaml"
    cases = [
        ("role: collega}", "role: huisarts}", ("vraag-mee-te-kijken", {Aspect.ROLE})),
        (
            "when: {praten-veilig: [nee, weet-niet]}",
            "when: {praten-veilig: nee}",
            ("advies-voor-gesprek", {Aspect.CONDITION}),
        ),
        ("text: Verwaarlozing}", "text: Tekort aan zorg}", ("vorm", {Aspect.WORDING})),
        ("kind: observe}", "kind: observe, binding: law}", ("let-op-letsel", {Aspect.BINDING})),
    ]
    for number, (old, new, expected) in enumerate(cases):
        assert aspects(tmp_path / str(number), file, old, new) == expected


def test_given_two_items_change_places_then_only_their_order_differs(tmp_path):
    root = copied(tmp_path)
    one, two = "  - {action: let-op-letsel, ", "  - {action: vraag-mee-te-kijken, "
    path = root / "protocols/mini/1-signaleren.yaml"
    lines = path.read_text().splitlines()
    first, second = (next(n for n, line in enumerate(lines) if line.startswith(start)) for start in (one, two))
    lines[first], lines[second] = lines[second], lines[first]
    path.write_text("\n".join(lines) + "\n")
    found = differences(mini(), mini(root))
    assert (found.items, found.remarks, found.steps, found.stations) == ((), (), (), ())
    (order,) = found.orders
    assert (order.step, set(order.one)) == ("signaleren", set(order.other))


def test_given_a_sector_with_a_step_of_its_own_then_stations_step_and_items_differ():
    found = differences(mini(), mini(sector="arts"))
    assert [stop[1] for stop in found.stations[1]] == ["Onderzoek", "Vraag anderen", "Beslis"]
    assert [(one.id, one.one) for one in found.steps] == [("anderen", None)]
    assert {item.id for item in found.only_in_other()} == {"onderzoek-lijf", "vraag-anderen"}
    assert found.only_in_one() == ()
    assert [one.id for one in found.items if one.one and one.other] == ["leg-signalen-vast"]


def decided(**weighed):
    people = {"wie": {"kind-0-11": 2}, "vorm": ("geweld",), "acuut-gevaar": "nee"}
    return walk(mini(), answers(people | {f"ernstig@kind-0-11.{n[1]}": value for n, value in weighed.items()} | TALK))


TALK = {"praten-veilig@kind-0-11.1": "ja", "praten-veilig@kind-0-11.2": "ja"}


def test_given_two_walks_then_what_is_gone_what_is_new_and_what_is_for_other_people_is_told():
    one, other = decided(n1="ja", n2="nee"), decided(n1="ja", n2="ja")
    told = {found.item.id: found for found in advice_differences(one.advised, other.advised)}
    assert {name for name, found in told.items() if found.is_gone} == {"volgen"}
    assert [len(told["melden"].one), len(told["melden"].other)] == [1, 2]
    back = {found.item.id: found for found in advice_differences(other.advised, one.advised)}
    assert {name for name, found in back.items() if found.is_new} == {"volgen"}


def test_given_the_same_advice_then_nothing_differs():
    assert advice_differences(decided(n1="ja").advised, decided(n1="ja").advised) == ()
