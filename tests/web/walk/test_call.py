"""The call sheet: what they will ask with what is known of it, and what a call brought."""

import re

import pytest

from routekaart import clock
from tests.support.answering import begin, fields_for, walk_on
from tests.support.pdf import opened, read_back, squeezed

CALL, RESULT = "/doorloop/bellen", "/doorloop/advies"
ADVICE = {"wie": {"kind-0-11": 1}, "afweging-1": "twijfel", "afweging-2": "twijfel", "afweging-3": "twijfel"}
ADVICE |= {"besluit-melden": "weet-niet"}
REPORT = {"wie": {"kind-0-11": 1}, "afweging-1": "ja", "afweging-2": "ja", "besluit-melden": "ja"}
ADVISED, AGREED = "Praat eerst met het kind.", "Ik bel maandag terug."
DAY = "23-11-2026"


@pytest.fixture(autouse=True)
def _today(monkeypatch):
    """A fixed day: 24 November 2026."""
    from datetime import UTC, datetime

    monkeypatch.setattr(clock, "now", lambda: datetime(2026, 11, 24, 9, 0, tzinfo=UTC))


def topic(page, start):
    """What stands with one of the questions that they ask."""
    found = page.document.xpath(f"//li[contains(@class, 'call-topic')][h3[starts-with(text(), '{start}')]]")
    return " ".join(found[0].text_content().split())


def written(visitor, **fields):
    values = {"dag": DAY, "advies": ADVISED, "afspraken": AGREED} | fields
    return visitor.submit(visitor.get(CALL), CALL, **values)


def test_given_a_new_walk_then_the_sheet_has_the_number_and_tells_what_is_not_known_yet(visitor):
    begin(visitor)
    page = visitor.get(CALL)
    assert page.heading == "Bellen met Veilig Thuis"
    assert page.document.xpath("//section//a[@href='tel:08002000']")
    assert "Nu open · dag en nacht" in page.text
    assert "nog niet bekend – zeg dat gerust" in topic(page, "Is er nu gevaar")
    assert "nog niet bekend – zeg dat gerust" in topic(page, "Om wie gaat het")
    assert "Onderwijs" in topic(page, "Wie ben je")


def test_given_doubt_then_one_calls_for_advice_without_names(visitor):
    walk_on(visitor, begin(visitor), ADVICE)
    page = visitor.get(CALL)
    assert "Je belt voor advies, zonder namen" in page.text
    assert "1 × kind, 0 t/m 11 jaar" in topic(page, "Om wie gaat het")


def test_given_a_decision_to_report_then_one_calls_to_report(visitor):
    walk_on(visitor, begin(visitor), REPORT)
    assert "Je belt om te melden" in visitor.get(CALL).text


def test_given_danger_now_then_112_stands_first(visitor):
    begin(visitor)
    visitor.submit(visitor.get(CALL), "/doorloop/gevaar")
    page = visitor.get(CALL)
    numbers = page.document.xpath("//main//a[starts-with(@href, 'tel:')]/@href")
    assert numbers[:2] == ["tel:112", "tel:08002000"]


def test_given_a_colleague_then_the_sheet_says_that_it_is_no_report(visitor):
    walk_on(visitor, begin(visitor), {"wie": {"kind-0-11": 1}, "relatie": "collega-beroepskracht"})
    assert "Deze zorg gaat niet via een melding" in visitor.get(CALL).text


def test_given_the_log_then_what_was_seen_and_what_one_thinks_stand_apart(visitor):
    begin(visitor)
    log = visitor.get("/doorloop/logboek")
    visitor.submit(log, "/logboek", dag=DAY, gezien="Een blauwe plek.", gezegd="Gevallen.", gedacht="Dat past niet.")
    page = visitor.get(CALL)
    facts, thoughts = topic(page, "Wat zag of hoorde je"), topic(page, "Waar denk je aan")
    assert "Een blauwe plek." in facts
    assert "Gevallen." in facts
    assert "Dat past niet." not in facts
    assert "Dat past niet." in thoughts


def test_given_a_call_then_it_stands_in_the_sheet_and_the_advice_and_can_be_changed_and_removed(visitor):
    begin(visitor)
    page = written(visitor, functie="een medewerker van Veilig Thuis")
    for shown in (page, visitor.get(RESULT)):
        for words in (ADVISED, AGREED, "23 november 2026", "een medewerker van Veilig Thuis"):
            assert words in shown.text, words
    assert ADVISED in topic(page, "Wat deed je al")
    form = visitor.get(page.link("Wijzig"))
    changed = visitor.submit(form, "/bellen/1", advies="Wacht niet.")
    assert "Wacht niet." in changed.text
    assert ADVISED not in changed.text
    asked = visitor.get(changed.link("Verwijder"))
    gone = visitor.submit(asked, "/verwijderen")
    assert "Wacht niet." not in gone.text


