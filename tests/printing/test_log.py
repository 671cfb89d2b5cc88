"""The log of signals on paper: alone and in the report."""

from datetime import date

import outloud
import pdfua
import pytest

from routekaart.presenters.log import Choice
from routekaart.presenters.papers import log_paper
from routekaart.printing.casefile import case_html
from routekaart.printing.paper import paper_html, paper_pdf
from routekaart.walks.casework import Entry
from tests.support.cases import NOW, case_of, choosing, guides, lists, real_place, walked
from tests.support.pdf import loose_marks, missing_glyphs, opened, read_back, squeezed

LOG = (
    Entry(date(2026, 11, 18), saw="Een blauwe plek.\nOp de linkerarm.", who="kind-0-11.1", where="school"),
    Entry(date(2026, 11, 20), said="‘Ik ben gevallen.’", said_by="kind-0-11.1", thought="<b>Dat past niet.</b>"),
)


@pytest.fixture(scope="module")
def found():
    return walked(
        real_place(), choosing({"wie": {"kind-0-11": 2}, "acuut-gevaar": "nee", "client-volwassen": "nee"}), most=3
    )


def paper(found, log=LOG):
    place = real_place()
    choice = Choice.of(guides().casework, found.people)
    return log_paper(case_of(place, found.answers, log=log), found, place, choice, NOW)


@pytest.mark.pdf
def test_given_a_log_then_its_paper_holds_every_part_and_the_checkers_find_nothing(found, tmp_path):
    file = tmp_path / "logboek.pdf"
    file.write_bytes(paper_pdf("log.html", paper(found)))
    assert [str(one) for one in outloud.check(str(file)).findings if one.severity == "error"] == []
    assert [one for one in pdfua.validate(str(file)).findings if one.severity.name == "ERROR"] == []
    document = opened(file.read_bytes())
    assert str(document.docinfo.Title) == "Logboek 24-11-2026"
    assert (loose_marks(document), missing_glyphs(document)) == (0, 0)
    text = read_back(file.read_bytes())
    for words in (*(text for entry in LOG for text in (entry.saw, entry.said, entry.thought)), "kind 1 (0–11 jaar)"):
        assert squeezed(words) in text


def test_given_a_log_then_it_stands_in_the_report_by_day_and_markup_is_text(found):
    place = real_place()
    case = case_of(place, found.answers, log=LOG)
    html = case_html(case, found, place, lists=lists(), guides=guides(), now=NOW)
    assert html.index("Woensdag 18 november") < html.index("Vrijdag 20 november")
    assert "&lt;b&gt;Dat past niet.&lt;/b&gt;" in html


def test_given_no_log_then_the_report_says_nothing_of_it_and_its_own_paper_shows_a_gap(found):
    place = real_place()
    html = case_html(case_of(place, found.answers), found, place, lists=lists(), guides=guides(), now=NOW)
    assert "Logboek" not in html
    assert "niet ingevuld" in paper_html("log.html", paper(found, ()))
