"""The five-minute route: four questions, what must happen today, and then the whole walk without asking again."""

import re

import pytest

from tests.support.answering import fields_for
from tests.support.pdf import read_back, squeezed

TODAY = "/doorloop/vandaag"


@pytest.fixture
def first(visitor):
    """The first question of the route of a new walk."""
    begun = visitor.get("/doorloop/begin?regio=voorbeeldregio&sector=onderwijs")
    code = visitor.submit(begun, "/doorloop/begin", vijf="1")
    return visitor.get(code.link("Verder naar de vragen"))


def names(page):
    return {str(name) for name in page.form(TODAY).fields if str(name).startswith("antwoord")}


def say(visitor, page, value):
    values = (
        {f"antwoord-{category}": count for category, count in value.items()}
        if isinstance(value, dict)
        else dict.fromkeys(names(page), value)
    )
    return visitor.submit(page, TODAY, **values)


def taken(visitor, page, *values):
    for value in values:
        page = say(visitor, page, value)
    return page


def test_given_the_guide_then_five_minutes_lead_to_the_route(visitor):
    opening = visitor.get("/voorbeeldregio/onderwijs/")
    begun = visitor.get(opening.link("Heb je maar vijf minuten?").partition("#")[0])
    assert begun.document.get_element_by_id("vijf-minuten").text_content() == "Heb je maar vijf minuten?"


def test_given_four_answers_then_it_says_what_to_do_today_and_whom_to_call_in_doubt(visitor, first):
    assert "Vraag 1 van 4" in first.text
    page = taken(visitor, first, "nee", {"kind-0-11": 2}, "seksueel", "nee")
    assert (page.path, page.heading) == (TODAY, "Dit doe je vandaag")
    assert "Praat nog niet met ouders, partner, familie of de mogelijke pleger" in page.text
    assert "Twijfel je? Bel vandaag" in page.text
    assert "0800-2000" in page.text


def test_given_nothing_is_urgent_then_it_says_that_this_is_not_all(visitor, first):
    page = taken(visitor, first, "nee", {"volwassene": 1}, "geen", "nee")
    assert "Het is niet alles" in page.text
    assert "Twijfel je? Bel vandaag" in page.text


def test_given_the_route_then_the_whole_walk_asks_none_of_it_again(visitor, first):
    page = visitor.get(taken(visitor, first, "nee", {"kind-0-11": 1}, "verwaarlozing", "nee").link("Ga verder"))
    asked = []
    while "/vraag/" in page.path:
        asked.append(page.text)
        values = [i.get("value") for i in page.document.xpath("//fieldset//input[@type='radio' or @type='checkbox']")]
        value = "24-11-2026" if not values else "nee" if "nee" in values else values[0]
        page = visitor.submit(page, "/vraag/", **fields_for(page, value))
    again = ("Is er nu direct gevaar", "Wie zijn er misschien onveilig", "Waar denk je aan?", "zelf over geweld")
    assert not [text for text in asked if any(question in text for question in again)]
    assert page.path == "/doorloop/advies"


def test_given_danger_then_it_is_the_acute_line(visitor, first):
    page = say(visitor, first, "ja")
    assert page.heading == "Doe dit nu"
    assert "Bel nu 112" in page.text
    assert visitor.get(TODAY).heading == "Doe dit nu"


def test_given_nobody_knows_whether_there_is_danger_then_the_call_stands_above_the_next_question(visitor, first):
    page = say(visitor, first, "weet-niet")
    assert page.text.startswith("Doe dit nu alBel nu Veilig Thuis en leg voor wat je ziet 0800-2000")
    assert "Vraag 2 van 4" in page.text


def test_given_one_person_then_the_question_itself_is_the_heading(visitor, first):
    page = taken(visitor, first, "nee", {"kind-0-11": 1}, "geen")
    assert page.heading == "Vertelt het kind zelf over geweld, misbruik of verwaarlozing?"


@pytest.mark.pdf
def test_given_the_route_then_it_goes_on_paper(visitor, first):
    taken(visitor, first, "nee", {"kind-0-11": 1}, "seksueel", "nee")
    response = visitor.client.get(f"{TODAY}.pdf")
    assert re.search(r'"Vandaag \d\d-\d\d-\d{4}\.pdf"', response.headers["Content-Disposition"])
    text = read_back(response.data)
    for words in ("Dit doe je vandaag", "Doe geen eigen onderzoek", "Twijfel je? Bel vandaag"):
        assert squeezed(words) in text


def test_given_no_answer_then_the_question_comes_back_with_what_is_wrong(visitor, first):
    page = visitor.submit(first, TODAY)
    assert page.status == 422
    assert "Kies een van de antwoorden." in page.text


def test_given_the_walk_was_changed_elsewhere_then_the_answer_comes_back(visitor, first):
    say(visitor, first, "nee")
    second = visitor.get(TODAY)
    stale = visitor.get(TODAY)
    visitor.submit(visitor.get("/doorloop/"), "/vraag/", **fields_for(visitor.get("/doorloop/"), "nee"))
    page = visitor.submit(stale, TODAY, **{"antwoord-kind-0-11": "2"})
    assert (second.heading, page.status) == (stale.heading, 409)
    assert page.form(TODAY).fields["antwoord-kind-0-11"] == "2"


def test_given_an_old_form_of_an_answered_question_then_it_goes_on(visitor, first):
    say(visitor, first, "nee")
    assert visitor.submit(first, TODAY, antwoord="ja").path == TODAY
    assert "Vraag 2 van 4" in visitor.get(TODAY).text
