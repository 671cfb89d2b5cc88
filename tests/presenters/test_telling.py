"""Cases as Veilig Thuis (2011: AMK or SHG) hears and reads them: all that they ask is there, or told as a gap."""

import re

import pytest

from routekaart.presenters.call_sheet import call_sheet
from routekaart.presenters.report_text import NATURES, report_page
from tests.support.cases import NOW
from tests.support.telling import CASES

# What is asked in a call and looked for in a report by the dossier (meldcode.md §4 and §8).
ASKED = {
    "who reports": "Ik werk in",
    "how they know them": "Hoe ik hen ken",
    "danger now": "Direct gevaar",
    "who may be unsafe": "Misschien onveilig",
    "ages, others, where they are": "Hoe oud precies",
    "risk ahead": "Welk gevaar ik zie",
    "is talking safe": "Praten veilig",
    "seen": "Gezien of gehoord",
    "said, by whom": "Gezegd",
    "told by the person": "Vertelt iemand het zelf",
    "what is thought of": "Ik denk aan",
    "who may do it": "Misschien door",
    "steps taken": "Afgevinkt als gedaan",
    "who was consulted": "Overlegd",
    "do they know of the report": "Weten zij van de melding",
    "their wishes": "Wat zij willen en wat is afgesproken",
    "what goes well": "Wat goed gaat en wie kan beschermen",
    "help": "Welke hulp er is of was",
    "what is asked": "Ik vraag",
    "what the reporter goes on doing": "Wat ik zelf blijf doen",
    "told beforehand": "Vooraf vertellen",
    "their reaction": "Hun reactie op de melding",
    "the reporter's name": "Mijn naam",
}
ASKED_IN_CALL = {
    "who calls": "Ik bel vanuit",
    "danger now": "Direct gevaar",
    "where everybody is": "Waar iedereen nu is en wie erbij is",
    "who may be unsafe": "Misschien onveilig",
    "ages and others": "Hoe oud precies",
    "seen": "Zelf gezien of gehoord",
    "how long and how often": "Hoe lang en hoe vaak",
    "what is thought of": "Ik denk aan",
    "who may do it": "Misschien door",
    "is talking safe": "Praten veilig",
    "steps taken": "Gedaan",
    "who was consulted": "Overlegd",
    "help": "Welke hulp er al is",
    "what goes well": "Wat goed gaat",
}
# Case → what one wants from the call, whether one phones first, and how the text is gone through.
TOLD = {
    "baby": ("Je belt voor advies", True, "careful"),
    "eer": ("Je belt voor advies", True, "careful"),
    "oudere-2011": ("Je belt voor advies", False, "careful"),
    "getuige": ("Je belt om te melden", True, "closed"),
    "onthulling": ("Je belt om te melden", True, "careful"),
    "ongeboren": ("Je belt om te melden", True, "careful"),
    "amk-2011": ("Je belt om te melden", True, "careful"),
}
IDENTIFYING = re.compile(r"\bnamen?\b|geboorte|adres|bsn|telefoonnummer", re.IGNORECASE)


@pytest.fixture(params=CASES, ids=lambda case: case.name)
def told(request):
    """A case with its call sheet and report."""
    story, place = request.param.story()
    sheet = call_sheet(story, place.directory, NOW)
    report = report_page(story, place.directory, story.case.report, NOW)
    return request.param, story, sheet, report


def lines(parts):
    return {line["label"]: line for part in parts for line in part["lines"]}


def test_given_a_case_then_the_report_has_everything_that_is_asked_or_tells_the_gap(told):
    _, _, _, report = told
    for asked, label in ASKED.items():
        found = re.search(rf"^- {re.escape(label)}[^:\n]*:(.*)\n?(  \* )?", report["text"], re.MULTILINE)
        added = asked in ("their wishes", "what goes well", "help") and any(one["value"] for one in report["sections"])
        assert found or added, asked
        assert not found or found[1].strip() or found[2], asked


