"""The social map as HSDS 3: valid by its published schemas, and read back as it was."""

import json

import pytest

from routekaart.exchange import hsds
from routekaart.exchange.hsds_files import read_json, read_zip, write_json, write_zip
from routekaart.exchange.sheet import Unreadable
from tests.support.hsds import wrong
from tests.support.regions import voorbeeldregio

KINDS = {
    "organizations": "organization",
    "addresses": "address",
    **{name: name.removesuffix("s") for name in hsds.TABLES if name not in ("organizations", "addresses")},
}


@pytest.fixture(scope="module")
def tables():
    data = voorbeeldregio().model_dump(mode="json")
    return hsds.to_tables(data["slug"], data["partners"], {one["code"]: one["name"] for one in data["municipalities"]})


@pytest.mark.parametrize("table", hsds.TABLES)
def test_given_the_example_region_when_written_then_each_record_is_as_the_schema_asks(tables, table):
    assert tables[table]
    assert [fault for record in tables[table] for fault in wrong(KINDS[table], record)] == []


def test_given_the_example_region_when_written_as_json_then_each_service_with_its_organization_is_valid(tables):
    services = json.loads(write_json(tables))
    assert len(services) == sum(len(one.services) for one in voorbeeldregio().partners)
    assert [fault for one in services for fault in wrong("service", one)] == []
    assert all(one["organization"]["organization_identifiers"] for one in services)


def test_given_the_example_region_when_written_and_read_then_every_partner_is_as_it_was(tables):
    read = {one["id"]: one for one in hsds.from_tables(read_zip(write_zip(tables)))}
    for partner in voorbeeldregio().model_dump(mode="json")["partners"]:
        one = read[partner["id"]]
        for field in ("name", "roles", "does", "does_not", "municipalities"):
            assert one[field] == partner[field], field
        assert [place["street"] for place in one["locations"]] == [place["street"] for place in partner["locations"]]
        for service, was in zip(one["services"], partner["services"], strict=True):
            for field in ("id", "name", "what", "themes", "access", "reach", "municipalities"):
                assert service[field] == was[field], field
            assert (service["level"], service["target"]["unborn"]) == (str(was["level"]), was["target"]["unborn"])


def test_given_both_forms_when_read_then_they_tell_the_same_of_who_offers_something(tables):
    from_zip = [one for one in hsds.from_tables(read_zip(write_zip(tables))) if one["services"]]
    from_json = hsds.from_tables(read_json(write_json(tables)))
    assert sorted(from_json, key=lambda one: one["id"]) == sorted(from_zip, key=lambda one: one["id"])


def test_given_a_number_for_professionals_and_a_secret_address_when_written_then_they_stay_behind(tables):
    written = json.dumps(tables)
    partners = voorbeeldregio().partners
    hidden = [contact for one in partners for contact in one.contacts if contact.professionals_only]
    assert hidden
    assert not any(contact.value in written for contact in hidden)
    shelters = {one.id for one in partners if one.address_secret or "opvang" in one.roles}
    read = {one["id"]: one for one in hsds.from_tables(tables)}
    assert shelters
    assert all(read[one]["locations"] == [] for one in shelters)


def test_given_the_same_region_when_written_twice_then_the_bytes_are_the_same(tables):
    assert (write_zip(tables), write_json(tables)) == (write_zip(tables), write_json(tables))


def test_given_organizations_of_somebody_else_when_read_then_their_services_hang_from_them():
    content = json.dumps([{"id": "1", "name": "Ergens", "services": [{"id": "2", "name": "Hulp", "minimum_age": 4.0}]}])
    (partner,) = hsds.from_tables(read_json(content.encode()))
    assert (partner["name"], partner["id"], partner["services"][0]["name"]) == ("Ergens", "", "Hulp")
    assert partner["services"][0]["target"]["min_age"] == "4"


@pytest.mark.parametrize("content", [b"", b"{", b"[]", b"3", b'{"services": 3}', b"[" * 5000, b'[{"id": 1}]x'])
def test_given_json_that_is_no_hsds_when_read_then_it_is_refused(content):
    with pytest.raises(Unreadable):
        read_json(content)
