"""The follow-up log: looks are kept, what is due is told, and an answer leads back to where it asks for."""

from datetime import timedelta

import pytest

from routekaart import clock
from tests.support.answering import begin, walk_on

HELP = {
    "acuut-gevaar": "nee",
    "wie": {"kind-0-11": 1},
    "onthulling": "nee",
    "ouders-veilig": "ja",
    "praten-veilig": "ja",
    "afweging-1": "ja",
    "afweging-2": "nee",
    "afweging-3": "ja",
    "afweging-4": "ja",
    "hulp-loopt": "nee",
    "besluit-melden": "nee",
    "besluit-hulp": "ja",
}
REPORTED = HELP | {"afweging-2": "ja", "besluit-melden": "ja", "betrokkenen-geinformeerd": "ja"}
NOTE = "De hulp belde terug, we spreken elkaar maandag."


def day(days=0):
    return f"{clock.today() + timedelta(days=days):%d-%m-%Y}"


def dated(days, chosen=HELP):
    return chosen | dict.fromkeys(("hulp-datum", "evaluatie-datum", "melding-datum"), day(days))


def followed(visitor, chosen):
    walk_on(visitor, begin(visitor), chosen)
    return visitor.get("/doorloop/vervolg")


def look(page, visitor, **values):
    return visitor.submit(page, "/doorloop/vervolg", **values)


def titles(page):
    return [one.text_content() for one in page.document.xpath("//article[@class='way']/h3")]


def marked(page):
    return [
        " ".join(one.getparent().getparent().text_content().split())
        for one in page.document.xpath("//strong[contains(@class, 'due-mark--past')]")
    ]


def test_given_a_look_when_kept_then_it_stands_there_and_in_the_toolbox(visitor):
    page = followed(visitor, dated(10))
    assert page.document.xpath("//ol[@class='looks']") == []
    kept = look(page, visitor, begonnen="ja", door="lokaal-team", gehoord="ja", notitie=NOTE, opnieuw=day(14))
    assert kept.path == "/doorloop/vervolg"
    for text in ("Ja, de hulp is begonnen", "een medewerker van het lokale team", NOTE, "Kijk opnieuw hoe het gaat"):
        assert text in kept.text
    assert "1 keer gekeken" in visitor.get("/doorloop/advies").text


def test_given_a_look_when_changed_and_removed_then_the_log_says_so(visitor):
    look(followed(visitor, dated(10)), visitor, begonnen="nee", notitie=NOTE)
    changed = visitor.submit(visitor.get("/doorloop/vervolg/1"), "/vervolg/1", begonnen="ja", dag=day(-2))
    assert "Ja, de hulp is begonnen" in changed.text
    assert NOTE in changed.text
    gone = visitor.submit(visitor.get("/doorloop/vervolg/1/verwijderen"), "/verwijderen")
    assert NOTE not in gone.text
    assert visitor.get("/doorloop/vervolg/1").status == 404


def test_given_looks_in_another_order_when_kept_then_they_stand_by_day(visitor):
    page = followed(visitor, dated(10))
    look(page, visitor, notitie="Tweede.")
    page = look(page, visitor, notitie="Eerste.", dag=day(-3))
    assert page.text.index("Eerste.") < page.text.index("Tweede.")


def test_given_the_same_look_sent_twice_then_it_is_kept_once(visitor):
    page = followed(visitor, dated(10))
    look(page, visitor, notitie=NOTE)
    assert len(look(page, visitor, notitie=NOTE).document.xpath("//li[@class='look']")) == 1


