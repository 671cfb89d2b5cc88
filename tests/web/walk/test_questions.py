import pytest

from tests.support.answering import MOST_QUESTIONS, begin, fields_for, question_id, usual, walk_on

ONE_CHILD = {"wie": {"kind-0-11": 1}}
REPORT = {**ONE_CHILD, "ouders-veilig": "ja", "praten-veilig": "ja", "afweging-1": "ja", "afweging-2": "ja"}
DECIDED = {**REPORT, "afweging-3": "ja", "afweging-4": "ja", "besluit-melden": "ja", "besluit-hulp": "ja"}


def test_given_a_case_when_it_is_walked_to_the_end_then_the_advice_stands_first(visitor):
    result = walk_on(visitor, begin(visitor), DECIDED)
    assert result.path == "/doorloop/advies"
    assert "Meld" in result.heading
    assert "0800-2000" in result.text
    assert "Omdat je antwoordde" in result.text


def test_given_danger_is_pressed_midway_then_112_comes_at_once_and_the_walk_goes_on_where_it_was(visitor):
    first = begin(visitor)
    second = visitor.submit(first, "/vraag/", **fields_for(first, "nee"))
    acute = visitor.submit(second, "/vraag/", to="/doorloop/gevaar")
    assert acute.heading == "Doe dit nu"
    assert acute.text.index("112") < acute.text.index("Veilig Thuis")
    back = visitor.submit(acute, "/vraag/", antwoord="veilig")
    assert question_id(back, visitor) == question_id(second, visitor)


def test_given_no_answer_then_the_question_comes_back_with_a_message_at_the_field(visitor):
    first = begin(visitor)
    again = visitor.submit(first, "/vraag/")
    assert again.status == 422
    assert "Kies een van de antwoorden." in again.text
    assert again.document.xpath("//a[@href='#antwoord-1']")


@pytest.mark.parametrize("invented", ["misschien", "", "ja; DROP TABLE", "é" * 50])
def test_given_an_answer_that_is_no_option_then_it_is_refused_and_the_note_is_kept(visitor, invented):
    first = begin(visitor)
    again = visitor.submit(first, "/vraag/", antwoord=invented, notitie="Blauwe plek op de arm.")
    assert again.status == 422
    assert "Blauwe plek op de arm." in again.text


@pytest.mark.parametrize("count", ["-1", "99", "veel", "1.5"])
def test_given_an_impossible_number_of_people_then_it_is_refused_in_dutch(visitor, count):
    page = walk_to(visitor, "wie")
    again = visitor.submit(page, "/vraag/", **{"antwoord-kind-0-11": count})
    assert again.status == 422
    assert "van 0 tot en met 12" in again.text


def walk_to(visitor, wanted, choose=DECIDED):
    page = begin(visitor)
    for _ in range(MOST_QUESTIONS):
        asked = question_id(page, visitor)
        if asked == wanted:
            return page
        page = visitor.submit(page, "/vraag/", **fields_for(page, choose.get(asked, usual(page))))
    raise AssertionError(f"{wanted} is not asked")


def test_given_a_question_of_step_3_then_help_with_the_talk_is_one_press_away(visitor):
    page = walk_to(visitor, "praten-veilig")
    help_with_it = visitor.get(page.link("Gesprek voeren"))
    assert help_with_it.path.endswith("/gesprek-voeren")
    assert help_with_it.heading == "Gesprek voeren"


def test_given_a_question_for_each_person_then_everybody_is_asked_on_one_page(visitor):
    people = {**DECIDED, "wie": {"kind-0-11": 2, "kind-12-15": 1, "volwassene": 1}}
    page = walk_to(visitor, "praten-veilig", people)
    legends = [" ".join(legend.text_content().split()) for legend in page.document.xpath("//legend")]
    assert legends == ["Kind 1 (0–11 jaar)", "Kind 2 (0–11 jaar)", "Kind 3 (12–15 jaar)", "Volwassene"]


def test_given_a_note_that_looks_identifying_then_a_warning_comes_first_and_the_note_can_still_be_kept(visitor):
    first = begin(visitor)
    text = "Gesproken met Jan de Vries, BSN 111222333."
    warned = visitor.submit(first, "/vraag/", antwoord="nee", notitie=text)
    assert warned.status == 422
    assert "Jan de Vries" in warned.text
    kept = visitor.submit(warned, "/vraag/", antwoord="nee", notitie=text, toch_bewaren="ja")
    assert kept.status == 200
    assert text in visitor.get("/doorloop/overzicht").text
    assert visitor.submit(visitor.get(first.path), "/vraag/").status == 200, "what was kept is asked about again"


