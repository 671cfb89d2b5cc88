from routekaart.content.national import read_national
from routekaart.regions.checks import Known
from routekaart.regions.document import RegionDocument
from routekaart.regions.entry_problems import broken_elsewhere, entry_problems
from tests.support.regions import CONTENT, document_data

KNOWN = Known(read_national(CONTENT), {})


def plain(**changes):
    return RegionDocument.model_validate(document_data()).model_dump(mode="json") | changes


def test_given_a_sound_draft_when_an_entry_is_looked_at_then_nothing_is_wrong():
    assert entry_problems(plain(), "partners", 0, KNOWN) == ()


def test_given_an_entry_with_a_contact_of_somebody_when_looked_at_then_only_that_place_in_it_is_told():
    data = plain()
    data["partners"][0]["contacts"][0]["value"] = "070-400 0000"
    data["bindings"][0]["role"] = "bestaat-niet"
    assert [one.where for one in entry_problems(data, "partners", 0, KNOWN)] == [("contacts", 0, "value")]
    assert {one.where for one in entry_problems(data, "bindings", 0, KNOWN)} == {("role",)}


def test_given_the_head_with_an_unknown_group_when_looked_at_then_it_is_told_and_nothing_of_the_lists():
    data = plain(group="nergens", municipalities=[{"code": "1", "name": "Echt"}])
    assert [one.where for one in entry_problems(data, "region", 0, KNOWN)] == [("group",)]


def test_given_a_partner_that_is_bound_and_signed_when_it_goes_then_it_is_told_where_that_breaks():
    broken = broken_elsewhere(plain(), plain(partners=[]), "", -1)
    assert {where[0] for where in broken} == {"bindings", "covenants"}


def test_given_a_draft_that_was_broken_already_when_something_else_changes_then_only_what_is_new_is_told():
    was = plain(bindings=[{"role": "lokaal-team", "partner": "weg", "municipalities": [], "note": ""}])
    assert broken_elsewhere(was, was, "partners", 0) == ()