@pytest.mark.parametrize(
    ("values", "says"),
    [
        ({"dag": "gisteren"}, "Vul de dag in"),
        ({"dag": "24-11-2199", "nieuw": "nee"}, "geen dag zijn die nog komt"),
        ({"nieuw": "nee", "opnieuw": "01-01-2020"}, "die nog komt"),
        ({"nieuw": "misschien"}, "Kies een van de antwoorden"),
        ({}, "minstens één ding"),
        ({"notitie": "x" * 10_001}, "te lang"),
        ({"notitie": "Gebeld met Jan de Vries."}, "waaraan je iemand herkent"),
    ],
)
def test_given_what_cannot_be_kept_then_it_is_said_and_what_was_typed_stays(visitor, values, says):
    page = followed(visitor, dated(10))
    again = look(page, visitor, **values)
    assert again.status == 422
    assert says in again.text
    for name, value in values.items():
        kept = again.form("/doorloop/vervolg").fields[name]
        assert (kept or "").removeprefix("\n") == ("" if value == "misschien" else value)
    assert visitor.get("/doorloop/vervolg").document.xpath("//li[@class='look']") == []


def test_given_a_name_that_is_none_when_one_is_sure_then_it_is_kept(visitor):
    again = look(followed(visitor, dated(10)), visitor, notitie="Gebeld met Jan de Vries.")
    assert "Gebeld met Jan de Vries." in look(again, visitor, toch_bewaren="ja").text


def test_given_a_look_changed_in_two_windows_then_nothing_is_lost(visitor):
    look(followed(visitor, dated(10)), visitor, notitie="Eerst zo.")
    stale = visitor.get("/doorloop/vervolg/1")
    visitor.submit(visitor.get("/doorloop/vervolg/1"), "/vervolg/1", notitie="Hier veranderd.")
    page = visitor.submit(stale, "/vervolg/1", notitie="Daar veranderd.")
    assert page.status == 409
    assert "Daar veranderd." in page.document.text_content()
    assert "Hier veranderd." in visitor.get("/doorloop/vervolg").text


def test_given_terms_whose_day_is_over_then_they_are_marked_with_what_to_do(visitor):
    rows = marked(followed(visitor, dated(-30, REPORTED)))
    assert any("Veilig Thuis heeft beoordeeld" in row and "Niets gehoord? Bel Veilig Thuis" in row for row in rows)
    assert any("Kijk of de hulp echt begonnen is" in row for row in rows)


def test_given_terms_ahead_then_nothing_is_marked_and_question_five_is_not_asked_yet(visitor):
    page = followed(visitor, dated(10))
    assert marked(page) == []
    assert "vraag 5" not in page.document.get_element_by_id("komt").getparent().text_content().split("Zet in")[0]


def test_given_the_day_of_question_five_then_it_is_asked_with_a_way_to_it(visitor):
    page = followed(visitor, dated(0))
    link = page.document.xpath("//ol[@class='timeline']//a[contains(text(), 'vraag 5')]")[0]
    assert visitor.get(link.get("href")).heading == "Is de hulp al begonnen?"


def test_given_a_term_that_is_heard_of_when_ticked_then_it_is_settled_until_its_day_changes(visitor):
    page = followed(visitor, dated(-30, REPORTED))
    terms = page.document.xpath("//input[@name='klaar']/@value")
    heard = next(one for one in terms if one.startswith("besluit-veilig-thuis@"))
    page = look(page, visitor, gehoord="ja", klaar=heard)
    assert not any("heeft beoordeeld" in row for row in marked(page))
    assert any("onderzoek" in one for one in page.document.xpath("//input[@name='klaar']/@value"))
    assert "Veilig Thuis heeft beoordeeld" in page.text
    question = visitor.get(visitor.get("/doorloop/overzicht").link("wijzig: Op welke dag meld je?"))
    visitor.submit(question, "/vraag/", antwoord=day(-20))
    assert any("heeft beoordeeld" in row for row in marked(visitor.get("/doorloop/vervolg")))


def test_given_an_agreed_look_that_took_place_then_it_is_no_longer_due(visitor):
    page = look(followed(visitor, dated(10)), visitor, dag=day(-9), nieuw="nee", opnieuw=day(-2))
    assert any("Kijk opnieuw hoe het gaat" in row for row in marked(page))
    assert marked(look(page, visitor, nieuw="nee")) == []


