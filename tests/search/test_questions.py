"""Forty questions of a kind that professionals type, each with what should stand first."""

from fnmatch import fnmatch
from pathlib import Path

import pytest
import yaml

QUESTIONS = yaml.safe_load((Path(__file__).parent / "questions.yaml").read_text(encoding="utf-8"))
LEAST_RIGHT = 38


def first(index_of, question):
    """The key of the first hit; empty when there is none."""
    index = index_of(question.get("region", "voorbeeldregio"), question.get("sector", "onderwijs"))
    hits = index.search(question["ask"]).hits
    return hits[0].entry.key if hits else ""


def is_right(index_of, question):
    return any(fnmatch(first(index_of, question), pattern) for pattern in question["first"])


def test_given_forty_questions_when_asked_then_at_least_38_have_the_expected_first_result(index_of):
    wrong = {one["ask"]: first(index_of, one) for one in QUESTIONS if not is_right(index_of, one)}
    print(f"{len(QUESTIONS) - len(wrong)} of {len(QUESTIONS)} right")
    assert len(QUESTIONS) == 40
    assert len(QUESTIONS) - len(wrong) >= LEAST_RIGHT, wrong


@pytest.mark.parametrize("asked", ["amk", "SHG", "advies en meldpunt"])
def test_given_a_name_of_before_2015_when_asked_then_veilig_thuis_stands_first(index_of, asked):
    found = index_of("flevoland", "kinderopvang").search(asked)
    assert found.hits[0].entry.key == "partner:veilig-thuis"


def test_given_a_bruise_when_asked_then_signals_and_what_to_do_about_injuries_are_found(index_of):
    hits = [hit.entry for hit in index_of("voorbeeldregio", "jgz").search("blauwe plek").hits]
    assert any(one.kind == "signal" and "blauwe plek" in one.title.lower() for one in hits)
    assert any(one.kind == "theme" and "letsel" in one.title.lower() for one in hits)
