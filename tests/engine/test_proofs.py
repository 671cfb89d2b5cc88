"""A sound map is proved; each kind of thing that is wrong is found, with its place and the shortest path to it."""

import re
import subprocess
import sys
from pathlib import Path

import pytest

from routekaart.engine.proofs import logic_key, roles_needed
from routekaart.engine.proofs.paths import shows
from tests.support.protocol import changed, copied, mini
from tests.support.proving import (
    ACUTE,
    DECIDE,
    FOLLOW,
    ROLES,
    SIGNALS,
    UNSURE,
    added,
    only,
    only_shown,
    proved,
    sound,
)


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return sound(tmp_path)


def test_given_a_sound_map_when_proved_then_nothing_is_found_and_everything_is_counted(root: Path):
    report = proved(root)
    assert report.findings == ()
    assert report.is_proved
    assert (report.nodes, report.options, report.invariants) == (28, 18, 3)


def test_given_a_sector_with_its_own_order_when_proved_then_nothing_is_found(root: Path):
    assert proved(root, "arts").findings == ()


def test_given_a_condition_that_never_holds_when_proved_then_the_item_is_out_of_reach(root: Path):
    when = "{all: [{besluit: ja}, {besluit: nee}]}"
    line = added(root, FOLLOW, f"{{action: nooit, text: Nooit, kind: help, when: {when}}}")
    assert only(proved(root)).startswith(f'content/{FOLLOW}:{line}: "nooit" takes part on no path')


def test_given_a_child_that_must_be_an_adult_when_proved_then_the_item_is_out_of_reach(root: Path):
    item = "{record: nooit, text: Nooit, for: child, when: {persoon: volwassene}}"
    line = added(root, SIGNALS, item)
    assert f'{SIGNALS}:{line}: "nooit" takes part on no path' in only(proved(root))


def test_given_options_that_exclude_each_other_when_proved_then_an_item_for_both_is_out_of_reach(root: Path):
    when = "{all: [{vorm: {includes: geweld}}, {vorm: {includes: weet-niet}}]}"
    line = added(root, FOLLOW, f"{{record: nooit, text: Nooit, when: {when}}}")
    assert f'{FOLLOW}:{line}: "nooit" takes part on no path' in only(proved(root))


def test_given_options_that_go_together_when_proved_then_an_item_for_both_is_within_reach(root: Path):
    when = "{all: [{vorm: {includes: geweld}}, {vorm: {includes: verwaarlozing}}]}"
    added(root, FOLLOW, f"{{record: samen, text: Samen, when: {when}}}")
    assert proved(root).findings == ()


def test_given_an_item_for_five_different_people_when_proved_then_it_is_within_reach(root: Path):
    categories = ("kind-0-11", "kind-12-15", "kind-16-17", "volwassene", "oudere")
    each = ", ".join(f"{{somebody: {{persoon: {category}, ernstig: ja}}}}" for category in categories)
    added(root, FOLLOW, f"{{record: vijf, text: Vijf, when: {{all: [{each}]}}}}")
    report = proved(root)
    assert report.findings == ()
    assert report.people >= 5


def test_given_an_answer_without_advice_when_proved_then_the_path_without_outcome_is_shown(root: Path):
    changed(root, DECIDE, ", leads_to: [volgen]}", "}")
    changed(root, DECIDE, '  - {outcome: volgen, text: "Blijf {wie} volgen", kind: follow_up, for: person}\n', "")
    shown = only_shown(proved(root))
    assert "a path ends without any outcome" in shown.finding.problem
    assert "ernstig@ongeboren.1=nee · hulp-aanvaard=ja" in shown.finding.problem
    assert shown.finding.file == f"content/{DECIDE}"


def test_given_advice_for_all_together_when_people_differ_then_the_one_without_outcome_is_shown(root: Path):
    changed(root, DECIDE, ", leads_to: [volgen]}", "}")
    changed(root, DECIDE, "kind: follow_up, for: person}", "kind: follow_up, when: {everybody: {ernstig: nee}}}")
    shown = only_shown(proved(root))
    assert f"ends without an outcome for {shown.path.person_id}" in shown.finding.problem
    assert f"ernstig@{shown.path.person_id}=nee" in shown.finding.problem
    assert sum(shown.answers.values["wie"].values()) == 2


def test_given_a_map_without_outcomes_when_proved_then_no_path_is_complete(root: Path):
    for path in (root / ACUTE, root / DECIDE):
        text = re.sub(r", departs_from: \[.*\]}", "}", path.read_text(encoding="utf-8"))
        text = re.sub(r"outcome: (.*?), kind: \w+(, for: person)?.*}", r"record: \1\2}", text)
        path.write_text(text, encoding="utf-8")
    assert any("a path ends without any outcome" in finding.problem for finding in proved(root).findings)