def test_given_a_day_in_the_plan_of_the_family_then_it_is_due_and_in_the_calendar(visitor):
    followed(visitor, dated(10))
    visitor.submit(visitor.get("/doorloop/plan"), "/doorloop/plan", **{"weer-kijken": day(5)})
    assert "Kijk samen opnieuw naar het plan" in visitor.get("/doorloop/vervolg").text
    on = clock.today() + timedelta(days=5)
    assert f"{on:%Y%m%d}" in visitor.client.get("/doorloop/afspraken.ics").text


@pytest.mark.parametrize(
    ("values", "title", "leads_to"),
    [
        ({"nieuw": "ja"}, "ga terug naar stap 1", "/doorloop/signalen"),
        ({"nieuw": "ja"}, "ga terug naar stap 1", "/doorloop/logboek"),
        ({"begonnen": "nee"}, "kijk opnieuw naar stap 5", "Kun jij hulp geven of regelen"),
        ({"begonnen": "geen-rol"}, "ziet geen rol", "Op welke dag begint de hulp?"),
        ({"begonnen": "gestopt"}, "De hulp is gestopt", "Nemen de betrokkenen de hulp"),
        ({"gebracht": "nee"}, "De hulp brengt niet genoeg", "Is de hulp al begonnen?"),
        ({"gebracht": "deels"}, "Vraag vandaag advies", "Is de hulp al begonnen?"),
        ({"gehoord": "nee"}, "Bel zelf", ""),
    ],
)
def test_given_an_answer_then_it_leads_on(visitor, values, title, leads_to):
    page = look(followed(visitor, dated(10)), visitor, **values)
    [way] = [one for one in page.document.xpath("//article[@class='way']") if title in one.text_content()]
    links = way.xpath(".//li/a/@href")
    headings = [visitor.get(one).heading for one in links if "/vraag/" in one]
    assert not leads_to or leads_to in links or any(leads_to in one for one in headings), (links, headings)


def test_given_nothing_wrong_then_it_leads_nowhere(visitor):
    page = look(followed(visitor, dated(10)), visitor, begonnen="ja", gebracht="te-vroeg", gehoord="ja", nieuw="nee")
    assert titles(page) == []


def test_given_several_looks_then_only_the_last_leads_on(visitor):
    page = look(followed(visitor, dated(10)), visitor, dag=day(-2), nieuw="ja")
    assert titles(page)
    assert titles(look(page, visitor, nieuw="nee")) == []


def test_given_ticked_signals_then_they_lead_the_log_nowhere(visitor):
    """INV-31: only what is answered in a look leads on."""
    page = look(followed(visitor, dated(10)), visitor, nieuw="nee")
    before = titles(page)
    boxes = visitor.get("/doorloop/signalen").document.xpath("//input[@name='signaal']/@value")
    visitor.submit(visitor.get("/doorloop/signalen"), "/doorloop/signalen", signaal=boxes[:12])
    assert titles(visitor.get("/doorloop/vervolg")) == before


@pytest.mark.parametrize("path", ["/doorloop/vervolg", "/doorloop/vervolg/1"])
def test_given_danger_that_is_declared_while_a_look_is_typed_then_the_look_is_kept(visitor, path):
    look(followed(visitor, dated(10)), visitor, nieuw="nee")
    typed = {"nieuw": "ja", "begonnen": "misschien", "notitie": NOTE, "opnieuw": "morgen"}
    page = visitor.submit(visitor.get(path), "/vervolg", to="/doorloop/gevaar", **typed)
    assert "112" in page.text
    kept = visitor.get("/doorloop/vervolg")
    assert NOTE in kept.text
    assert len(kept.document.xpath("//li[@class='look']")) == 2


def test_given_danger_that_is_declared_beside_an_untouched_form_then_no_look_is_added(visitor):
    page = followed(visitor, dated(10))
    visitor.submit(page, "/vervolg", to="/doorloop/gevaar")
    assert visitor.get("/doorloop/vervolg").document.xpath("//li[@class='look']") == []