def test_given_a_case_then_the_sheet_has_everything_that_is_asked_or_tells_the_gap(told):
    _, _, sheet, _ = told
    shown = lines(sheet["topics"])
    for asked, label in ASKED_IN_CALL.items():
        found = [line for name, line in shown.items() if name.startswith(label)]
        assert found, asked
        assert found[0]["texts"] or found[0]["gap"], asked


def test_given_a_case_then_what_one_wants_and_whether_one_phones_first_follow_from_the_walk(told):
    case, _, sheet, report = told
    want, phones_first, how = TOLD[case.name]
    assert sheet["want"]["title"].startswith(want)
    assert bool(report["urgent"]) is phones_first
    assert report["openness"]["is_closed"] is (how == "closed")
    assert report["openness"]["is_careful"] is (how != "together")


def test_given_a_case_then_facts_and_thoughts_stand_apart(told):
    _, story, _, report = told
    by_nature = {}
    for section in report["sections"]:
        texts = [text for line in section["lines"] for text in line["texts"]]
        by_nature[section["nature"]] = by_nature.get(section["nature"], "") + " ".join([*texts, section["value"]])
    facts, thoughts = (by_nature[one] for one in list(NATURES.values())[:2])
    for entry in story.case.log:
        for text in filter(None, (entry.saw, entry.said)):
            assert text in facts
            assert text not in thoughts
        if entry.thought:
            assert entry.thought in thoughts
            assert entry.thought not in facts


def test_given_a_case_then_everything_that_was_kept_is_told(told):
    _, story, sheet, report = told
    shown = " ".join(text for line in lines(sheet["topics"]).values() for text in line["texts"])
    for entry in story.case.log:
        for text in filter(None, (entry.saw, entry.said, entry.thought)):
            assert text in shown
            assert text in report["text"]
    for text in (*story.case.notes.values(), *(one.advised for one in story.case.calls)):
        assert text in report["text"]
    for text in (value for value in story.case.report.values() if value not in ("ja", "nee")):
        assert text in report["text"]


def test_given_a_case_then_nothing_asks_or_tells_who_somebody_is(told):
    _, _, sheet, report = told
    asked = [one["add"] for one in report["sections"]] + [report["openness"]["ask"]]
    labels = [*lines(sheet["topics"]), *lines(report["sections"]), *asked]
    assert [label for label in labels if IDENTIFYING.search(label)] == []


def test_given_the_historical_edition_then_only_its_own_reporting_points_are_named_and_else_never(told):
    case, story, sheet, report = told
    texts = [sheet["want"]["title"], sheet["report"], report["urgent"], report["openness"]["how"], report["text"]]
    texts += [report["anonymous"]["intro"], *sheet["want"]["asks"], *(topic["ask"] for topic in sheet["topics"])]
    old = re.compile(r"\bAMK\b|\bSHG\b")
    if story.edition == "basismodel-2011":
        assert not any("Veilig Thuis" in text for text in texts)
        assert any(old.search(text) for text in texts)
    else:
        assert not any(old.search(text) for text in texts)
    assert "{meldpunt}" not in " ".join(texts)
    assert case.scenario.title


def test_given_none_of_the_forms_then_that_is_a_gap_and_not_an_answer():
    case = next(one for one in CASES if one.name == "ongeboren")
    story, place = case.story()
    shown = lines(call_sheet(story, place.directory, NOW)["topics"])
    assert shown["Ik denk aan"]["texts"] == []
    assert shown["Misschien door"]["texts"] == []


def test_given_answers_that_differ_then_each_says_for_whom():
    story, place = next(one for one in CASES if one.name == "amk-2011").story()
    shown = lines(call_sheet(story, place.directory, NOW)["topics"])
    assert shown["Praten veilig"]["texts"] == ["Nee – voor kind (12–15 jaar)", "Ja – voor volwassene"]
    assert shown["Vertelt iemand het zelf"]["texts"] == ["Nee – voor iedereen"]
