import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from routekaart.engine.answers import Answers
from routekaart.engine.walk import walk
from routekaart.presenters.frame import banners
from routekaart.presenters.overview import answer_words
from routekaart.printing.casefile import case_html, case_pdf, file_name
from tests.support.cases import NOW, STARTED, case_of, choosing, guides, lists, mini_place, real_place, walked
from tests.support.pdf import opened, read_back, squeezed
from tests.support.walks import finished_answers, messy_answers

pytestmark = pytest.mark.pdf

TITLE = "Verslag doorloop 24-11-2026"
TYPED = st.text(st.sampled_from("abcdefgh ëéüßőğ‘’&<>-.,\n"), min_size=1, max_size=400).filter(str.strip)
FAMILY = {"kind-0-11": 2, "kind-12-15": 1, "volwassene": 1}


def read(pdf, place):
    notices = [one["text"] for one in banners(place.directory.region, place.routemap.edition)]
    head = f"{TITLE} · {place.directory.region.name} · {place.routemap.sector.title}"
    return read_back(pdf, head, *notices)


def said(result):
    """Every answer and reason of a walk, in words."""
    answers = [answer_words(one.question, one.value) for one in result.path]
    reasons = [one.departure for one in result.advised if one.departure]
    return [*answers, *reasons]


@settings(max_examples=6)
@given(st.data())
def test_given_any_walk_then_its_pdf_read_back_holds_every_answer_note_and_reason(data):
    place = mini_place()
    answers = data.draw(st.one_of(finished_answers(place.routemap), messy_answers(place.routemap)))
    reasons = {outcome: data.draw(TYPED) for outcome in answers.departures}
    answers = Answers(answers.values, reasons)
    notes = data.draw(st.dictionaries(st.sampled_from([one.id for one in place.routemap.steps]), TYPED))
    result = walk(place.routemap, answers)
    text = read(
        case_pdf(case_of(place, answers, notes=notes), result, place, lists=lists(), guides=guides(), now=NOW), place
    )
    for words in (*said(result), *notes.values()):
        assert squeezed(words) in text


def test_given_three_children_and_a_partner_then_everything_about_each_of_them_is_in_the_pdf():
    place = real_place()
    differing = {"wie": FAMILY, "afweging-1": lambda one: "twijfel" if one.id == "kind-0-11.2" else "ja"}
    reason = "De moeder belde zelf al met Veilig Thuis.\nWe bellen maandag opnieuw."
    chosen = differing | {"acuut-gevaar": "nee", "onthulling": "nee", "besluit-melden": "nee"}
    result = walked(place, choosing(chosen), reason)
    assert result.is_finished
    notes = {one.id: f"Aantekening bij {one.id}: {'blauwe plekken op de arm. ' * 40}" for one in result.routemap.steps}
    ticked = frozenset(one.item.id for one in result.actions[:3])
    case = case_of(place, result.answers, notes=notes, ticked=ticked, step_dates={"signaleren": STARTED})
    text = read(case_pdf(case, result, place, lists=lists(), guides=guides(), now=NOW), place)
    for words in (*said(result), reason, *notes.values()):
        assert squeezed(words) in text
    for name in ("kind 1 (0–11 jaar)", "kind 2 (0–11 jaar)", "kind 3 (12–15 jaar)", "volwassene"):
        assert squeezed(name) in text
    for words in (
        "20 november 2026",
        "0800-2000",
        "Gecontroleerd op",
        "Van dit advies is afgeweken",
        "Weging per persoon",
    ):
        assert squeezed(words) in text


def test_given_an_unfinished_walk_then_it_prints_and_says_so():
    place = real_place()
    result = walked(place, choosing({"wie": FAMILY, "acuut-gevaar": "nee"}), most=6)
    text = read(case_pdf(case_of(place, result.answers), result, place, lists=lists(), guides=guides(), now=NOW), place)
    assert squeezed("Deze doorloop is nog niet af.") in text
    assert squeezed("niet ingevuld") in text


def test_given_no_answer_at_all_then_it_still_prints():
    place = mini_place()
    result = walk(place.routemap, Answers())
    text = read(case_pdf(case_of(place, Answers()), result, place, lists=lists(), guides=guides(), now=NOW), place)
    assert squeezed("Er is nog geen advies.") in text


def test_given_the_acute_route_then_112_is_the_first_thing_to_do():
    place = real_place()
    result = walked(place, choosing({"acuut-gevaar": "ja"}), most=1)
    html = case_html(case_of(place, result.answers), result, place, lists=lists(), guides=guides(), now=NOW)
    first = html[html.index("Eerst te doen") :]
    assert first.index("112") < first.index("0800")


def test_given_the_historical_edition_of_a_fictional_region_then_both_notices_stand_on_every_page():
    place = real_place("voorbeeldregio-2011", "geen-sector")
    result = walked(place, choosing({"acuut-gevaar": "nee", "wie": {"kind-0-11": 1}}), most=4)
    notices = [squeezed(one["text"]) for one in banners(place.directory.region, place.routemap.edition)]
    assert len(notices) == 2
    pdf = case_pdf(case_of(place, result.answers), result, place, lists=lists(), guides=guides(), now=NOW)
    for page in pages(pdf):
        assert all(notice in page for notice in notices)


def test_given_the_pages_then_each_says_which_it_is_and_how_many_there_are():
    place = mini_place()
    result = walk(place.routemap, Answers())
    found = pages(case_pdf(case_of(place, Answers()), result, place, lists=lists(), guides=guides(), now=NOW))
    assert all(f"bladzijde{number}van{len(found)}" in page for number, page in enumerate(found, start=1))


def test_given_the_file_then_its_name_and_title_say_nothing_of_the_case():
    place = real_place()
    result = walked(place, choosing({"acuut-gevaar": "ja"}), most=1)
    assert file_name(NOW) == f"{TITLE}.pdf"
    document = opened(case_pdf(case_of(place, result.answers), result, place, lists=lists(), guides=guides(), now=NOW))
    assert str(document.docinfo.Title) == TITLE
    assert {str(key) for key in document.docinfo} <= {"/Title", "/Producer", "/CreationDate", "/ModDate"}


def test_given_a_phone_number_in_a_text_then_it_never_breaks_and_markup_that_was_typed_is_text():
    place = mini_place()
    result = walk(place.routemap, Answers())
    case = case_of(place, Answers(), notes={"signaleren": "Bel <b>06-123 45 678</b> of 0800-2000"})
    html = case_html(case, result, place, lists=lists(), guides=guides(), now=NOW)
    assert '&lt;b&gt;<span class="number">06-123 45 678</span>&lt;/b&gt;' in html
    assert '<span class="number">0800-2000</span>' in html


def pages(pdf):
    import pypdfium2

    with pypdfium2.PdfDocument(pdf) as document:
        return [squeezed(page.get_textpage().get_text_range()) for page in document]
