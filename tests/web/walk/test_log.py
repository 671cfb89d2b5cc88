"""The log of signals: facts, words and thoughts apart, by day; the walk goes where it went (INV-31)."""

import re

import pytest

from tests.support.answering import begin, fields_for, question_id, walk_on
from tests.support.pdf import read_back, squeezed

LOG = "/doorloop/logboek"
SAW, SAID, THOUGHT = "Een blauwe plek op de arm.", "‘Ik ben gevallen.’", "Dat past niet bij een val."
LINE = {"dag": "20-11-2026", "gezien": SAW, "gezegd": SAID, "gedacht": THOUGHT}
TWO_CHILDREN = {"kind-0-11": 2}


@pytest.fixture
def log(visitor):
    """A walk's log, with two children counted."""
    page = begin(visitor)
    while question_id(page, visitor) != "wie":
        page = visitor.submit(page, "/vraag/", **fields_for(page, "nee"))
    visitor.submit(page, "/vraag/", **fields_for(page, TWO_CHILDREN))
    return visitor.get(LOG)


def lines(page):
    return [" ".join(one.text_content().split()) for one in page.document.xpath("//li[@class='log-line']")]


def add(visitor, **changed):
    return visitor.submit(visitor.get(LOG), LOG, **LINE | changed)


def chosen(page, name):
    return page.form(LOG).fields[name]


def test_given_a_question_of_step_1_then_it_leads_to_the_log(visitor):
    page = begin(visitor)
    while question_id(page, visitor) != "wie":
        page = visitor.submit(page, "/vraag/", **fields_for(page, "nee"))
    assert visitor.get(page.link("Schrijf het in je logboek")).heading == "Logboek"


def test_given_a_line_then_what_was_seen_said_and_thought_stand_apart_with_neutral_words(visitor, log):
    page = add(visitor, wie="kind-0-11.2", waar="school", gezegd_door="ouder")
    assert page.path == LOG
    (line,) = lines(page)
    assert re.search(
        rf"Vrijdag 20 november 2026 Over: kind 2 \(0–11 jaar\) · Waar: op school Wat ik zag of hoorde {re.escape(SAW)} "
        rf"Wat er gezegd is · door: een ouder of verzorger {re.escape(SAID)} Wat ik ervan denk {THOUGHT}",
        line,
    )


def test_given_the_people_of_the_walk_then_they_stand_first_in_the_choice(log):
    options = log.document.xpath("//select[@id='wie']/option/text()")
    assert options[:4] == ["niet ingevuld", "kind 1 (0–11 jaar)", "kind 2 (0–11 jaar)", "het kind"]


def test_given_lines_in_any_order_then_they_stand_by_day(visitor, log):
    for day in ("20-11-2026", "3-11-2026", "12-11-2026"):
        page = add(visitor, dag=day)
    days = [re.search(r"\d+ november", line).group() for line in lines(page)]
    assert days == ["3 november", "12 november", "20 november"]


@pytest.mark.parametrize("day", ["", "31-02-2026", "gisteren", "1-1-2100"])
def test_given_no_day_that_has_been_then_that_is_said_and_all_that_was_typed_comes_back(visitor, log, day):
    page = add(visitor, dag=day, wie="ouder", waar="thuis", gezegd_door="kind")
    assert page.status == 422
    assert "Vul de dag in" in page.text
    assert [chosen(page, name) for name in ("wie", "waar", "gezegd_door")] == ["ouder", "thuis", "kind"]
    assert chosen(page, "gezien").strip() == SAW
    assert lines(page) == []


def test_given_nothing_was_written_then_there_is_no_line(visitor, log):
    page = add(visitor, gezien=" ", gezegd="", gedacht="")
    assert page.status == 422
    assert lines(page) == []


def test_given_something_that_tells_who_it_is_then_it_is_asked_once(visitor, log):
    text = "Jan de Vries, BSN 111222333, was boos."
    warned = add(visitor, gezegd=text)
    assert warned.status == 422
    assert "Jan de Vries" in warned.text
    assert lines(warned) == []
    kept = visitor.submit(warned, LOG, toch_bewaren="ja")
    assert text in lines(kept)[0]
    again = visitor.submit(visitor.get(f"{LOG}/1"), f"{LOG}/1", waar="thuis")
    assert again.status == 200, "what was kept before is not asked again"


def test_given_a_text_that_is_too_long_then_that_is_said_at_the_field(visitor, log):
    page = add(visitor, gedacht="x" * 10_001)
    assert page.status == 422
    assert page.document.xpath("//textarea[@id='gedacht'][@aria-invalid='true']")
    assert len(chosen(page, "gedacht").strip()) == 10_001


@pytest.mark.parametrize("invented", ["'; DROP TABLE walks", "kind-0-11.9", "é" * 5000])
def test_given_an_invented_person_or_place_then_it_is_not_kept(visitor, log, invented):
    (line,) = lines(add(visitor, wie=invented, waar=invented, gezegd_door=invented))
    assert "Over: niet ingevuld · Waar: niet ingevuld" in line
    assert invented not in line


