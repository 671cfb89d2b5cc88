"""A number in doubt on cards: what to call instead comes first, and nothing goes away."""

from datetime import UTC, date, datetime

import pytest

from routekaart.content.national import read_national
from routekaart.directory import ContactKind, Standing
from routekaart.presenters.partner_card import cards_for, to_call
from tests.support.regions import CONTENT, voorbeeldregio

NOW = datetime(2026, 11, 24, 12, tzinfo=UTC)


@pytest.fixture(scope="module")
def directory():
    return voorbeeldregio().to_directory(read_national(CONTENT))


def own_number(directory, role):
    """The first partner of a role, with the first number that is the region's own."""
    [partner, *_] = directory.for_role(role, "VB0001")
    phones = (one.value for one in partner.contacts if one.kind is ContactKind.PHONE)
    return partner.id, next(one for one in phones if not directory.national.owns(one))


@pytest.mark.parametrize(("role", "national"), [("lokaal-team", "0800-2000"), ("politie", "0900-8844")])
def test_given_a_number_in_doubt_then_the_national_one_for_that_role_comes_first(directory, role, national):
    doubtful = own_number(directory, role)
    standing = Standing(doubtful=frozenset({doubtful}))
    cards = cards_for(directory.since_published(standing), role, municipality="VB0001", now=NOW)
    numbers = [line["number"] for line in to_call(cards)]
    assert numbers[0] == national
    assert doubtful[1] in numbers
    [line] = [line for card in cards for line in card["phones"] if line["number"] == doubtful[1]]
    assert "klopt misschien niet" in line["note"]


def test_given_nothing_in_doubt_then_a_card_has_no_warning(directory):
    [card, *_] = cards_for(directory, "lokaal-team", municipality="VB0001", now=NOW)
    assert card["doubt"] is None


def test_given_a_confirmation_then_the_card_has_it_unless_the_entry_was_checked_later(directory):
    [partner, *_] = directory.for_role("lokaal-team", "VB0001")
    for on, said in ((date(2026, 11, 24), "de organisatie zelf"), (date(2020, 1, 1), "Coördinator")):
        standing = Standing(confirmed={partner.id: on})
        [card, *_] = cards_for(directory.since_published(standing), "lokaal-team", municipality="VB0001", now=NOW)
        assert said in card["verified"]["text"]
