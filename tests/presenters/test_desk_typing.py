import pytest

from routekaart.presenters.desk_typing import as_contact, as_day, as_hours, as_id, as_number, as_web


@pytest.mark.parametrize(
    ("typed", "written"),
    [
        ("9-17", "09:00-17:00"),
        ("9.00 tot 17.30 uur", "09:00-17:30"),
        ("0830 – 1200", "08:30-12:00"),
        ("22u-24:00", "22:00-24:00"),
        ("9-25", "9-25"),
        ("ochtend", "ochtend"),
        ("9-", "9-"),
    ],
)
def test_given_hours_as_people_type_them_when_read_then_they_are_in_one_form_or_as_typed(typed, written):
    assert as_hours(typed) == written


@pytest.mark.parametrize(
    ("typed", "written"),
    [
        ("24-11-2026", "2026-11-24"),
        ("1/2/26", "2026-02-01"),
        ("2026-11-24", "2026-11-24"),
        ("30-02-2026", "30-02-2026"),
        ("", None),
    ],
)
def test_given_a_day_as_people_type_it_when_read_then_it_is_iso_or_as_typed(typed, written):
    assert as_day(typed) == written


@pytest.mark.parametrize(("typed", "written"), [("12", 12), (" 3 ", 3), ("-1", "-1"), ("vier", "vier"), ("", None)])
def test_given_a_number_when_read_then_it_is_one_or_as_typed(typed, written):
    assert as_number(typed) == written


@pytest.mark.parametrize(
    ("typed", "written"),
    [
        ("Www.Voorbeeld.NL/Pad", "https://www.voorbeeld.nl/Pad"),
        ("http://voorbeeld.nl", "https://voorbeeld.nl"),
        ("zomaar iets", "zomaar iets"),
        ("naam@voorbeeld.nl", "naam@voorbeeld.nl"),
        ("javascript:alert(1)", "javascript:alert(1)"),
    ],
)
def test_given_a_web_address_when_read_then_it_is_whole_or_as_typed(typed, written):
    assert as_web(typed) == written


def test_given_contacts_when_written_then_each_kind_has_its_own_form():
    assert as_contact("phone", "0800 2000") == "0800-2000"
    assert as_contact("email", "mailto:Meldpunt@VOORBEELD.nl") == "Meldpunt@voorbeeld.nl"
    assert as_contact("email", "geen adres") == "geen adres"
    assert as_contact("url", "voorbeeld.nl") == "https://voorbeeld.nl"


def test_given_names_when_ids_are_made_then_they_are_plain_and_unlike_those_that_are_taken():
    assert as_id("Café ’t Hóekje (Zuid)") == "cafe-t-hoekje-zuid"
    assert as_id("Team", {"team", "team-2"}) == "team-3"
    assert as_id("???") == "naamloos"
    assert len(as_id("x" * 300)) == 60
