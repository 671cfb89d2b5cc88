"""The follow-up log on paper: by itself and in the case PDF."""

from datetime import date

import outloud
import pdfua
import pytest

from routekaart.presenters.follow_up import Following
from routekaart.presenters.papers import follow_up_paper
from routekaart.printing.casefile import case_pdf
from routekaart.printing.paper import paper_pdf
from routekaart.walks.casework import FollowUp
from tests.support.cases import NOW, case_of, choosing, guides, lists, real_place, walked
from tests.support.pdf import loose_marks, missing_glyphs, opened, read_back, squeezed, tagged

pytestmark = pytest.mark.pdf

LOOKS = (
    FollowUp(date(2026, 11, 22), started="nee", feedback="nee", note="Gebeld, ze bellen morgen terug."),
    FollowUp(
        date(2026, 11, 24),
        started="ja",
        started_by="lokaal-team",
        brought="nee",
        new_signals="ja",
        held_by="ik",
        settled=("controleer-start@2026-11-22",),
        note="Het kind was vandaag weer stil.\nMoeder kwam niet.",
        again_on=date(2026, 12, 3),
    ),
)
SAID = (
    "zondag 22 november 2026",
    "Gebeld, ze bellen morgen terug.",
    "Ja, de hulp is begonnen",
    "een medewerker van het lokale team",
    "Het kind was vandaag weer stil.",
    "Kijk of de hulp echt begonnen is",
    "donderdag 3 december 2026",
)


@pytest.fixture(scope="module")
def followed():
    place = real_place()
    wanted = {"acuut-gevaar": "nee", "onthulling": "nee", "wie": {"kind-0-11": 1}, "hulp-datum": "2026-11-15"}
    walk = walked(place, choosing(wanted | {"besluit-melden": "ja", "melding-datum": "2026-11-09"}))
    return Following(case_of(place, walk.answers, follow_ups=LOOKS), walk, place, guides(), NOW)


def test_given_looks_then_their_own_paper_tells_all_of_them_with_what_is_due(followed):
    document = follow_up_paper(followed)
    assert document["title"] == "Vervolg 24-11-2026"
    pdf = paper_pdf("follow_up.html", document)
    text = read_back(pdf)
    for words in (*SAID, "De dag is voorbij", "Niets gehoord? Bel Veilig Thuis", "0800-2000", "nieuwe signalen"):
        assert squeezed(words) in text, words
    with opened(pdf) as document:
        assert document.docinfo["/Title"] == "Vervolg 24-11-2026"
        assert tagged(document, "/H1")
        assert len(tagged(document, "/TH")) >= 3
        assert loose_marks(document) == 0
        assert missing_glyphs(document) == 0


def test_given_the_checkers_then_neither_finds_an_error(followed, tmp_path):
    file = tmp_path / "vervolg.pdf"
    file.write_bytes(paper_pdf("follow_up.html", follow_up_paper(followed)))
    assert [str(one) for one in outloud.check(str(file)).findings if one.severity == "error"] == []
    assert [one for one in pdfua.validate(str(file)).findings if one.severity.name == "ERROR"] == []


def test_given_looks_then_the_case_pdf_holds_them(followed):
    one = followed
    text = read_back(case_pdf(one.case, one.walk, one.place, lists=lists(), guides=guides(), now=NOW))
    for words in (*SAID, "Hoe het verder ging"):
        assert squeezed(words) in text, words
