"""The safety plan on paper: for the family, with room to write, and nothing that tells what it is about."""

import re

import outloud
import pdfua
import pytest

from routekaart.presenters.safety_plan import plan_paper
from routekaart.printing.casefile import case_html
from routekaart.printing.paper import paper_html, paper_pdf
from tests.support.cases import NOW, case_of, choosing, guides, lists, real_place, walked
from tests.support.pdf import loose_marks, missing_glyphs, opened, read_back, squeezed

PLAN = {"afspraken": "We roepen niet.\nWe gaan even lopen.", "kind": "Ik bel oma.", "weer-kijken": "2026-12-01"}
TELLING = re.compile(r"geweld|mishand|misbruik|slachtoffer|dader|pleger|melding|meldcode|onveilig", re.IGNORECASE)


def paper(values, region="voorbeeldregio"):
    return plan_paper(guides().safety_plan, values, real_place(region), None, NOW)


@pytest.mark.pdf
@pytest.mark.parametrize("values", [PLAN, {}], ids=["filled", "blank"])
def test_given_a_plan_then_its_paper_holds_it_all_and_the_checkers_find_nothing(values, tmp_path):
    file = tmp_path / "plan.pdf"
    file.write_bytes(paper_pdf("safety_plan.html", paper(values)))
    assert [str(one) for one in outloud.check(str(file)).findings if one.severity == "error"] == []
    assert [one for one in pdfua.validate(str(file)).findings if one.severity.name == "ERROR"] == []
    document = opened(file.read_bytes())
    assert str(document.docinfo.Title) == "Plan 24-11-2026"
    assert (loose_marks(document), missing_glyphs(document)) == (0, 0)
    assert len(document.pages) <= 2
    text = read_back(file.read_bytes())
    form = guides().safety_plan
    for words in (*(one.title for one in form.parts), *form.by_hand, form.closing, "112", "0800-2000"):
        assert squeezed(words) in text
    if values:
        assert squeezed("We roepen niet. We gaan even lopen.") in text
        assert squeezed("1 december 2026") in text


@pytest.mark.parametrize("region", ["voorbeeldregio", "flevoland", "drenthe"])
def test_given_any_region_then_the_paper_tells_nothing_of_what_it_is_about(region):
    html = paper_html("safety_plan.html", paper(PLAN, region) | {"banners": []})
    assert TELLING.search(re.sub(r"<[^>]+>", " ", html)) is None


def test_given_a_role_that_nobody_fills_then_there_is_a_line_to_write_its_number():
    lines = {one["what"]: one for one in paper({}, "drenthe")["numbers"]}
    assert lines["Hulp bij jullie in de buurt"] == {"what": "Hulp bij jullie in de buurt", "who": "", "phones": []}
    assert "schrijf het nummer hier op" in paper_html("safety_plan.html", paper({}, "drenthe"))


def test_given_a_plan_then_only_what_was_filled_in_stands_in_the_report():
    place = real_place()
    found = walked(place, choosing({}), most=0)
    case = case_of(place, found.answers, safety_plan=PLAN | {"verdwenen": "Uit een ouder formulier."})
    html = case_html(case, found, place, lists=lists(), guides=guides(), now=NOW)
    for words in ("Het plan met het gezin", "Ik bel oma.", "1 december", "Uit een ouder formulier."):
        assert words in html
    assert "Wie let op?" not in html
