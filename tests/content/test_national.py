import re

import pytest

from routekaart.content.national import NationalFile, read_national
from routekaart.content.source import parse, read
from routekaart.directory import National
from tests.support.regions import CONTENT


@pytest.fixture(scope="module")
def national() -> National:
    return read_national(CONTENT)


def test_given_the_national_file_when_read_then_112_and_veilig_thuis_come_first(national):
    assert list(national.partners)[:2] == ["112", "veilig-thuis"]
    assert national.partners["veilig-thuis"].phone.href == "tel:08002000"


def test_given_contacts_that_are_not_certain_when_read_then_none_is_shown(national):
    written, _ = parse(read(CONTENT / "national.yaml"), NationalFile)
    waiting = {one.value for p in written.partners for one in p.contacts if one.certainty != "A"}
    certain = {one.value for p in written.partners for one in p.contacts if one.certainty == "A"}
    shown = {one.value for p in national.partners.values() for one in p.contacts}
    assert waiting - certain
    assert not shown & (waiting - certain)


def test_given_hours_when_shown_then_the_file_names_their_source():
    written, _ = parse(read(CONTENT / "national.yaml"), NationalFile)
    assert all(one.schedule_source for one in written.partners if one.schedule)


def test_given_nobody_checked_when_read_then_nothing_counts_as_checked(national):
    assert all(one.verification is None for one in national.partners.values())


@pytest.mark.parametrize("role", ["acuut", "advies-en-meldpunt"])
def test_given_the_two_roles_that_always_have_a_filling_when_asked_then_they_have_one(national, role):
    assert national.fallback(role)


def test_given_a_role_that_nobody_fills_when_told_what_to_do_then_every_number_is_a_shown_one(national):
    shown = {re.sub(r"\D", "", one.value) for p in national.partners.values() for one in p.contacts}
    for role in national.roles.values():
        numbers = re.findall(r"\b(?:0\d{3}-[\d ]*\d|11\d)\b", role.when_gap)
        assert all(re.sub(r"\D", "", one) in shown for one in numbers), role.id
