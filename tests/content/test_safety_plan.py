"""What stands in the safety plan: plain, in step with the protocol, and nothing that tells what it is about."""

import re
import shutil

import pytest

from routekaart.content.guides import read_guides
from routekaart.content.national import read_national
from routekaart.content.reader import read_edition
from routekaart.content.source import ContentError
from routekaart.engine.vocabulary import Question
from tests.support.cases import guides
from tests.support.regions import CONTENT

PLAN = guides().safety_plan
TELLING = re.compile(r"geweld|mishand|misbruik|slachtoffer|dader|pleger|melding|onveilig", re.IGNORECASE)


def questions(edition_id):
    edition = read_edition(CONTENT, edition_id)
    items = [item for step in (edition.acute, *edition.steps, edition.follow_up) for item in step.items]
    items += [one.item for branch in edition.branches for one in branch.layer.additions]
    return {item.id: {option.value for option in item.options} for item in items if isinstance(item, Question)}


@pytest.mark.parametrize("edition", ["meldcode-2019", "basismodel-2011"])
def test_given_a_caution_then_its_questions_and_answers_exist(edition):
    known = questions(edition)
    for caution in PLAN.cautions:
        for question, options in caution.answered.items():
            assert set(options) <= known[question], question


def test_given_what_the_family_reads_then_nothing_tells_what_it_is_about():
    read = [part.title + part.hint for part in PLAN.parts] + [one.text for one in PLAN.numbers]
    assert [text for text in (*read, *PLAN.by_hand, PLAN.closing, PLAN.numbers_heading) if TELLING.search(text)] == []


def test_given_the_parts_then_all_that_a_plan_needs_is_asked():
    assert [part.id for part in PLAN.parts] == [
        "afspraken",
        "merken",
        "wie-let-op",
        "wie-bellen",
        "kind",
        "weer-kijken",
    ]


@pytest.mark.parametrize(
    ("written", "instead"),
    [("role: acuut", "role: accuut"), ("partner: kindertelefoon", "partner: kinderfoon"), ("id: merken", "id: kind")],
)
def test_given_a_mistake_then_it_is_found_with_its_file(tmp_path, written, instead):
    content = shutil.copytree(CONTENT, tmp_path / "content")
    path = content / "safety-plan.yaml"
    path.write_text(path.read_text().replace(written, instead))
    with pytest.raises(ContentError) as refused:
        read_guides(content, read_national(content))
    assert {one.file for one in refused.value.findings} == {"content/safety-plan.yaml"}


def test_given_a_number_that_names_nobody_then_it_is_found(tmp_path):
    content = shutil.copytree(CONTENT, tmp_path / "content")
    path = content / "safety-plan.yaml"
    path.write_text(path.read_text().replace("{role: acuut, text", "{text"))
    with pytest.raises(ContentError, match="names two or none"):
        read_guides(content, read_national(content))
