"""The text of a report on paper, for every kind of case."""

import outloud
import pdfua
import pytest

from routekaart.presenters.papers import paper_frame
from routekaart.presenters.report_text import for_paper
from routekaart.printing.paper import paper_pdf
from tests.support.cases import NOW
from tests.support.pdf import read_back, squeezed
from tests.support.telling import CASES

pytestmark = pytest.mark.pdf


@pytest.fixture(scope="module", params=CASES, ids=lambda case: case.name)
def printed(request):
    story, place = request.param.story()
    frame = paper_frame("Tekst", story.case, story.walk, place, NOW)
    document = frame | for_paper(story, place.directory, NOW)
    return document, paper_pdf("report.html", document)


def test_given_a_case_then_the_paper_tells_all_that_the_text_tells(printed):
    document, pdf = printed
    text = read_back(pdf)
    for section in document["sections"]:
        for line in section["lines"]:
            for words in line["texts"] or [line["gap"]]:
                assert squeezed(words) in text, words
    for label in document["by_hand"]:
        assert squeezed(label) in text


def test_given_a_case_then_the_paper_is_tagged_as_pdf_ua_asks(printed, tmp_path):
    file = tmp_path / "tekst.pdf"
    file.write_bytes(printed[1])
    assert [str(one) for one in outloud.check(str(file)).findings if one.severity == "error"] == []
    assert [one for one in pdfua.validate(str(file)).findings if one.severity.name == "ERROR"] == []
