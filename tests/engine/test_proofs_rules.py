"""Each form of safety rule is seen broken, from every layer, with the rule's place and the shortest path."""

from pathlib import Path

import pytest

from routekaart.engine.answers import Answers
from routekaart.engine.proofs.paths import Path as AnswerPath
from routekaart.engine.proofs.paths import shows
from tests.support.protocol import changed, mini
from tests.support.proving import (
    ACUTE,
    DECIDE,
    EDITION,
    FOLLOW,
    SECTOR,
    SIGNALS,
    added,
    line_of,
    only,
    only_shown,
    proved,
    sound,
    with_rule,
)

INV_5 = 'INV-5 "Is praten niet veilig, dan vraagt niets om een gesprek." is broken for '


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return sound(tmp_path)


def test_given_a_conversation_that_ignores_safety_when_proved_then_rule_item_and_shortest_path_are_named(root: Path):
    item = added(root, SIGNALS, "{action: toch, text: Praat toch, kind: conversation, for: person}")
    shown = only_shown(proved(root))
    rule = line_of(root, EDITION, "invariant: INV-5")
    assert str(shown.finding) == (
        f"content/{EDITION}:{rule}: {INV_5}kind-0-11.1: "
        f'"toch" (content/{SIGNALS}:{item}) takes part; '
        "path: acuut-gevaar=nee · wie: kind-0-11 ×1 · vorm=verwaarlozing · praten-veilig@kind-0-11.1=nee; "
        "expected: never conversation"
    )


def test_given_one_fault_in_the_maps_of_two_sectors_when_both_are_proved_then_it_is_told_in_the_same_words(root: Path):
    added(root, SIGNALS, "{action: toch, text: Praat toch, kind: conversation, for: person}")
    assert proved(root, "vrij").findings == proved(root, "arts").findings


def test_given_a_broken_rule_when_its_path_is_walked_then_the_walk_shows_it(root: Path):
    added(root, SIGNALS, "{action: toch, text: Praat toch, kind: conversation, for: person}")
    shown = only_shown(proved(root))
    assert shows(mini(root), shown.path, shown.condition)
    without_last = dict(list(shown.answers.values.items())[:-1])
    assert not shows(mini(root), AnswerPath(Answers(without_last), shown.path.person), shown.condition)


def test_given_a_conversation_for_everybody_at_once_when_proved_then_it_breaks_the_rule_for_a_person(root: Path):
    added(root, SIGNALS, "{action: samen, text: Praat samen, kind: conversation, parties: [family]}")
    assert f'"samen" (content/{SIGNALS}:' in only(proved(root))


def test_given_a_sector_that_adds_a_conversation_when_proved_then_the_item_in_its_file_is_named(root: Path):
    said = "steps:\n  signaleren:\n    add:"
    sector = root / SECTOR
    sector.write_text(f"{sector.read_text(encoding='utf-8')}{said}\n", encoding="utf-8")
    line = added(root, SECTOR, "{action: toch, text: Praat toch, kind: conversation, for: person}", indent=" " * 6)
    assert f'"toch" (content/{SECTOR}:{line}) takes part' in only(proved(root))


def test_given_parties_in_a_rule_when_a_conversation_is_with_others_then_the_rule_holds(root: Path):
    changed(root, EDITION, "never: {action: conversation}", "never: {action: conversation, parties: [person, child]}")
    added(root, SIGNALS, "{action: met-pleger, text: Praat, kind: conversation, parties: [suspect]}")
    assert proved(root).findings == ()
    added(root, SIGNALS, "{action: met-kind, text: Praat, kind: conversation, parties: [suspect, child]}")
    assert '"met-kind"' in only(proved(root))


def test_given_what_must_follow_fails_for_one_answer_when_proved_then_the_path_gives_that_answer(root: Path):
    changed(root, SIGNALS, "when: {praten-veilig: [nee, weet-niet]}", "when: {praten-veilig: nee}")
    shown = only_shown(proved(root))
    assert "its `then` does not hold" in shown.finding.problem
    assert shown.answers.values[f"praten-veilig@{shown.path.person_id}"] == "weet-niet"


def test_given_nothing_of_what_is_always_asked_when_proved_then_what_could_be_is_named(root: Path):
    changed(root, DECIDE, "Nee, leads_to: [melden-na-weigeren]}", "Nee}")
    line = changed(root, DECIDE, "text: Meld het, ", "text: Meld het, when: {hulp-aanvaard: ja}, ")
    told = only(proved(root))
    assert 'INV-16 "Wordt hulp niet aanvaard, dan is melden het advies." is broken: nothing that it always' in told
    assert f'"melden-na-weigeren" (content/{DECIDE}:{line})' in told
    assert told.endswith("hulp-aanvaard=nee; expected: always report")


