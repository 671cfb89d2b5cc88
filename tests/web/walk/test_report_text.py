"""The text of a report: made from the walk, added to, each exception to openness asked; nothing is sent."""

import re

import pytest

from tests.support.answering import begin, walk_on
from tests.support.pdf import read_back, squeezed

TEXT = "/doorloop/melding"
REPORT = {"wie": {"kind-0-11": 1}, "afweging-1": "ja", "afweging-2": "ja", "besluit-melden": "ja"}
ADVICE = {"wie": {"kind-0-11": 1}, "afweging-1": "ja", "afweging-2": "nee", "afweging-3": "twijfel"}
ADVICE |= {"besluit-melden": "weet-niet", "ouders-veilig": "ja", "praten-veilig": "ja"}
EXCEPTIONS = ("gevaar", "contact", "geen-tijd", "niet-bereikt")
ALL_NO = {f"uitzondering-{one}": "nee" for one in EXCEPTIONS}
REASON = "Hij dreigt als iemand hulp zoekt."
ADDED = "Het meisje wil bij oma wonen."


def whole(page):
    """The text that one takes over."""
    return page.document.get_element_by_id("hele-tekst").text_content()


def filled(visitor, **fields):
    return visitor.submit(visitor.get(TEXT), TEXT, **{name.replace("_", "-"): value for name, value in fields.items()})


def test_given_a_new_walk_then_the_text_is_there_with_its_gaps_and_says_that_nothing_is_sent(visitor):
    begin(visitor)
    page = visitor.get(TEXT)
    assert "Misschien onveilig: nog niet bekend" in whole(page)
    assert "Wij versturen niets" in page.text
    assert "niet om te melden" in page.text


def test_given_unsafe_time_and_again_then_the_number_stands_before_the_text(visitor):
    walk_on(visitor, begin(visitor), REPORT)
    page = visitor.get(TEXT)
    assert page.document.xpath("//section[h2[text()='Bel eerst']]//a[@href='tel:08002000']")
    assert page.text.index("Bel eerst") < page.text.index("Kijk na en vul aan")


def test_given_no_haste_and_safe_talks_then_one_goes_through_the_text_together(visitor):
    walk_on(visitor, begin(visitor), ADVICE)
    page = visitor.get(TEXT)
    assert "Bel eerst" not in page.text
    assert "Lees de tekst eerst samen door" in page.text


def test_given_danger_now_then_112_stands_first(visitor):
    begin(visitor)
    visitor.submit(visitor.get(TEXT), "/doorloop/gevaar")
    numbers = visitor.get(TEXT).document.xpath("//main//a[starts-with(@href, 'tel:')]/@href")
    assert numbers[:2] == ["tel:112", "tel:08002000"]


def test_given_nothing_known_of_talking_safely_then_nobody_is_sent_to_read_it_together(visitor):
    begin(visitor)
    assert "Lees de tekst eerst samen door" not in visitor.get(TEXT).text


def test_given_an_addition_then_it_stands_in_the_text_and_takes_the_place_of_the_gap(visitor):
    begin(visitor)
    assert "Wat zij willen en wat is afgesproken: nog niet ingevuld" in whole(visitor.get(TEXT))
    page = filled(visitor, aanvulling_wensen=ADDED)
    assert ADDED in whole(page)
    assert "Wat zij willen en wat is afgesproken" not in whole(page)
    assert ADDED in page.form(TEXT).fields["aanvulling-wensen"]
    assert ADDED not in whole(filled(visitor, aanvulling_wensen=""))


def test_given_each_exception_then_it_is_asked_and_without_a_reason_it_is_not_kept(visitor):
    begin(visitor)
    page = visitor.get(TEXT)
    for one in EXCEPTIONS:
        assert page.document.xpath(f"count(//input[@name='uitzondering-{one}'])") == 2
    page = filled(visitor, **ALL_NO | {"uitzondering-gevaar": "ja"})
    assert page.status == 422
    assert page.document.xpath("//*[@id='reden-gevaar'][@aria-invalid='true']")
    kept = visitor.submit(page, TEXT, **{"reden-gevaar": REASON})
    assert (
        f"Vooraf vertellen: nee. Vertellen geeft gevaar voor een kind, een volwassene, mij of een ander. {REASON}"
        in (whole(kept))
    )
    assert "niet vooraf met hen door" in kept.text


def test_given_no_exception_then_the_text_says_that_it_is_told_beforehand(visitor):
    begin(visitor)
    assert "Vooraf vertellen: ja, ik vertel het vooraf" in whole(filled(visitor, **ALL_NO))


def test_given_an_exception_while_the_walk_says_that_they_know_then_that_is_pointed_out(visitor):
    walk_on(visitor, begin(visitor), REPORT | {"betrokkenen-geinformeerd": "ja"})
    page = filled(visitor, **ALL_NO | {"uitzondering-gevaar": "ja", "reden-gevaar": REASON})
    assert "Klopt de uitzondering alleen voor iemand?" in page.text


