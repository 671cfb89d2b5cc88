import pytest
from hypothesis import given
from hypothesis import strategies as st

from routekaart.directory import Contact, ContactKind
from routekaart.directory.phone import dialled, is_fictional, normalised


@pytest.mark.parametrize(
    ("typed", "written"),
    [
        ("112", "112"),
        ("113", "113"),
        ("144", "144"),
        ("0800 2000", "0800-2000"),
        ("08002000", "0800-2000"),
        ("0900-111 3 111", "0900-1113111"),
        ("14 010", "14 010"),
        ("+31 70 400 0000", "070-400 0000"),
        ("(070) 400.00.00", "070-400 0000"),
        ("0199000001", "0199-00 00 01"),
    ],
)
def test_given_a_dutch_number_when_normalised_then_it_has_its_one_written_form(typed, written):
    assert normalised(typed) == written


@pytest.mark.parametrize("typed", ["", "12", "0800", "070-12", "bel ons", "0190-000001", "00000", "+31"])
def test_given_no_number_when_normalised_then_there_is_none(typed):
    assert normalised(typed) is None


@given(st.text(alphabet="0123456789+-() ", max_size=16))
def test_given_anything_typed_when_normalised_twice_then_nothing_changes(typed):
    written = normalised(typed)
    assert written is None or normalised(written) == written


@given(st.integers(0, 999_999))
def test_given_area_code_019_when_asked_then_it_is_fictional_and_no_other_form_is_real(subscriber):
    written = normalised(f"0199{subscriber:06d}")
    assert written is not None
    assert is_fictional(written)
    assert normalised(f"+31199{subscriber:06d}") is None


def test_given_a_phone_contact_when_linked_then_only_digits_are_dialled():
    assert Contact(ContactKind.PHONE, "070-400 0000").href == "tel:0704000000"
    assert dialled("+32 2 123 45 67") == "+3221234567"
