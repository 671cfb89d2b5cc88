"""What is asked in a call and told in a report refers to what is asked somewhere, and a mistake is found by line."""

import shutil

import pytest

from routekaart.content.call_sheet import check_call_sheet, read_call_sheet
from routekaart.content.report_text import check_report_text, read_report_text
from routekaart.content.source import ContentError
from routekaart.content.telling import Askable
from routekaart.engine.vocabulary import Question
from tests.support.regions import CONTENT
from tests.support.scenarios import written

EDITIONS = ("basismodel-2011", "meldcode-2019")


@pytest.fixture(scope="module")
def askable():
    maps = [written().map("voorbeeldregio", "huisartsen-artsen", edition=edition).routemap for edition in EDITIONS]
    asked = [one for routemap in maps for one in routemap.items() if isinstance(one, Question)]
    questions = {one.id: {option.value for option in one.options} for one in asked}
    return Askable(questions, {step.id for routemap in maps for step in routemap.steps})


@pytest.fixture
def content(tmp_path):
    """A copy of the files that a test may spoil."""
    for name in ("call-sheet.yaml", "report-text.yaml"):
        shutil.copy(CONTENT / name, tmp_path / name)
    return tmp_path


def spoil(path, old, new):
    text = path.read_text()
    assert old in text
    path.write_text(text.replace(old, new, 1))


def check(content, askable):
    check_call_sheet(content, askable, EDITIONS)
    check_report_text(content, askable, EDITIONS, tuple(written().atlas.sector_ids))


def test_given_the_content_then_everything_that_it_refers_to_is_asked_somewhere(askable):
    check(CONTENT, askable)


@pytest.mark.parametrize(
    ("file", "old", "new", "problem"),
    [
        ("call-sheet.yaml", "question: weging", "question: wegingg", 'unknown question "wegingg"'),
        ("call-sheet.yaml", "note: gesprek", "note: praten", 'unknown step "praten"'),
        ("call-sheet.yaml", "  basismodel-2011: het", "  anders: het", 'edition "basismodel-2011" has nobody to call'),
        ("report-text.yaml", "question: reactie", "question: reacties", 'unknown question "reacties"'),
        ("report-text.yaml", "weging: [ernstig]", "weging: [erg]", 'unknown option of "weging" "erg"'),
        ("report-text.yaml", "mondzorg", "mond", 'unknown sector "mond"'),
        ("report-text.yaml", "editions: [meldcode-2019]", "editions: [meldcode]", 'unknown edition "meldcode"'),
    ],
)
def test_given_something_that_is_nowhere_then_file_and_line_are_named(content, askable, file, old, new, problem):
    spoil(content / file, old, new)
    line = next(n for n, text in enumerate((content / file).read_text().splitlines(), 1) if new in text)
    with pytest.raises(ContentError) as refused:
        check(content, askable)
    found = refused.value.findings
    assert [one.problem for one in found] == [problem]
    assert found[0].file.endswith(file)
    assert found[0].line == line or problem.startswith("edition")


@pytest.mark.parametrize(
    ("file", "old", "new", "problem"),
    [
        ("call-sheet.yaml", "question: weging, needed", "question: weging, note: wegen, needed", "several origins"),
        ("call-sheet.yaml", "room: 560", "room: 5600", "the topics take"),
        ("call-sheet.yaml", "- id: wie", "- id: gevaar", '"gevaar" stands twice'),
        ("report-text.yaml", "- id: hulp", "- id: kracht", '"kracht" stands twice'),
        ("report-text.yaml", "take: stappen", "take: alles", "take"),
    ],
)
def test_given_a_file_that_is_wrong_in_itself_then_it_cannot_be_read(content, file, old, new, problem):
    spoil(content / file, old, new)
    with pytest.raises(ContentError, match=problem):
        read_call_sheet(content) if file.startswith("call") else read_report_text(content)