def test_given_a_hidden_name_then_a_ground_is_asked_and_told(visitor):
    begin(visitor)
    page = filled(visitor, anoniem="ja")
    assert page.status == 422
    kept = visitor.submit(page, TEXT, **{"grond-mijn-veiligheid": "ja", "anoniem-reden": REASON})
    assert "Mijn naam: ik vraag om die geheim te houden" in whole(kept)
    assert REASON in whole(kept)


@pytest.mark.parametrize(("sector", "offered"), [("onderwijs", 0), ("mondzorg", 1)])
def test_given_a_profession_then_the_ground_of_doctors_and_dentists_is_theirs_alone(visitor, sector, offered):
    begin(visitor, sector=sector)
    assert visitor.get(TEXT).document.xpath("count(//input[@name='grond-vertrouwen'])") == offered


def test_given_the_region_has_a_form_then_the_text_leads_to_it(visitor):
    begin(visitor)
    assert "Meldformulier voor professionals" in visitor.get(TEXT).text
    begin(visitor, "drenthe")
    assert "geen digitaal formulier" in visitor.get(TEXT).text


def test_given_a_name_in_an_addition_then_it_is_looked_over_first_and_nothing_is_lost(visitor):
    begin(visitor)
    page = filled(visitor, aanvulling_gezien="Jan de Vries sloeg, BSN 111222333.", aanvulling_wensen=ADDED)
    assert page.status == 422
    assert "Jan de Vries" in page.text
    assert "Jan de Vries" not in whole(page)
    kept = visitor.submit(page, TEXT, toch_bewaren="ja")
    assert "Jan de Vries sloeg" in whole(kept)
    assert ADDED in whole(kept)


def test_given_a_text_that_is_too_long_then_that_is_said_and_it_comes_back(visitor):
    begin(visitor)
    page = filled(visitor, aanvulling_gezien="x" * 10_001, aanvulling_wensen=ADDED)
    assert page.status == 422
    assert "te lang" in page.text
    assert ADDED in page.form(TEXT).fields["aanvulling-wensen"]


def test_given_it_was_changed_elsewhere_then_both_texts_are_there(visitor):
    begin(visitor)
    old = visitor.get(TEXT)
    filled(visitor, aanvulling_wensen="Elders geschreven.", aanvulling_kracht="Oma komt elke dag.")
    page = visitor.submit(old, TEXT, **{"aanvulling-wensen": ADDED, "uitzondering-contact": "nee"})
    assert page.status == 409
    for words in ("Elders geschreven.", "Oma komt elke dag."):
        assert words in page.text
    assert ADDED in page.form(TEXT).fields["aanvulling-wensen"]
    assert page.form(TEXT).fields["uitzondering-contact"] == "nee"
    assert ADDED in whole(visitor.submit(page, TEXT))


def test_given_invented_choices_then_they_are_not_kept(visitor):
    begin(visitor)
    page = filled(visitor, **{"uitzondering-gevaar": "misschien", "anoniem": "x" * 999, "verzonnen": "ja"})
    assert page.status == 200
    assert "Vooraf vertellen: nog niet gekozen" in whole(page)


def test_given_the_text_then_no_field_asks_who_somebody_is(visitor):
    walk_on(visitor, begin(visitor), REPORT)
    page = visitor.get(TEXT)
    for label in page.document.xpath("//label | //legend"):
        words = label.text_content()
        assert not re.search(r"geboorte|\badres|bsn|telefoon|\bnamen\b|(?<!je )\bnaam\b(?! geheim| noemen)", words), (
            words
        )


def test_given_the_text_was_worked_on_then_the_toolbox_says_so(visitor):
    begin(visitor)
    filled(visitor, aanvulling_wensen=ADDED)
    assert "Je vulde hier al iets in." in visitor.get("/doorloop/overzicht").text


@pytest.mark.pdf
def test_given_the_text_then_it_comes_on_paper_under_a_neutral_name_with_room_for_names_and_a_reaction(visitor):
    walk_on(visitor, begin(visitor), ADVICE)
    filled(visitor, aanvulling_wensen=ADDED, **ALL_NO)
    response = visitor.client.get(f"{TEXT}.pdf")
    assert response.headers["Cache-Control"] == "no-store"
    assert re.search(r'filename="Tekst \d\d-\d\d-\d{4}\.pdf"', response.headers["Content-Disposition"])
    text = read_back(response.data)
    for words in (ADDED, "Namen en geboortedata", "Hun reactie, in hun eigen woorden"):
        assert squeezed(words) in text, words


@pytest.mark.pdf
def test_given_an_exception_then_the_paper_has_no_room_for_a_reaction_and_the_file_holds_the_reason(visitor):
    begin(visitor)
    filled(visitor, aanvulling_wensen=ADDED, **ALL_NO | {"uitzondering-gevaar": "ja", "reden-gevaar": REASON})
    assert squeezed("Hun reactie, in hun eigen woorden") not in read_back(visitor.client.get(f"{TEXT}.pdf").data)
    case = read_back(visitor.client.get("/doorloop/verslag.pdf").data)
    for words in ("De tekst voor een melding", REASON, ADDED):
        assert squeezed(words) in case, words
