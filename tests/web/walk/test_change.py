"""What would change the advice, on its own page, in the advice and on paper."""

import re

import pytest

from tests.support.answering import begin, walk_on
from tests.support.pdf import read_back, squeezed

CHANGE = "/doorloop/wat-verandert"
CALM = {"wie": {"kind-0-11": 1}, "vorm": "verwaarlozing", "relatie": "ouder", "ouders-veilig": "ja"}
SAFE = {"praten-veilig": "ja", "afweging-1": "ja", "afweging-3": "ja", "afweging-4": "twijfel"}
REPORTING = {"afweging-4": "nee", "besluit-melden": "ja", "betrokkenen-geinformeerd": "ja"}
DANGER_UNKNOWN = {"acuut-gevaar": "weet-niet"}
WAITING = ("wacht", "afwachten", "eerst uitzoeken")


def changes(visitor, *given):
    walk_on(visitor, begin(visitor), {name: value for some in given for name, value in some.items()})
    return visitor.get(CHANGE)


def sections(page):
    return [" ".join(one.text_content().split()) for one in page.document.xpath("//main//h2")]


def test_given_one_doubt_that_counts_then_it_says_whom_to_ask_and_what_each_answer_brings(visitor):
    page = changes(visitor, CALM, SAFE)
    assert sections(page) == ["Goed om te weten als je belt"]
    assert "mag je het ook vragen aan de mensen om wie het gaat" in page.text
    assert "Is het antwoord ‘Nee’? Dan wordt het adviesMeld de zorgen over het kind bij Veilig Thuis" in page.text
    assert "Dan vervaltVraag eerst advies over het kind" in page.text
    assert "Ga door met het advies" in page.text


def test_given_talking_is_not_safe_then_it_sends_nobody_to_the_people_themselves(visitor):
    page = changes(visitor, CALM, SAFE, {"praten-veilig": "nee"})
    assert "Vraag het niet aan de mensen om wie het gaat" in page.text
    assert "mag je het ook vragen" not in page.text


def test_given_nobody_knows_whether_there_is_danger_then_nothing_is_to_be_found_out(visitor):
    page = changes(visitor, CALM, SAFE, DANGER_UNKNOWN)
    assert sections(page)[0] == "Zoek dit niet zelf uit"
    assert "Zeg tegen Veilig Thuis dat je dit niet weet" in page.text


@pytest.mark.parametrize("given", [(CALM, SAFE), (CALM, SAFE, DANGER_UNKNOWN)])
def test_it_never_says_to_wait(visitor, given):
    page = changes(visitor, *given)
    assert not [word for word in WAITING if word in page.text.lower()]


def test_given_a_day_that_is_not_known_then_it_makes_no_difference(visitor):
    page = changes(visitor, CALM, SAFE, REPORTING, {"melding-datum": "weet-niet"})
    assert sections(page) == ["Dit maakt voor je advies niet uit"]
    assert "Op welke dag meld je?" in page.text


def test_given_nothing_is_unknown_then_it_says_so(visitor):
    assert "nergens ‘weet ik niet’" in changes(visitor, CALM, SAFE, REPORTING).text


def test_given_danger_then_it_only_leads_to_what_one_does_now(visitor):
    walk_on(visitor, begin(visitor), {**CALM, **SAFE})
    visitor.submit(visitor.get(CHANGE), "/doorloop/gevaar")
    page = visitor.get(CHANGE)
    assert sections(page) == ["Zoek nu niets uit"]
    assert "afweging" not in page.text


def test_given_a_doubt_then_the_advice_names_it(visitor):
    changes(visitor, CALM, SAFE)
    advice = visitor.get("/doorloop/advies")
    assert "Goed om te weten als je belt: ‘Nemen de betrokkenen de hulp voor het kind aan" in advice.text
    assert visitor.get(advice.link("Wat zou dit advies veranderen?")).path == CHANGE


@pytest.mark.pdf
@pytest.mark.parametrize(("address", "name"), [("verslag", "Verslag doorloop"), ("wat-verandert", "Open vragen")])
def test_given_a_doubt_then_it_stands_on_paper_under_a_neutral_name(visitor, address, name):
    changes(visitor, CALM, SAFE)
    response = visitor.client.get(f"/doorloop/{address}.pdf")
    assert re.search(rf'"{name} \d\d-\d\d-\d{{4}}\.pdf"', response.headers["Content-Disposition"])
    text = read_back(response.data)
    for words in ("Wat nog niet bekend is", "Is het antwoord ‘Nee’, dan wordt het advies"):
        assert squeezed(words) in text