def test_given_a_report_for_one_person_when_the_rule_is_about_the_situation_then_it_counts(root: Path):
    rule = "{invariant: T, text: T, if: {somebody: {ernstig: ja}}, always: {outcome: report}}"
    with_rule(root, rule)
    assert proved(root).findings == ()


def test_given_a_report_for_another_when_the_rule_is_about_a_person_then_it_does_not_count(root: Path):
    with_rule(root, "{invariant: T, text: T, for: person, if: {ernstig: nee}, always: {items: [melden]}}")
    with_rule(root, "{invariant: U, text: U, for: person, if: {ernstig: ja}, always: {items: [melden]}}")
    shown = only_shown(proved(root))
    assert shown.finding.problem.startswith('T "T" is broken')


def test_given_a_rule_that_only_two_people_can_break_when_proved_then_the_path_counts_two(root: Path):
    rule = "{invariant: T, text: T, if: {somebody: {ernstig: ja}}, never: {items: [volgen]}}"
    line = with_rule(root, rule)
    shown = only_shown(proved(root))
    assert (shown.finding.file, shown.finding.line) == (f"content/{EDITION}", line)
    assert sum(shown.answers.values["wie"].values()) == 2
    assert [value for key, value in shown.answers.values.items() if key.startswith("ernstig@")] == ["ja", "nee"]


def test_given_a_rule_that_only_four_people_can_break_when_proved_then_the_path_counts_four(root: Path):
    people = ("{persoon: kind-0-11, ernstig: ja}", "{persoon: oudere}", "{persoon: ongeboren}")
    given = ", ".join(f"{{somebody: {person}}}" for person in people)
    then = "{not: {somebody: {ernstig: twijfel, persoon: kind-0-11}}}"
    rule = f"{{invariant: T, text: T, if: {{all: [{given}]}}, then: {then}}}"
    with_rule(root, rule)
    shown = only_shown(proved(root))
    assert shown.answers.values["wie"] == {"kind-0-11": 2, "ongeboren": 1, "oudere": 1}


def test_given_a_rule_that_nobody_in_particular_breaks_when_it_is_about_a_person_then_the_path_counts_one(root: Path):
    with_rule(root, "{invariant: T, text: T, for: person, then: {acuut-gevaar: nee}}")
    shown = only_shown(proved(root))
    assert list(shown.answers.values) == ["acuut-gevaar", "wie"]
    assert sum(shown.answers.values["wie"].values()) == 1


def test_given_a_choice_of_more_that_saves_a_question_when_proved_then_the_path_makes_it(root: Path):
    both = "{all: [{vorm: {includes: geweld}}, {vorm: {includes: verwaarlozing}}]}"
    added(root, FOLLOW, f"{{question: extra, text: Extra?, kind: date, ask: colleague, when: {{not: {both}}}}}")
    added(root, FOLLOW, "{record: slot, text: Slot, when: {not: {extra: weet-niet}}}")
    with_rule(root, "{invariant: T, text: T, never: {items: [slot]}}")
    shown = only_shown(proved(root))
    assert shown.answers.values["vorm"] == ("verwaarlozing", "geweld")
    assert "extra" not in shown.answers.values


def test_given_a_rule_about_departing_when_proved_then_the_path_departs_with_a_reason(root: Path):
    with_rule(root, "{invariant: T, text: T, if: {besluit: nee}, then: {besluit: ja}}")
    shown = only_shown(proved(root))
    assert shown.answers.values["besluit"] == "nee"
    assert set(shown.answers.departures) == {"melden", "melden-na-weigeren"}


@pytest.mark.parametrize(("given", "is_known"), [("melding-datum: weet-niet", False), ("besluit: ja", True)])
def test_given_a_rule_about_a_date_when_proved_then_the_path_gives_one_or_says_it_is_not_known(root, given, is_known):
    excepted = "{melding-datum: weet-niet}" if is_known else "{besluit: nee}"
    with_rule(root, f"{{invariant: T, text: T, if: {{{given}}}, then: {excepted}}}")
    shown = only_shown(proved(root))
    assert (shown.answers.values["melding-datum"] != "weet-niet") is is_known


def test_given_a_rule_whose_condition_never_holds_when_proved_then_it_says_nothing(root: Path):
    rule = "{invariant: T, text: T, if: {acuut-stand: ja, acuut-gevaar: nee}, then: {acuut-gevaar: ja}}"
    line = with_rule(root, rule)
    assert only(proved(root)).startswith(f'content/{EDITION}:{line}: T "T" says nothing: its `if` never holds')