def test_given_not_knowing_does_what_no_does_when_proved_then_the_option_is_found(tmp_path: Path):
    root = copied(tmp_path)
    line = changed(root, SIGNALS, UNSURE, UNSURE)
    expected = f'content/{SIGNALS}:{line}: option "weet-niet" of "praten-veilig" does the same as "nee"'
    assert only(proved(root)).startswith(expected)


def test_given_not_knowing_differs_only_where_no_walk_comes_when_proved_then_the_option_is_found(root: Path):
    changed(root, SIGNALS, "kind: prepare, for: person}", "kind: prepare, for: person, when: {praten-veilig: ja}}")
    found = [str(finding) for finding in proved(root).findings]
    assert any('option "weet-niet" of "praten-veilig" does the same as "nee"' in finding for finding in found)


def test_given_not_knowing_leads_to_what_is_there_for_nobody_when_proved_then_the_option_is_found(root: Path):
    changed(root, SIGNALS, "kind: prepare, for: person}", "kind: prepare, for: child, when: {persoon: volwassene}}")
    found = [str(finding) for finding in proved(root).findings]
    assert any('option "weet-niet" of "praten-veilig" does the same as "nee"' in finding for finding in found)


def test_given_not_knowing_brings_something_for_a_child_only_when_proved_then_it_is_a_route_of_its_own(root: Path):
    changed(root, SIGNALS, "kind: prepare, for: person}", "kind: prepare, for: child}")
    assert proved(root).findings == ()


def test_given_not_knowing_in_multiple_choice_does_the_same_when_proved_then_the_option_is_found(root: Path):
    line = changed(root, SIGNALS, ", unknown: true, leads_to: [vraag-mee-te-kijken]}", ", unknown: true}")
    assert f'{SIGNALS}:{line}: option "weet-niet" of "vorm" does the same as "verwaarlozing"' in only(proved(root))


def test_given_a_question_on_which_nothing_depends_when_proved_then_it_is_found(root: Path):
    options = "[{value: ja, text: Ja}, {value: nee, text: Nee}]"
    line = added(root, FOLLOW, f"{{question: zomaar, text: Zomaar?, options: {options}}}")
    assert only(proved(root)).startswith(f'content/{FOLLOW}:{line}: nothing depends on question "zomaar"')


def test_given_a_question_that_only_departs_from_advice_when_proved_then_it_counts_as_used(root: Path):
    options = "[{value: ja, text: Ja}, {value: nee, text: Nee, departs_from: [melden]}]"
    added(root, FOLLOW, f"{{question: toch-niet, text: Meld je?, options: {options}}}")
    assert proved(root).findings == ()


def test_given_a_role_that_does_not_exist_when_proved_then_the_known_ones_are_named(root: Path):
    line = changed(root, DECIDE, "role: lokaal-team", "role: wijkteam")
    expected = f'content/{DECIDE}:{line}: unknown role "wijkteam"; expected: one of: acuut, advies-en-meldpunt, '
    assert only(proved(root)).startswith(expected)


def test_given_a_term_owed_by_a_role_that_does_not_exist_when_proved_then_it_is_found(root: Path):
    changed(root, DECIDE, "owed_by: advies-en-meldpunt", "owed_by: wijkteam")
    assert 'unknown role "wijkteam"' in only(proved(root))


def test_given_a_map_when_asked_for_its_roles_then_each_role_of_an_item_is_there(root: Path):
    assert roles_needed(mini(root)) == ROLES - {"huisarts"}
    assert roles_needed(mini(root, "arts")) == ROLES


def test_given_more_things_wrong_when_proved_then_all_are_found_in_order_of_file_and_line(root: Path):
    changed(root, DECIDE, "role: lokaal-team", "role: wijkteam")
    changed(root, ACUTE, "kind: consultation, role: advies-en-meldpunt, due: now", "kind: consultation, role: politie")
    findings = proved(root).findings
    assert [finding.file for finding in findings] == [f"content/{DECIDE}", f"content/{ACUTE}"]


def test_given_a_finding_with_a_path_when_walked_then_the_walk_shows_it(root: Path):
    added(root, SIGNALS, "{action: toch, text: Praat toch, kind: conversation, for: person}")
    shown = only_shown(proved(root))
    assert shows(mini(root), shown.path, shown.condition)


def test_given_the_same_map_when_proved_twice_then_the_reports_are_equal(root: Path):
    added(root, SIGNALS, "{action: toch, text: Praat toch, kind: conversation, for: person}")
    assert proved(root) == proved(root)


def test_given_maps_when_they_are_equal_or_differ_in_one_condition_then_their_keys_tell(root: Path):
    before = mini(root)
    assert logic_key(before) == logic_key(mini(root))
    assert hash(logic_key(before)) == hash(logic_key(mini(root)))
    changed(root, DECIDE, "when: {besluit: ja}}", "when: {besluit: nee}}")
    assert logic_key(before) != logic_key(mini(root))


def test_given_the_proofs_are_imported_when_nothing_is_proved_then_the_solver_is_not_loaded():
    program = "import sys, routekaart.engine.proofs; sys.exit('z3' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", program], check=False).returncode == 0
