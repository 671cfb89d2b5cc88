"""What colleagues wrote, on paper: always as theirs."""

from datetime import date

import outloud
import pdfua
import pytest

from routekaart.printing.casefile import case_html, case_pdf
from routekaart.walks.casework import View
from tests.support.cases import NOW, case_of, choosing, guides, lists, real_place, walked
from tests.support.pdf import read_back, squeezed

VIEWS = (
    View(date(2026, 11, 22), "veilig-thuis", "anders", "Meld vandaag.\nBlijf contact houden."),
    View(date(2026, 11, 20), "aandachtsfunctionaris", "zelfde", "<b>Ik zie dit ook.</b>"),
)


@pytest.fixture(scope="module")
def found():
    return walked(real_place(), choosing({"wie": {"kind-0-11": 1}, "acuut-gevaar": "nee"}), most=3)


def html(found, views=VIEWS):
    place = real_place()
    return case_html(case_of(place, found.answers, views=views), found, place, lists=lists(), guides=guides(), now=NOW)


def test_given_views_then_each_is_named_by_function_the_oldest_first_and_markup_stays_text(found):
    page = html(found)
    first, second = (page.index(title) for title in ("De aandachtsfunctionaris ziet het ook zo", "Een medewerker van"))
    assert first < second
    assert "&lt;b&gt;Ik zie dit ook.&lt;/b&gt;" in page


def test_given_no_views_then_nothing_is_said_of_them(found):
    assert "Wat een collega ervan vindt" not in html(found, ())


@pytest.mark.pdf
def test_given_views_then_the_pdf_holds_them_and_the_checkers_find_nothing(found, tmp_path):
    place, file = real_place(), tmp_path / "verslag.pdf"
    case = case_of(place, found.answers, views=VIEWS)
    file.write_bytes(case_pdf(case, found, place, lists=lists(), guides=guides(), now=NOW))
    text = read_back(file.read_bytes())
    for words in ("Wat een collega ervan vindt", "20 november 2026", "ziet het anders", "Blijf contact houden."):
        assert squeezed(words) in text
    assert [str(one) for one in outloud.check(str(file)).findings if one.severity == "error"] == []
    assert [one for one in pdfua.validate(str(file)).findings if one.severity.name == "ERROR"] == []