def test_given_a_call_then_what_it_carried_out_is_ticked_off_with_it(visitor):
    walk_on(visitor, begin(visitor), ADVICE)
    page = visitor.get(CALL)
    action = page.document.xpath("//input[@name='gedaan']/@value")[0]
    visitor.submit(page, CALL, dag=DAY, advies=ADVISED, gedaan=[action, "bestaat-niet"])
    result = visitor.get(RESULT)
    assert result.document.xpath(f"//input[@name='gedaan'][@value='{action}'][@checked]")
    assert action not in visitor.get(CALL).document.xpath("//input[@name='gedaan']/@value")


@pytest.mark.parametrize(
    ("fields", "field"),
    [({"dag": "31-02-2026"}, "dag"), ({"dag": "25-11-2026"}, "dag"), ({"advies": "", "afspraken": ""}, "advies")],
)
def test_given_something_wrong_then_it_is_said_at_the_field_and_what_was_typed_comes_back(visitor, fields, field):
    begin(visitor)
    page = written(visitor, **fields)
    assert page.status == 422
    assert page.document.xpath(f"//*[@id='{field}'][@aria-invalid='true']")
    assert page.document.xpath(f"//div[@role='alert']//a[@href='#{field}']")
    assert page.form(CALL).fields["dag"] == fields.get("dag", DAY)


def test_given_a_name_in_what_was_agreed_then_it_is_looked_over_first(visitor):
    begin(visitor)
    page = written(visitor, afspraken="Jan de Vries belt terug, BSN 111222333.")
    assert page.status == 422
    assert "Jan de Vries" in page.text
    kept = visitor.submit(page, CALL, toch_bewaren="ja")
    assert "Jan de Vries belt terug" in kept.text


def test_given_a_text_that_is_too_long_then_that_is_said(visitor):
    begin(visitor)
    page = written(visitor, advies="x" * 10_001)
    assert page.status == 422
    assert "te lang" in page.text


def test_given_the_walk_was_changed_elsewhere_when_a_call_is_changed_then_what_was_typed_comes_back(visitor):
    begin(visitor)
    form = visitor.get(written(visitor).link("Wijzig"))
    written(visitor, advies="Een ander gesprek.")
    page = visitor.submit(form, "/bellen/1", advies="Getypt en niet kwijt.", afspraken="Ook dit niet.")
    assert page.status == 409
    again = visitor.submit(page, CALL)
    for words in ("Een ander gesprek.", "Getypt en niet kwijt.", "Ook dit niet.", ADVISED):
        assert words in again.text, words


def test_given_the_same_call_sent_twice_then_it_is_kept_once(visitor):
    begin(visitor)
    written(visitor)
    assert written(visitor).text.count("Advies Praat eerst") == 1


def test_given_an_invented_function_then_it_is_not_kept(visitor):
    begin(visitor)
    assert "Jan Jansen" not in written(visitor, functie="Jan Jansen").text


@pytest.mark.parametrize("number", [0, 1, 99])
def test_given_no_such_call_then_there_is_no_page(visitor, number):
    begin(visitor)
    assert visitor.client.get(f"{CALL}/{number}").status_code == 404


def test_given_the_sheet_then_no_field_asks_who_somebody_is(visitor):
    walk_on(visitor, begin(visitor), REPORT)
    for label in visitor.get(CALL).document.xpath("//label"):
        assert not re.search(r"\bnaam\b|geboorte|adres|bsn|telefoon", label.text_content(), re.I), label.text_content()


def test_given_the_historical_edition_then_the_sheet_names_its_own_reporting_points(visitor):
    page = begin(visitor, "voorbeeldregio-2011")
    visitor.submit(page, "/vraag/", **fields_for(page, "nee"))
    sheet = visitor.get(CALL)
    assert sheet.heading == "Bellen met het AMK (kind) of het SHG (volwassene)"
    assert "Veilig Thuis" not in " ".join(sheet.document.xpath("//select[@name='functie']")[0].text_content().split())


@pytest.mark.pdf
def test_given_a_walk_then_the_sheet_is_one_page_in_a_neutral_file_that_nobody_keeps(visitor):
    walk_on(visitor, begin(visitor), REPORT)
    written(visitor)
    response = visitor.client.get("/doorloop/bellen.pdf")
    assert response.headers["Cache-Control"] == "no-store"
    assert 'filename="Belblad 24-11-2026.pdf"' in response.headers["Content-Disposition"]
    assert len(opened(response.data).pages) == 1
    assert squeezed(ADVISED) in read_back(response.data)


@pytest.mark.pdf
def test_given_a_call_then_it_stands_in_the_pdf_for_the_file(visitor):
    begin(visitor)
    written(visitor)
    text = read_back(visitor.client.get("/doorloop/verslag.pdf").data)
    for words in ("Wat gesprekken opleverden", ADVISED, AGREED):
        assert squeezed(words) in text, words
