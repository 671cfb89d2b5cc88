"""Partners that go out as sheets and come back in are the same partners."""

from datetime import date
from functools import cache

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from routekaart.content.partners import PartnerForm
from routekaart.exchange.csv import read_csv, write_csv
from routekaart.exchange.xlsx import read_xlsx, write_xlsx
from routekaart.presenters.desk_typing import as_id
from routekaart.presenters.sheet_cells import Words, Wrong, read_hours, read_level, read_roles, read_themes
from routekaart.presenters.sheet_reading import read_sheets
from routekaart.presenters.sheet_writing import sheets_of
from routekaart.regions.bulk import State
from routekaart.regions.bulk_laying import laid_over
from routekaart.regions.document import RegionDocument
from routekaart.regions.files import read_regions
from tests.support.regions import CONTENT, document_data, voorbeeldregio


@cache
def known():
    return read_regions(CONTENT).known


def words_of(data) -> Words:
    places = {one["code"]: one["name"] for one in data["municipalities"]}
    return Words(places, {one.id: one.label for one in known().national.roles.values()}, frozenset({"partnergeweld"}))


WORDS = words_of(document_data())
TEXT = st.text(st.characters(exclude_categories=("C", "Z"), include_characters=" \n"), max_size=30).map(
    lambda text: "\n".join(line.strip() for line in text.split("\n")).strip()
)
LINE = TEXT.map(lambda text: " ".join(text.split()))
NAME = LINE.filter(bool)
THEMES = st.lists(st.sampled_from(["partnergeweld", "stalking", "kind-vermist"]), unique=True, max_size=3)
PLACES = st.lists(st.sampled_from(["VB1", "VB2"]), unique=True)
DAYS = st.dates(min_value=date(1900, 1, 1)).map(str)
HOURS = st.builds("{:02d}:{:02d}-{:02d}:{:02d}".format, *[st.integers(0, 23), st.integers(0, 59)] * 2)
WEEK = ("ma", "di", "wo", "do", "vr", "za", "zo")
PERIOD = st.fixed_dictionaries(
    {
        "days": st.sets(st.sampled_from(WEEK), min_size=1).map(lambda some: [day for day in WEEK if day in some]),
        "hours": HOURS,
    }
)
SCHEDULE = st.one_of(
    st.none(),
    st.just({"always": True}),
    st.fixed_dictionaries({"periods": st.lists(PERIOD, min_size=1, max_size=3)}),
)
TARGET = st.fixed_dictionaries(
    {
        "min_age": st.none() | st.integers(0, 120),
        "max_age": st.none() | st.integers(0, 120),
        "unborn": st.booleans(),
        "who": TEXT,
    }
)
SERVICE = st.fixed_dictionaries(
    {
        "name": NAME,
        "what": TEXT.filter(bool),
        "level": st.integers(1, 5),
        "aim": st.none() | st.sampled_from(["voorkomen", "signaleren", "stoppen", "schade-beperken"]),
        "target": TARGET,
        "themes": THEMES,
        "access": TEXT,
        "reach": TEXT,
        "waiting": st.none() | st.fixed_dictionaries({"weeks": st.integers(0, 208), "known_on": DAYS}),
        "municipalities": PLACES,
    }
)
CONTACT = st.one_of(
    st.integers(0, 99).map(lambda number: {"kind": "phone", "value": f"0199-00 00 {number:02d}"}),
    st.integers(0, 99).map(lambda number: {"kind": "email", "value": f"a{number}@b.example"}),
    st.integers(0, 99).map(lambda number: {"kind": "url", "value": f"https://b.example/{number}"}),
).flatmap(
    lambda contact: st.fixed_dictionaries(
        {key: st.just(value) for key, value in contact.items()}
        | {"label": TEXT, "hours": TEXT, "menu_choice": TEXT, "extension": TEXT, "professionals_only": st.booleans()}
    )
)
LOCATION = st.fixed_dictionaries({"name": NAME, "street": TEXT, "postal_code": TEXT, "town": TEXT.filter(bool)})


def with_ids(things):
    return [{**one, "id": f"x-{place}"} for place, one in enumerate(things)]


PARTNER = st.fixed_dictionaries(
    {
        "name": NAME,
        "roles": st.lists(st.sampled_from(["lokaal-team", "huisarts", "politie"]), unique=True),
        "does": st.lists(NAME, max_size=3),
        "does_not": st.lists(NAME, max_size=3),
        "schedule": SCHEDULE,
        "contacts": st.lists(CONTACT, max_size=3, unique_by=lambda one: one["value"]),
        "locations": st.lists(LOCATION, max_size=2, unique_by=lambda one: one["name"].casefold()),
        "services": st.lists(SERVICE, max_size=3).map(with_ids),
        "municipalities": PLACES,
        "note": TEXT,
        "source": TEXT,
        "verification": st.none() | st.fixed_dictionaries({"verified_on": DAYS, "verified_by": TEXT.filter(bool)}),
    }
)
PARTNERS = (
    st.lists(PARTNER, min_size=1, max_size=3)
    .map(with_ids)
    .map(lambda some: [PartnerForm.model_validate(one).model_dump(mode="json") for one in some])
)


