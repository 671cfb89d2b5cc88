import json
from copy import deepcopy

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from routekaart.regions.document import RegionDocument, RegionGroupDocument
from tests.support.regions import document_data


def problems(data: dict) -> dict[str, str]:
    """What is wrong, by place."""
    with pytest.raises(ValidationError) as caught:
        RegionDocument.model_validate(data)
    return {".".join(map(str, one["loc"])): one["msg"] for one in caught.value.errors()}


def changed(path: str, value: object) -> dict:
    """The small region with one place changed, as in "partners.0.id"."""
    data = deepcopy(document_data())
    *parents, last = [int(part) if part.isdigit() else part for part in path.split(".")]
    at = data
    for part in parents:
        at = at[part]
    at[last] = value
    return data


def test_given_a_document_when_written_as_json_then_it_reads_back_equal():
    document = RegionDocument.model_validate(document_data())
    assert RegionDocument.model_validate_json(document.to_json()) == document
    assert RegionDocument.model_validate(json.loads(document.to_json())).to_json() == document.to_json()


def test_given_a_document_when_written_as_yaml_then_it_reads_back_equal_and_the_same_bytes():
    document = RegionDocument.model_validate(document_data())
    read = RegionDocument.model_validate(yaml.safe_load(document.to_yaml()))
    assert read == document
    assert read.to_yaml() == document.to_yaml()


def test_given_long_and_broken_lines_when_written_as_yaml_then_they_stand_in_blocks():
    text = RegionDocument.model_validate(changed("data", {"note": "een\ntwee"})).to_yaml()
    assert "note: |-\n    een\n    twee\n" in text
    assert "note: >-\n" in RegionDocument.model_validate(changed("data", {"note": "lang woord " * 20})).to_yaml()


@given(st.text(), st.booleans(), st.lists(st.text(min_size=1).filter(str.strip), max_size=3))
def test_given_any_text_when_written_then_yaml_and_json_read_back_equal(note, historical, tasks):
    coordinator = {"function": "F", "organisation": "O", "tasks": tasks}
    data = document_data(data={"note": note}, historical=historical, coordinator=coordinator)
    document = RegionDocument.model_validate(data)
    assert RegionDocument.model_validate(yaml.safe_load(document.to_yaml())) == document
    assert RegionDocument.model_validate_json(document.to_json()) == document


@pytest.mark.parametrize(
    ("path", "value", "message"),
    [
        ("partners.0.contacts.0.value", "0800-20", '"0800-20" is no phone number'),
        ("partners.0.contacts.0.value", 112, "the text between quotes"),
        ("partners.0.contacts.0", {"kind": "url", "value": "http://a.example"}, "https://"),
        ("partners.0.contacts.0", {"kind": "email", "value": "geen adres"}, "is no mail address"),
        ("partners.0.id", "Team Één", "lower-case letters"),
        ("partners.0.schedule", {"periods": [{"days": ["ma"], "hours": "9 tot 5"}]}, "hours such as 09:00-17:00"),
        ("partners.0.schedule", {"exceptions": [{"first": "2026-01-02", "last": "2026-01-01"}]}, "on or after"),
        ("partners.0.locations", [{"name": "x", "town": "y"}], ""),
        ("bindings.0.partner", "weg", 'unknown partner "weg"; expected: one of: team'),
        ("bindings.0.role", "jgz", 'partner "team" does not have the role "jgz"'),
        ("bindings.0.municipalities", ["VB9"], 'municipality "VB9" is not of this region; expected: one of: VB1, VB2'),
        ("agreements.0.covenant", "weg", 'unknown covenant "weg"; expected: one of: papier'),
        ("covenants.0.signatories", ["weg"], 'unknown partner "weg"'),
        ("covenants.0.document", "ftp://x", "https://"),
        ("municipalities.1.code", "VB1", '"VB1" stands twice in municipalities'),
        ("schema_version", 2, "1"),
        ("kleur", "rood", "Extra inputs"),
    ],
)
def test_given_one_thing_wrong_when_read_then_it_is_named_at_its_place(path, value, message):
    data = changed(path, value)
    if path == "partners.0.locations":
        data["partners"][0]["address_secret"] = True
        message = "expected: no locations"
    found = problems(data)
    assert any(where.startswith(path) and message in text for where, text in found.items()), found


def test_given_a_shelter_when_it_has_a_location_then_that_is_refused():
    data = changed("partners.0.roles", ["lokaal-team", "opvang"])
    data["partners"][0]["locations"] = [{"name": "Huis", "town": "Stad"}]
    assert "partners.0.locations" in problems(data)


def test_given_several_things_wrong_when_read_then_all_are_named():
    data = changed("bindings.0.partner", "weg")
    data["agreements"][0]["covenant"] = "weg"
    assert set(problems(data)) == {"bindings.0.partner", "agreements.0.covenant"}


def test_given_a_local_agreement_when_it_is_to_be_an_action_then_that_is_refused():
    data = changed("agreements.0.kind", "consultation")
    data["agreements"][0]["municipalities"] = ["VB1"]
    assert "cannot be an action" in problems(data)["agreements.0.kind"]


def test_given_an_agreement_of_a_kind_when_asked_as_a_layer_then_it_is_an_action():
    document = RegionDocument.model_validate(changed("agreements.0.kind", "consultation"))
    (action,) = document.layer_data["steps"]["overleg"]["add"]
    assert (action["action"], action["role"], action["binding"]) == ("afspraak-bellen", "lokaal-team", "agreement")
    assert action["covenant"] == "papier"


def test_given_a_partner_that_was_checked_when_asked_then_its_contacts_carry_that_check():
    data = changed("partners.0.verification", {"verified_on": "2026-01-01", "verified_by": "iemand"})
    partner = RegionDocument.model_validate(data).partners[0].to_partner()
    assert partner.contacts[0].verification == partner.verification


def test_given_a_region_group_when_it_names_partners_or_municipalities_then_that_is_refused():
    group = {
        "schema_version": 1,
        "slug": "groep",
        "name": "Groep",
        "covenants": [{"id": "a", "name": "A", "signatories": ["team"]}],
        "agreements": [{"id": "b", "step": "vervolg", "role": "jgz", "does": "c", "municipalities": ["VB1"]}],
    }
    with pytest.raises(ValidationError) as caught:
        RegionGroupDocument.model_validate(group)
    assert len(caught.value.errors()) == 2