def test_given_a_question_between_the_first_items_when_proved_then_it_is_named(root: Path):
    between = "  - {question: tussen, text: Hoe laat is het?, kind: date, ask: colleague}\n"
    changed(root, ACUTE, "  - {action: bel-meldpunt", between + "  - {action: bel-meldpunt")
    added(root, FOLLOW, "{record: laat, text: Laat, when: {tussen: weet-niet}}")
    told, line = only(proved(root)), line_of(root, ACUTE, "question: tussen")
    assert "INV-1" in told
    assert f'"tussen" (content/{ACUTE}:{line}) stands where "bel-meldpunt" must stand' in told


def test_given_the_first_items_change_places_when_proved_then_the_wrong_one_is_named(root: Path):
    changed(root, EDITION, "first: [bel-112, bel-meldpunt]", "first: [bel-meldpunt, bel-112]")
    assert f'"bel-112" (content/{ACUTE}:13) stands where "bel-meldpunt" must stand' in only(proved(root))


def test_given_a_first_item_that_stands_too_late_when_proved_then_the_rule_is_broken(root: Path):
    changed(root, EDITION, "first: [bel-112, bel-meldpunt]", "first: [bel-112, bel-meldpunt, praat]")
    assert all("INV-1" in finding.problem for finding in proved(root).findings)
    assert proved(root).findings


def test_given_a_first_item_with_a_condition_when_proved_then_the_path_without_it_is_shown(root: Path):
    changed(root, ACUTE, "leads_to: [bel-112, bel-meldpunt, acuut-handelen]", "leads_to: [bel-112, acuut-handelen]")
    changed(root, ACUTE, "text: Bel het meldpunt, ", "text: Bel het meldpunt, when: {acuut-gevaar: nee}, ")
    told = only(proved(root))
    assert "INV-1" in told
    assert f'"bel-meldpunt" (content/{ACUTE}:14) does not take part; path: acuut-gevaar=ja; expected: ' in told


@pytest.mark.parametrize(
    ("file", "old", "new"),
    [
        (SIGNALS, "text: Let op letsel", "text: Let op het BSN"),
        (SIGNALS, "value: verwaarlozing, text: Verwaarlozing", "value: verwaarlozing, meaning: Het BSN., text: V"),
        (SIGNALS, "purpose: Van onrust naar feiten.", "purpose: Vraag het BSN."),
        (SIGNALS, "text: Wacht niet tot je het zeker weet.", "text: Vraag BSN"),
        (DECIDE, "if_missed: Bel en vraag ernaar.", "if_missed: Noem het BSN."),
        (SECTOR, "decides: Jij beslist.", "decides: Het BSN beslist."),
        ("protocols/mini/thema/kindcheck.yaml", "title: Kindcheck", "title: Het BSN"),
    ],
)
def test_given_a_text_that_says_what_is_never_said_when_proved_then_its_place_is_named(root, file, old, new):
    changed(root, file, old, new)
    told = only(proved(root))
    assert told.startswith(f"content/{file}:")
    assert 'INV-16 "' in told
    assert 'is broken by "BSN" in "' in told


def test_given_an_option_that_says_what_is_never_said_when_proved_then_its_line_is_named(root: Path):
    line = changed(root, DECIDE, "{value: ja, text: Ja, leads_to: [help]}", "{value: ja, text: BSN, leads_to: [help]}")
    assert only(proved(root)).startswith(f"content/{DECIDE}:{line}: ")


def test_given_a_specialised_wording_that_says_it_when_proved_then_its_place_is_named(root: Path):
    line = changed(root, "sectors/arts.yaml", "text: Schrijf het in het dossier", "text: Schrijf het BSN op")
    finding = proved(root, "arts").findings[0]
    assert (finding.file, finding.line) == ("content/sectors/arts.yaml", line)


def test_given_part_of_a_word_or_a_source_or_other_case_when_proved_then_nothing_is_said(root: Path):
    changed(root, SIGNALS, "text: Let op letsel", "text: Let op bsn en BSNX")
    changed(root, SIGNALS, "weet., source: eigen voorbeeld", "weet., source: BSN-wet")
    assert proved(root).findings == ()


def test_given_a_word_in_lower_case_when_a_text_says_it_with_a_capital_then_it_is_found(root: Path):
    with_rule(root, "{invariant: T, text: T, never_says: [blijf]}")
    assert 'is broken by "blijf" in "Blijf' in " ".join(map(str, proved(root).findings))
