from hypothesis import given
from hypothesis import strategies as st

from routekaart.regions.merging import Merged, merge

values = st.recursive(
    st.none() | st.booleans() | st.integers(0, 3) | st.sampled_from(["", "a", "b"]),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(["id", "x", "y"]), inner, max_size=3),
    max_leaves=8,
)


def test_given_two_people_when_they_change_different_fields_then_both_changes_are_kept():
    base = {"name": "Wijkteam", "note": "", "contacts": [{"value": "1"}, {"value": "2"}]}
    mine = base | {"note": "Komt ook thuis"}
    theirs = base | {"contacts": [{"value": "1"}, {"value": "3"}]}
    assert merge(base, mine, theirs) == Merged(mine | {"contacts": theirs["contacts"]})


def test_given_two_people_when_each_changes_another_contact_then_both_are_kept():
    base = {"contacts": [{"value": "1", "label": ""}, {"value": "2", "label": ""}]}
    mine = {"contacts": [{"value": "9", "label": ""}, {"value": "2", "label": ""}]}
    theirs = {"contacts": [{"value": "1", "label": ""}, {"value": "2", "label": "overdag"}]}
    assert merge(base, mine, theirs).data["contacts"] == [mine["contacts"][0], theirs["contacts"][1]]


def test_given_services_with_ids_when_one_adds_and_the_other_removes_then_both_happen():
    base = {"services": [{"id": "a"}, {"id": "b"}]}
    mine, theirs = {"services": [{"id": "a"}, {"id": "b"}, {"id": "c"}]}, {"services": [{"id": "b"}]}
    assert merge(base, mine, theirs) == Merged({"services": [{"id": "b"}, {"id": "c"}]})


def test_given_the_same_field_when_both_change_it_then_its_path_is_named_and_mine_is_in_the_data():
    base, mine, theirs = ({"contacts": [{"value": value}]} for value in "123")
    assert merge(base, mine, theirs) == Merged(mine, ("contacts.0.value",))


def test_given_an_entry_that_one_removed_when_the_other_changed_it_then_it_clashes():
    base, mine, theirs = {"x": {"id": "a", "n": 1}}, {"x": {"id": "a", "n": 2}}, {}
    assert merge(base, mine, theirs).clashes == ("x",)


@given(values, values)
def test_given_one_person_who_changes_when_merged_then_it_is_their_work(base, changed):
    assert merge(base, changed, base) == Merged(changed)
    assert merge(base, base, changed) == Merged(changed)


@given(values, values, values)
def test_given_any_three_when_merged_then_who_is_first_does_not_matter_unless_it_clashes(base, mine, theirs):
    one, other = merge(base, mine, theirs), merge(base, theirs, mine)
    assert bool(one.clashes) == bool(other.clashes)