def test_given_a_form_that_is_far_too_large_then_a_dutch_page_says_so_and_earlier_answers_stay(visitor):
    first = begin(visitor)
    second = visitor.submit(first, "/vraag/", antwoord="nee", notitie="Een eerste aantekening.")
    too_much = visitor.submit(second, "/vraag/", antwoord="nee", notitie="a" * 5_000_000)
    assert too_much.status == 413
    assert "te veel tekst" in too_much.heading
    assert "Een eerste aantekening." in visitor.get("/doorloop/overzicht").document.text_content()


def test_given_a_note_that_is_just_too_long_then_it_comes_back_whole(visitor):
    first = begin(visitor)
    long_note = "b" * 10_001
    again = visitor.submit(first, "/vraag/", antwoord="nee", notitie=long_note)
    assert again.status == 422
    assert "te lang" in again.text
    assert long_note in again.text


def test_given_a_decision_against_the_advice_then_a_reason_is_asked_and_stands_in_the_result(visitor):
    page = walk_to(visitor, "besluit-melden")
    refused = visitor.submit(page, "/vraag/", antwoord="nee", reden="")
    assert refused.status == 422
    assert "Schrijf op waarom" in refused.text
    went_on = visitor.submit(refused, "/vraag/", antwoord="nee", reden="Veilig Thuis raadt melden nu af.")
    walk_on(visitor, went_on, DECIDED)
    assert "Veilig Thuis raadt melden nu af." in visitor.get("/doorloop/advies").document.text_content()


def test_given_a_change_from_the_overview_then_what_would_be_lost_is_named_before_and_one_returns_there(visitor):
    walk_on(visitor, begin(visitor), DECIDED)
    overview = visitor.get("/doorloop/overzicht")
    change = next(
        row.xpath(".//a/@href")[0]
        for row in overview.document.xpath("//div[contains(@class, 'data-list__row')]")
        if "Vermoed je nog" in row.text_content()
    )
    asked = visitor.get(change)
    warned = visitor.submit(asked, "/vraag/", **fields_for(asked, "nee"))
    assert "Deze antwoorden vervallen dan" in warned.text
    done = visitor.submit(warned, "/vraag/", **fields_for(warned, "nee"))
    assert done.path == "/doorloop/overzicht"


def test_given_a_ticked_action_then_it_stays_ticked(visitor):
    result = walk_on(visitor, begin(visitor), DECIDED)
    first_action = result.document.xpath("//input[@name='gedaan']/@value")[0]
    after = visitor.submit(result, "/doorloop/gedaan", gedaan=[first_action])
    assert after.document.xpath("//input[@name='gedaan' and @checked]/@value") == [first_action]


def test_given_an_unknown_question_number_then_a_helpful_404(visitor):
    begin(visitor)
    missing = visitor.get("/doorloop/vraag/9999")
    assert missing.status == 404
    assert "0800-2000" in missing.text


def test_given_another_window_changed_the_walk_then_nothing_typed_or_kept_is_lost(visitor):
    first = begin(visitor)
    second = visitor.submit(first, "/vraag/", antwoord="nee")
    visitor.submit(second, "/vraag/", **fields_for(second, "nee"), notitie="Uit het eerste venster.")
    stale = visitor.submit(second, "/vraag/", **fields_for(second, "ja"), notitie="Uit het tweede venster.")
    assert stale.status == 409
    assert "Uit het eerste venster." in stale.text
    assert "Uit het tweede venster." in stale.text
    again = visitor.submit(stale, "/vraag/", **fields_for(second, "ja"), notitie="Beide samen.")
    assert again.status == 200
    assert "Beide samen." in visitor.get("/doorloop/overzicht").document.text_content()


def test_given_an_old_overview_then_its_note_is_shown_back_and_nothing_is_overwritten(visitor):
    first = begin(visitor)
    visitor.submit(first, "/vraag/", antwoord="nee", notitie="Eerst geschreven.")
    overview = visitor.get("/doorloop/overzicht")
    visitor.submit(overview, "/stap/acuut", notitie="Daarna geschreven.", datum="")
    stale = visitor.submit(overview, "/stap/acuut", notitie="Te laat geschreven.", datum="")
    assert stale.status == 409
    assert "Te laat geschreven." in stale.text
    assert "Daarna geschreven." in visitor.get("/doorloop/overzicht").document.text_content()


def test_given_danger_is_pressed_while_a_note_is_typed_then_the_note_is_kept(visitor):
    first = begin(visitor)
    second = visitor.submit(first, "/vraag/", antwoord="nee")
    visitor.submit(second, "/vraag/", to="/doorloop/gevaar", notitie="Nog niet klaar met typen.")
    assert "Nog niet klaar met typen." in visitor.get("/doorloop/overzicht").document.text_content()


def test_given_a_walk_is_open_when_another_is_begun_then_the_page_says_so(visitor):
    begin(visitor)
    again = visitor.get("/doorloop/begin?regio=flevoland&sector=jgz")
    assert "Je hebt al een doorloop open" in again.text
