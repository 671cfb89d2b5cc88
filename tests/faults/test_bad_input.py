"""Must show 7: bad input gets a clear Dutch message with the national numbers, and nothing is lost."""

import pytest

from tests.support.answering import begin

NOTE = "Om tien uur een blauwe plek gezien."


@pytest.fixture
def walking(visitor):
    """Somebody who answered one question and wrote a note; gives the second question."""
    return visitor.submit(begin(visitor), "/vraag/", antwoord="nee", notitie=NOTE)


def assert_nothing_lost(visitor, page):
    assert visitor.get("/doorloop/").path == page.path
    assert NOTE in visitor.get("/doorloop/overzicht").document.text_content()


def typed_in(page, form, field):
    """What stands in a field; the line end that opens a textarea is not part of it."""
    return page.form(form).fields[field].removeprefix("\n")


def assert_helpful(page):
    everything = page.document.text_content()
    assert "0800-2000" in everything
    assert "112" in everything
    assert "Traceback" not in everything
    assert page.document.xpath("//html/@lang") == ["nl"]


@pytest.mark.parametrize(
    ("asked", "says"),
    [
        ("Atlantis", "Atlantis"),
        ("", "Vul"),
        ("   ", "Vul"),
        ("a" * 5000, "aaa"),
        ("%00%ff", ""),
        ("🦭", ""),
    ],
)
def test_given_an_unknown_municipality_then_it_is_said_and_the_field_keeps_it(visitor, asked, says):
    page = visitor.get(f"/zoek?gemeente={asked}")
    assert page.status in (200, 422)
    assert says in page.document.text_content() + str(page.document.xpath("//input/@value"))
    assert page.document.get_element_by_id("gemeente").get("value") == asked.strip()[:100] or asked in ("%00%ff", "   ")
    assert_helpful(page)


@pytest.mark.parametrize(
    "address",
    [
        "/nergens/",
        "/nergens/onderwijs/",
        "/voorbeeldregio/tovenaar/",
        "/voorbeeldregio/onderwijs/zesde",
        "/voorbeeldregio/onderwijs/gesprek/nog-verder",
        "/voorbeeldregio/partner/niemand.vcf",
        "/wijzig?regio=nergens",
        "/doorloop/begin",
        "/doorloop/begin?regio=nergens&sector=onderwijs",
        "/doorloop/begin?regio=voorbeeldregio&sector=tovenaar",
        "/doorloop/vraag/0",
        "/doorloop/vraag/9999",
        "/doorloop/vraag/" + "9" * 400,
        "/doorloop/stap/zesde",
        "/static/../wsgi.py",
    ],
)
def test_given_an_unknown_address_then_a_helpful_404_and_the_walk_stays(visitor, walking, address):
    page = visitor.get(address)
    assert page.status in (404, 405)
    assert_helpful(page)
    assert_nothing_lost(visitor, walking)


@pytest.mark.parametrize("note", ["é" * 10_001, "x" * 400_000])
def test_given_a_note_that_is_too_long_then_it_comes_back_whole_at_its_field(visitor, walking, note):
    again = visitor.submit(walking, "/vraag/", antwoord="nee", notitie=note)
    assert again.status == 422
    assert "te lang" in again.text
    assert typed_in(again, "/vraag/", "notitie") == note
    assert_nothing_lost(visitor, walking)


@pytest.mark.parametrize("where", ["/vraag/", "/stap/"])
def test_given_a_note_of_a_megabyte_then_it_comes_back_whole_with_what_fits(visitor, walking, where):
    page = walking if where == "/vraag/" else visitor.get("/doorloop/overzicht")
    answer = visitor.submit(page, where, notitie="a" * 1_048_576)
    assert answer.status == 422
    assert "10000 tekens" in answer.text
    assert "a" * 1_048_576 in answer.text
    assert_nothing_lost(visitor, walking)


@pytest.mark.parametrize(
    "fields",
    [
        {"antwoord": "misschien"},
        {"antwoord": "x" * 100_000},
        {"antwoord": "ja\x00"},
        {"antwoord-kind-0-11-1": "ja"},
        {"gedaan": ["bestaat-niet"] * 500},
    ],
)
def test_given_an_answer_that_is_no_option_then_it_is_refused_in_dutch_and_the_new_note_comes_back(
    visitor, walking, fields
):
    again = visitor.submit(walking, "/vraag/", notitie="Nog iets gezien.", **fields)
    assert again.status == 422
    assert typed_in(again, "/vraag/", "notitie") == "Nog iets gezien."
    assert_nothing_lost(visitor, walking)


@pytest.mark.parametrize("day", ["31-02-2026", "morgen", "2026-13-01", "24-11-9999", "1-1-1", "1" * 5000])
def test_given_a_day_that_is_no_day_then_it_comes_back_with_what_is_expected(visitor, walking, day):
    again = visitor.submit(visitor.get("/doorloop/overzicht"), "/stap/acuut", datum=day, notitie=NOTE)
    assert again.status == 422
    assert "zoals 24-11-2026" in again.text
    assert typed_in(again, "/stap/acuut", "datum") == day
    assert_nothing_lost(visitor, walking)


def test_given_a_form_without_its_token_then_a_page_says_what_to_do_and_the_walk_stays(visitor, walking):
    refused = visitor.client.post(walking.path, data={"antwoord": "ja"})
    assert refused.status_code == 400
    assert "Ga terug, laad de pagina opnieuw" in refused.get_data(as_text=True)
    assert_nothing_lost(visitor, walking)


def test_given_two_windows_then_the_second_answer_to_the_same_question_overwrites_nothing_else(visitor, walking):
    visitor.submit(walking, "/vraag/", antwoord="nee", notitie="Uit venster een.")
    stale = visitor.submit(walking, "/vraag/", antwoord="nee", notitie="Uit venster twee.")
    assert stale.status == 409
    kept = visitor.get("/doorloop/overzicht").document.text_content()
    assert NOTE in kept
    assert "Uit venster een." in kept


@pytest.mark.parametrize(
    ("changed", "says"),
    [
        (lambda words: words[:-1], "je vulde er 11 in"),
        (lambda words: [*words, "extra"], "je vulde er 13 in"),
        (lambda words: [words[0] + "q", *words[1:]], "Bedoel je"),
        (lambda words: [*words[1:], words[0]], "op volgorde|geen doorloop"),
    ],
)
def test_given_a_corrupt_code_then_the_mistake_is_named_and_the_code_stays_in_the_field(
    visitor, walking, changed, says
):
    words = visitor.get("/doorloop/code").document.xpath("//p[@class='code']")[0].text_content().split()
    typed = " ".join(changed(words))
    again = visitor.submit(visitor.get("/doorloop/verder"), "/verder", code=typed)
    assert again.status == 422
    assert any(one in again.text for one in says.split("|")), again.text
    assert typed_in(again, "/verder", "code") == typed
    assert_nothing_lost(visitor, walking)