def region(*partners):
    """The data of a region with these partners and nothing that needs them."""
    data = document_data(partners=list(partners), bindings=[], covenants=[], agreements=[])
    return RegionDocument.model_validate(data).model_dump(mode="json")


def through_xlsx(sheets):
    return read_xlsx(write_xlsx(sheets))


def through_csv(sheets):
    return [read_csv(write_csv(one.rows)) for one in sheets]


@settings(max_examples=25)
@pytest.mark.parametrize("through", [through_xlsx, through_csv])
@given(partners=PARTNERS)
def test_given_any_partners_when_they_go_out_and_come_into_an_empty_region_then_they_are_the_same(through, partners):
    data = region()
    read = read_sheets(through(sheets_of(partners, WORDS)), WORDS)
    plan = laid_over(data, read.records, known(), None, as_id)
    assert [line.faults for line in plan.lines if line.faults] == []
    assert list(plan.partners.values()) == partners


@settings(max_examples=25)
@given(partners=PARTNERS)
def test_given_any_partners_when_they_come_back_where_they_are_then_nothing_changes(partners):
    data = region(*partners)
    read = read_sheets(through_csv(sheets_of(partners, WORDS)), WORDS)
    plan = laid_over(data, read.records, known(), None, as_id)
    assert {line.state for line in plan.lines} == {State.UNCHANGED}
    assert plan.partners == {}


def test_given_the_example_region_when_it_comes_back_then_nothing_changes():
    data = voorbeeldregio().model_dump(mode="json")
    words = words_of(data)
    read = read_sheets(through_xlsx(sheets_of(data["partners"], words)), words)
    plan = laid_over(data, read.records, known(), None, as_id)
    assert {line.state for line in plan.lines} == {State.UNCHANGED}


@pytest.mark.parametrize(
    ("text", "level"),
    [
        ("4", 4),
        ("niveau 3", 3),
        ("zorgniveau 5", 5),
        ("1 Voorkomen, voor iedereen", 1),
        ("schade beperken", 5),
        ("", None),
    ],
)
def test_given_a_care_level_in_words_or_numbers_when_read_then_it_is_known(text, level):
    assert read_level(text, WORDS) == level


@pytest.mark.parametrize("text", ["0", "6", "45", "hoog"])
def test_given_no_care_level_when_read_then_it_is_wrong(text):
    with pytest.raises(Wrong):
        read_level(text, WORDS)


@pytest.mark.parametrize(
    ("text", "days", "hours"),
    [
        ("ma t/m vr 8:30-17:00", ["ma", "di", "wo", "do", "vr"], "08:30-17:00"),
        ("maandag tot en met woensdag 9 tot 12 uur", ["ma", "di", "wo"], "09:00-12:00"),
        ("werkdagen 9-17", ["ma", "di", "wo", "do", "vr"], "09:00-17:00"),
        ("za en zo 10.00-12.00", ["za", "zo"], "10:00-12:00"),
        ("ma-vr 17:00-08:00", ["ma", "di", "wo", "do", "vr"], "17:00-08:00"),
    ],
)
def test_given_opening_hours_as_people_write_them_when_read_then_they_are_known(text, days, hours):
    assert read_hours(text, WORDS) == {"always": False, "periods": [{"days": days, "hours": hours}]}


@pytest.mark.parametrize("text", ["soms", "ma", "9-17", "xx 9-17", "vr t/m ma 9-17", "ma 25:00-26:00"])
def test_given_no_opening_hours_when_read_then_it_is_wrong(text):
    with pytest.raises(Wrong):
        read_hours(text, WORDS)


def test_given_a_theme_with_a_slip_of_the_pen_when_read_then_the_known_one_is_named():
    with pytest.raises(Wrong) as wrong:
        read_themes("partnergewelt", WORDS)
    assert wrong.value.near == "partnergeweld"
    assert read_themes("Partnergeweld, iets nieuws", WORDS) == ["partnergeweld", "iets-nieuws"]


def test_given_roles_by_label_id_or_with_a_comma_when_read_then_they_are_known():
    label = WORDS.roles["lokaal-team"]
    assert read_roles(f"{label}; huisarts", WORDS) == ["lokaal-team", "huisarts"]
    assert read_roles(f"huisarts, {label}", WORDS) == ["huisarts", "lokaal-team"]
