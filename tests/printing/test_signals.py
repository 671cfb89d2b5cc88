"""What was ticked in the lists of signals, on paper."""

import pytest

from routekaart.printing.casefile import case_html, case_pdf
from tests.support.cases import NOW, case_of, choosing, guides, lists, real_place, walked
from tests.support.pdf import read_back, squeezed

pytestmark = pytest.mark.pdf

CHILD = {"kind-0-11": 1}
IDS = frozenset({"vandaag-letsel-baby", "jong-groei", "jong-consultatiebureau"})


def test_given_ticked_signals_then_the_pdf_holds_them_with_the_reminder_and_advice_today():
    place = real_place()
    found = walked(place, choosing({"wie": CHILD, "acuut-gevaar": "nee"}), most=3)
    case = case_of(place, found.answers, signals=IDS)
    text = read_back(case_pdf(case, found, place, lists=lists(), guides=guides(), now=NOW))
    for words in ("Wat je zag", "Vraag vandaag advies", "0800-2000", lists().reminder):
        assert squeezed(words) in text
    for one in lists().chosen(IDS):
        assert squeezed(one.text) in text


def test_given_a_walk_that_did_not_reach_step_1_then_what_was_ticked_is_printed_all_the_same():
    place = real_place()
    found = walked(place, choosing({}), most=0)
    html = case_html(case_of(place, found.answers, signals=IDS), found, place, lists=lists(), guides=guides(), now=NOW)
    assert html.count("Wat je zag") == 1


def test_given_no_signals_then_nothing_is_said_of_them():
    place = real_place()
    found = walked(place, choosing({"wie": CHILD}), most=3)
    html = case_html(case_of(place, found.answers), found, place, lists=lists(), guides=guides(), now=NOW)
    assert "Wat je zag" not in html
    assert "Vraag vandaag advies" not in html
