"""How a call went, and what two wrong numbers do to a card."""

import pytest

from routekaart import clock
from routekaart.storage.database import reading, transaction
from routekaart.upkeep import numbers
from routekaart.upkeep.numbers import Called
from routekaart.web.app import create_app
from tests.support.site import eventually
from tests.support.visitor import Visitor

TEAM = "wijkteams-voorbeeldstad"
CARDS = "/voorbeeldregio/onderwijs/alles/wie-helpt?gemeente=VB0001"
DOUBT = "gemeld als verkeerd"


@pytest.fixture
def tell(seeded_site, call_address):
    """Somebody who called and says how it went."""

    def tell(outcome):
        visitor = Visitor(seeded_site.test_client())
        return visitor.submit(visitor.get(call_address), "", uitkomst=outcome)

    return tell


@pytest.fixture
def another(seeded_site):
    """A visitor of another web process on the same database."""
    site = create_app(seeded_site.extensions["routekaart"].settings)
    yield Visitor(site.test_client())
    site.extensions["routekaart"].engine.dispose()


def cards(visitor):
    return visitor.get(CARDS)


def test_given_a_card_with_a_number_of_the_region_then_one_can_tell_how_the_call_went(visitor, call_address):
    page = cards(visitor)
    assert page.document.xpath(f"//a[@href='{call_address}']")
    assert "formulier" not in page.response.headers.get("Set-Cookie", "")


def test_given_a_number_when_it_is_told_wrong_once_then_the_card_stays_as_it_was(tell, another):
    assert tell("verkeerd-nummer").heading == "Bedankt"
    assert DOUBT not in cards(another).text


def test_given_a_number_when_it_is_told_wrong_twice_then_the_national_number_is_on_top_of_kept_pages_too(
    visitor, tell, number
):
    assert DOUBT not in cards(visitor).text
    tell("verkeerd-nummer")
    tell("verkeerd-nummer")
    eventually(lambda: DOUBT in cards(visitor).text, lambda: "the kept page stayed as it was")
    page = cards(visitor)
    [card] = [one for one in page.document.xpath("//article") if DOUBT in one.text_content()]
    numbers_in_order = card.xpath(".//a[starts-with(@href, 'tel:')]/text()")
    assert numbers_in_order[0] == "0800-2000"
    assert number in numbers_in_order, "a report never removes a number"


@pytest.mark.parametrize("outcome", ["gesproken", "geen-gehoor"])
def test_given_other_outcomes_then_nothing_is_in_doubt(tell, another, outcome):
    for _ in range(3):
        tell(outcome)
    assert DOUBT not in cards(another).text


def test_given_the_same_form_sent_twice_then_it_counts_once(seeded_site, call_address):
    visitor = Visitor(seeded_site.test_client())
    page = visitor.get(call_address)
    for _ in range(2):
        visitor.submit(page, "", uitkomst="verkeerd-nummer")
    with reading(seeded_site.extensions["routekaart"].engine) as session:
        assert not list(numbers.doubtful(session))


def test_given_a_program_that_fills_in_everything_then_nothing_is_kept(seeded_site, call_address):
    for _ in range(2):
        visitor = Visitor(seeded_site.test_client())
        page = visitor.submit(visitor.get(call_address), "", uitkomst="verkeerd-nummer", website="https://x.example")
        assert page.heading == "Bedankt"
    with reading(seeded_site.extensions["routekaart"].engine) as session:
        assert not list(numbers.doubtful(session))


def test_given_a_number_in_doubt_when_the_region_clears_it_then_the_card_is_as_before(
    seeded_site, tell, another, number
):
    engine = seeded_site.extensions["routekaart"].engine
    for _ in range(2):
        tell("verkeerd-nummer")
    with transaction(engine) as session:
        numbers.clear(session, Called("voorbeeldregio", TEAM, number), author="c@voorbeeld.example", now=clock.now())
    tell("verkeerd-nummer")
    assert DOUBT not in cards(another).text, "one report after it was cleared is one"


@pytest.mark.parametrize(
    "address",
    [
        "/gebeld/nergens/x/1",
        f"/gebeld/voorbeeldregio/{TEAM}/0612345678",
        "/gebeld/voorbeeldregio/veilig-thuis/08002000",
    ],
)
def test_given_a_number_that_no_partner_of_the_region_publishes_then_there_is_nothing_to_tell(visitor, address):
    assert visitor.get(address).status == 404
