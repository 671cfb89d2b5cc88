import pytest

from routekaart.content.glossary import read_glossary
from routekaart.presenters.marking import LONGEST, TermLinks, excerpt, marked
from tests.support.regions import CONTENT


@pytest.fixture
def links():
    return TermLinks(read_glossary(CONTENT).terms, "/r/s/begrippen")


def linked(runs):
    return {run["text"]: run["href"] for run in runs if run["href"]}


def test_given_words_that_were_found_when_marked_then_they_and_only_they_are(links):
    runs = marked("Zwakke plek: de Coördinatoren bellen.", {"coordinatoren", "plek"})
    assert [run["text"] for run in runs if run["is_marked"]] == ["plek", "Coördinatoren"]
    assert "".join(run["text"] for run in runs) == "Zwakke plek: de Coördinatoren bellen."


def test_given_markup_in_a_text_when_marked_then_it_stays_text():
    assert marked("<b>tolk</b>", {"tolk"})[0]["text"] == "<b>"


def test_given_a_long_text_when_cut_then_the_word_that_was_found_is_in_it_in_whole_words():
    text = "Eerst iets anders. " * 30 + "Dan de tolk die vertaalt. " + "Daarna nog iets. " * 30
    part = excerpt(text, {"tolk"})
    assert "tolk" in part
    assert part.startswith("… ")
    assert part.endswith(" …")
    assert len(part) <= LONGEST + 4


def test_given_a_term_when_it_is_used_twice_then_only_its_first_use_leads_to_the_glossary(links):
    assert linked(links.runs("Vraag de GI. Een GI weet het.")) == {"GI": "/r/s/begrippen#gi"}
    assert linked(links.runs("De gecertificeerde instelling")) == {}


@pytest.mark.parametrize(
    "text", ["Hij zei: magisch", "de OTSen", "gi", "meldcode"], ids=["part", "longer", "small", "plain"]
)
def test_given_what_only_looks_like_a_term_when_linked_then_it_stays_text(links, text):
    runs = links.runs(text)
    assert linked(runs) == {}
    assert "".join(run["text"] for run in runs) == text


def test_given_a_long_name_that_holds_a_short_one_when_linked_then_the_long_one_wins(links):
    found = linked(links.runs("Een voorlopige ondertoezichtstelling"))
    assert found == {"voorlopige ondertoezichtstelling": "/r/s/begrippen#vots"}
