"""Something on a card is not right."""

import pytest

from routekaart.storage.database import reading
from routekaart.upkeep import questions
from tests.support.visitor import Visitor

ADDRESS = "/klopt-niet/voorbeeldregio/wijkteams-voorbeeldstad"


@pytest.fixture
def kept(seeded_site):
    def kept():
        with reading(seeded_site.extensions["routekaart"].engine) as session:
            return [one.text for one in questions.waiting(session, "voorbeeldregio")]

    return kept


def tell(site, text, **more):
    visitor = Visitor(site.test_client())
    return visitor.submit(visitor.get(ADDRESS), "", tekst=text, **more)


def test_given_a_card_then_it_leads_to_the_form(visitor):
    page = visitor.get("/voorbeeldregio/onderwijs/alles/wie-helpt?gemeente=VB0001")
    assert page.document.xpath(f"//a[@href='{ADDRESS}']")


def test_given_what_is_wrong_then_the_region_has_it_and_nobody_was_asked_who_it_was(seeded_site, kept):
    page = tell(seeded_site, "De openingstijden kloppen niet meer.")
    assert (page.heading, kept()) == ("Bedankt", ["De openingstijden kloppen niet meer."])
    fields = Visitor(seeded_site.test_client()).get(ADDRESS).form("").fields
    assert set(fields) == {"csrf_token", "eenmalig", "website", "tekst"}


@pytest.mark.parametrize(("text", "said"), [("", "Schrijf wat er niet klopt"), ("x" * 501, "te lang")])
def test_given_nothing_or_too_much_then_it_comes_back(seeded_site, kept, text, said):
    page = tell(seeded_site, text)
    assert page.status == 422
    assert said in page.text
    assert page.form("").fields["tekst"].strip() == text
    assert kept() == []


def test_given_what_tells_who_it_is_then_it_is_asked_first(seeded_site, kept):
    text = "Fatima de Vries is daar weg."
    visitor = Visitor(seeded_site.test_client())
    page = visitor.submit(visitor.get(ADDRESS), "", tekst=text)
    assert "Hier lijkt iets in te staan" in page.text
    assert kept() == []
    visitor.submit(page, "", toch_bewaren="ja")
    assert kept() == [text]


def test_given_a_program_then_nothing_is_kept(seeded_site, kept):
    assert tell(seeded_site, "Koop dit.", website="https://koop.example").heading == "Bedankt"
    assert kept() == []


def test_given_the_same_form_sent_twice_then_it_is_kept_once(seeded_site, kept):
    visitor = Visitor(seeded_site.test_client())
    page = visitor.get(ADDRESS)
    for _ in range(2):
        visitor.submit(page, "", tekst="De website klopt niet.")
    assert len(kept()) == 1


def test_given_many_in_an_hour_then_the_next_is_asked_to_wait_and_loses_nothing(seeded_site, kept):
    for _ in range(questions.MOST_PER_HOUR):
        tell(seeded_site, "Het nummer klopt niet.")
    page = tell(seeded_site, "Nog een.")
    assert page.status == 429
    assert page.form("").fields["tekst"].strip() == "Nog een."
    assert len(kept()) == questions.MOST_PER_HOUR


def test_given_a_partner_that_is_not_there_then_there_is_no_form(visitor):
    assert visitor.get("/klopt-niet/voorbeeldregio/niemand").status == 404
