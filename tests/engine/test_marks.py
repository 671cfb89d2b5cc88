"""What a walk finds for everybody at once is what its conditions say, read one by one for each person."""

from __future__ import annotations

import pytest
from hypothesis import given, settings

from routekaart import config
from routekaart.atlas import Atlas
from routekaart.engine.answers import Answers
from routekaart.engine.conditions import holds
from routekaart.engine.proofs.paths import Seen
from routekaart.engine.vocabulary import CATEGORIES_IN, Question
from routekaart.engine.walk import Walk, walk
from tests.support.protocol import mini
from tests.support.walks import finished_answers

MINI = mini()
REAL = Atlas(config.ROOT / "content").routemap("meldcode-2019", "onderwijs")


def as_read_one_by_one(found: Walk) -> set[tuple[str, str]]:
    """For whom each part of the advice holds, by reading its condition."""
    return {
        (item.id, person.id if person else "")
        for item in found.routemap.items()
        for person in (found.people if found.routemap.is_for_each(item.id) else (None,))
        if person is None or person.category in CATEGORIES_IN[item.scope]
        if not isinstance(item, Question) and holds(item.when, Seen(found, person))
    }


def as_walked(found: Walk) -> set[tuple[str, str]]:
    return {
        (one.item.id, person.id if person else "")
        for one in found.advised
        for person in (one.people if found.routemap.is_for_each(one.item.id) else (None,))
    }


@pytest.mark.parametrize("routemap", [MINI, REAL], ids=["mini", "real"])
def test_given_a_finished_walk_then_its_advice_is_what_each_condition_says(routemap):
    @settings(max_examples=25, deadline=None)
    @given(finished_answers(routemap))
    def holds_for(answers: Answers) -> None:
        found = walk(routemap, answers)
        assert as_walked(found) == as_read_one_by_one(found)

    holds_for()
