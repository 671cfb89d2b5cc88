"""Each file beside this one holds a case, or cases on a shared base; after each stage the advice must be as it says.

`next` is the next question (or `klaar`), at `station` and `open_for` people; `first` is how the list of actions begins;
`actions`, `records` and `never` are ids that are (not) advised; `outcomes` are all outcomes with their people ([]: the
situation); `for` the people of an item, `because` its answers, `partners` who fills its role, `says` part of its text;
`deadlines` the day on which each term ends (null: none yet); `departures` the reasons; `dropped` what no longer counts.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from routekaart.exchange.walk_json import PositionJson, WalkJson
from tests.support import scenarios
from tests.support.scenarios import FINISHED

FILES = sorted(Path(__file__).parent.glob("*.yaml"))
CASES = [pytest.param(case, id=f"{path.stem}: {case.title}") for path in FILES for case in scenarios.read_all(path)]


@pytest.mark.parametrize("case", CASES)
def test_given_a_case_when_walked_then_the_advice_is_as_expected(case):
    for number, (stage, found, dropped) in enumerate(case.walked(), 1):
        seen = {name: observed(found, name, wanted) for name, wanted in stage.expect.items() if name != "dropped"}
        seen |= {"dropped": dropped} if "dropped" in stage.expect else {}
        assert seen == dict(stage.expect), f"{case.title}, stage {number}"


Observe = Callable[[WalkJson, Any], Any]


def observed(found: WalkJson, name: str, wanted: Any) -> Any:
    """What the walk has, in the shape of the expectation, so that a difference reads well."""
    return OBSERVE[name](found, wanted)


def advised(found: WalkJson) -> dict[str, Any]:
    return {one.id: one for one in (*found.actions, *found.records, *found.outcomes, *found.deadlines)}


def at(found: WalkJson, read: Callable[[PositionJson], Any], finished: Any) -> Any:
    return read(found.position) if found.position else finished


def each(read: Callable[[Any, Any], Any]) -> Observe:
    """Of each wanted item what `read` sees; None when it is not advised."""

    def observe(found: WalkJson, wanted: Any) -> Any:
        here = advised(found)
        values = wanted if isinstance(wanted, dict) else dict.fromkeys(wanted)
        return {one: read(here[one], value) if one in here else None for one, value in values.items()}

    return observe


OBSERVE: dict[str, Observe] = {
    "next": lambda found, _: at(found, lambda here: here.question.id, FINISHED),
    "station": lambda found, _: at(found, lambda here: here.step.station, None),
    "open_for": lambda found, _: at(found, lambda here: list(here.people), []),
    "reason_needed": lambda found, _: at(found, lambda here: here.reason_needed, False),
    "first": lambda found, wanted: [one.id for one in found.actions[: len(wanted)]],
    "actions": lambda found, wanted: [one for one in wanted if one in {action.id for action in found.actions}],
    "records": lambda found, wanted: [one for one in wanted if one in {record.id for record in found.records}],
    "never": lambda found, wanted: [one for one in wanted if one not in advised(found)],
    "outcomes": lambda found, _: {one.id: list(one.people) for one in found.outcomes},
    "deadlines": lambda found, _: {one.id: one.ends_on for one in found.deadlines},
    "departures": lambda found, _: {one.id: one.departure for one in found.outcomes if one.departure},
    "for": each(lambda item, _: list(item.people)),
    "because": each(lambda item, _: [said(given) for given in item.because]),
    "partners": each(lambda item, _: [partner.id for partner in item.role.partners] if item.role else None),
    "says": each(lambda item, text: text if text in item.text else item.text),
}


def said(given: Any) -> str:
    at = f"@{given.person}" if given.person else ""
    return f"{given.question}{at}={given.value}"