def test_given_a_line_is_changed_then_it_moves_to_its_day_and_the_others_stay(visitor, log):
    add(visitor)
    add(visitor, dag="21-11-2026", gezien="Iets anders.")
    form = visitor.get(f"{LOG}/1")
    assert form.form(LOG).fields["dag"] == "20-11-2026"
    changed = visitor.submit(form, f"{LOG}/1", dag="22-11-2026", gezien="Toch een schaafwond.")
    first, second = lines(changed)
    assert "21 november" in first
    assert "22 november" in second
    assert "schaafwond" in second
    assert SAW not in changed.text


def test_given_a_line_was_changed_elsewhere_then_nothing_that_was_typed_is_lost_or_overwritten(visitor, log):
    add(visitor)
    stale = visitor.get(f"{LOG}/1")
    add(visitor, dag="1-11-2026", gezien="Ouder nieuws.")
    page = visitor.submit(stale, f"{LOG}/1", gedacht="Dit typte ik net.")
    assert page.status == 409
    assert chosen(page, "gedacht").strip() == "Dit typte ik net."
    assert len(lines(page)) == 2
    kept = visitor.submit(page, LOG)
    assert len(lines(kept)) == 3
    assert "Dit typte ik net." in kept.text


@pytest.mark.parametrize("day", ["20-11-2026", "gisteren"])
def test_given_danger_is_declared_while_a_line_is_typed_then_it_is_kept(visitor, log, day):
    page = visitor.submit(
        log, LOG, to="/doorloop/gevaar", **LINE | {"dag": day, "wie": "kind-0-11.2", "waar": "verzonnen"}
    )
    assert page.heading == "Doe dit nu"
    (line,) = lines(visitor.get(LOG))
    assert SAW in line
    assert "Over: kind 2 (0–11 jaar) · Waar: niet ingevuld" in line


def test_given_danger_is_declared_and_nothing_was_typed_then_there_is_no_line(visitor, log):
    visitor.submit(log, LOG, to="/doorloop/gevaar")
    assert lines(visitor.get(LOG)) == []


def test_given_a_line_is_removed_then_it_is_asked_first(visitor, log):
    add(visitor)
    add(visitor, dag="21-11-2026", gezien="Dit blijft.")
    question = visitor.get(f"{LOG}/1/verwijderen")
    assert SAW in question.text
    assert len(lines(visitor.get(LOG))) == 2
    (left,) = lines(visitor.submit(question, "/verwijderen"))
    assert "Dit blijft." in left


def test_given_a_stale_question_to_remove_then_no_other_line_goes(visitor, log):
    add(visitor)
    stale = visitor.get(f"{LOG}/1/verwijderen")
    add(visitor, dag="1-11-2026", gezien="Ouder nieuws.")
    assert visitor.submit(stale, "/verwijderen").status == 409
    assert len(lines(visitor.get(LOG))) == 2


def test_given_a_line_is_sent_twice_then_it_is_kept_once(visitor, log):
    for _ in range(2):
        page = visitor.submit(log, LOG, **LINE)
    assert len(lines(page)) == 1


@pytest.mark.parametrize("number", [0, 1, 999])
def test_given_a_line_that_is_not_there_then_it_is_not_found(visitor, log, number):
    for path in (f"{LOG}/{number}", f"{LOG}/{number}/verwijderen"):
        assert visitor.get(path).status == 404


def test_given_a_person_of_the_log_is_not_counted_any_more_then_the_line_says_the_age(visitor, log):
    add(visitor, wie="kind-0-11.2")
    page = visitor.get("/doorloop/overzicht")
    question = visitor.get(page.document.xpath("//a[contains(., 'Wie zijn er misschien onveilig')]/@href")[0])
    sent = visitor.submit(
        question, "/vraag/", **fields_for(question, {"kind-0-11": 0, "volwassene": 1}), vervallen="ja"
    )
    assert sent.status == 200
    assert "Over: kind (0–11 jaar)" in lines(visitor.get(LOG))[0]
    assert chosen(visitor.get(f"{LOG}/1"), "wie") == "kind-0-11.2"


def test_given_many_lines_then_the_advice_is_the_same_but_for_the_tool_and_nothing_is_counted(visitor):
    before = walk_on(visitor, begin(visitor), {"wie": TWO_CHILDREN})
    for day in range(1, 6):
        add(visitor, dag=f"{day}-11-2026")
    after = visitor.get("/doorloop/advies")
    state = after.document.xpath("//a[text()='Logboek']/following::p[1]/strong")[0]
    assert state.text_content() == "Laatste regel: 5 november 2026."
    state.drop_tree()
    assert after.text == before.text


@pytest.mark.pdf
def test_given_a_log_then_it_stands_in_its_own_pdf_and_in_the_report(visitor, log):
    add(visitor, wie="kind-0-11.1", gezegd_door="ouder")
    for address, name in (("logboek.pdf", "Logboek"), ("verslag.pdf", "Verslag doorloop")):
        response = visitor.client.get(f"/doorloop/{address}")
        assert response.headers["Cache-Control"] == "no-store"
        assert re.search(rf'"{name} \d\d-\d\d-\d{{4}}\.pdf"', response.headers["Content-Disposition"])
        text = read_back(response.data)
        for words in (SAW, SAID, THOUGHT, "kind 1 (0–11 jaar)", "Gezegd door: een ouder of verzorger"):
            assert squeezed(words) in text


def test_given_nobody_walks_then_there_is_no_log(visitor):
    for path in (LOG, f"{LOG}/1", f"{LOG}.pdf"):
        assert visitor.get(path).status == 404
