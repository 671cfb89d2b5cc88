"""The whole truth table of the five weighing questions, for one child; vijf-vragen.tsv has the outcomes by hand."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from routekaart.engine.answers import Answers
from routekaart.engine.walk import Walk, answer
from tests.support.scenarios import values_of, written

TABLE = Path(__file__).with_name("vijf-vragen.tsv")
ROWS = [row.split("\t") for row in TABLE.read_text(encoding="utf-8").splitlines() if not row.startswith("#")]
NOT_ASKED, NOT_STARTED = "-", "start"
ANSWERS = ("ja", "nee", "twijfel")
QUESTIONS = [f"afweging-{number}" for number in range(1, 6)]
CHILD = "kind-0-11.1"
BEFORE = {
    "acuut-gevaar": "nee",
    "client-volwassen": "nee",
    "wie": {"kind-0-11": 1},
    "vorm": ["geen"],
    "relatie": ["ouder"],
    "verwijsindex": "nee",
    "ouders-veilig": "ja",
    "praten-veilig": "ja",
}


def walked(disclosure: str, said: list[str]) -> Walk:
    """The walk of somebody who gives these answers, without those that are not asked."""
    given = dict(zip(QUESTIONS, said, strict=True))
    started = {"hulp-loopt": "nee" if given["afweging-5"] == NOT_STARTED else "ja"}
    asked = {name: value for name, value in given.items() if value in ANSWERS}
    here = written().map("voorbeeldregio", "onderwijs").routemap
    everything = BEFORE | {"onthulling": disclosure} | asked | (started if given["afweging-4"] == "ja" else {})
    return answer(here, Answers(), values_of(everything, Answers(), here))


@pytest.mark.parametrize("row", ROWS, ids=" ".join)
def test_given_answers_to_the_five_questions_then_the_outcomes_are_those_of_the_framework(row):
    disclosure, *said, outcomes = row
    found = walked(disclosure, said)
    asked = {one.question.id for one in found.path} & set(QUESTIONS)
    assert not found.dropped
    assert asked == {name for name, value in zip(QUESTIONS, said, strict=True) if value in ANSWERS}
    assert found.position is None or found.position.question.id not in [*QUESTIONS, "hulp-loopt"]
    assert {one.item.id for one in found.outcomes} == set(outcomes.split())
    advised = {one.item.id for one in found.actions}
    assert ("advies-bij-twijfel" in advised) == ("twijfel" in said)
    assert ("weeg-met-veilig-thuis" in advised) == ("melden-norm-1" in outcomes.split())


@pytest.mark.parametrize("disclosure", ["nee", "ja"])
def test_given_every_way_through_the_five_questions_then_the_table_has_it(disclosure):
    assert {tuple(row[1:6]) for row in ROWS if row[0] == disclosure} == set(ways(disclosure, [NOT_ASKED] * 5))
    assert len(ROWS) == len({tuple(row[:6]) for row in ROWS})


def ways(disclosure: str, said: list[str]) -> Iterator[tuple[str, ...]]:
    """Every sequence of answers that the map lets somebody give, from these on; before question 5 help may not run."""
    position = walked(disclosure, said).position
    asked = position.question.id if position else ""
    if asked == QUESTIONS[-1]:
        yield (*said[:-1], NOT_STARTED)
    if asked not in QUESTIONS:
        yield tuple(said)
        return
    for value in ANSWERS:
        at = QUESTIONS.index(asked)
        yield from ways(disclosure, [*said[:at], value, *said[at + 1 :]])
