"""Each file beside this one is a case; after each stage the advice must be as it says.

`next` is the next question (or `klaar`) in `station`, `first` how the list of actions begins, `actions`, `records` and `never` ids that
are (not) advised, `outcomes` all outcomes with their people ([] is the situation), `for` the people of an item,
`deadlines` the day on which each term ends (null: no day yet), `departures`, `dropped`, `because` and `says`.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from routekaart.exchange.walk_json import WalkJson
from tests.support import scenarios
from tests.support.scenarios import FINISHED

FILES = sorted(Path(__file__).parent.glob("*.yaml"))


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_given_a_case_when_walked_then_the_advice_is_as_expected(path):
    for number, (stage, found, dropped) in enumerate(scenarios.read(path).walked(), 1):
        seen = {name: observed(found, name, wanted) for name, wanted in stage.expect.items() if name != "dropped"}
        seen |= {"dropped": dropped} if "dropped" in stage.expect else {}
        assert seen == dict(stage.expect), f"{path.name}, stage {number}"


def observed(found: WalkJson, name: str, wanted: Any) -> Any:
    """What the walk has, in the shape of the expectation, so that a difference reads well."""
    everything = {one.id: one for one in (*found.actions, *found.records, *found.outcomes, *found.deadlines)}
    match name:
        case "next":
            return found.position.question.id if found.position else FINISHED
        case "open_for":
            return list(found.position.people) if found.position else []
        case "station":
            return found.position.step.station if found.position else None
        case "reason_needed":
            return found.position is not None and found.position.reason_needed
        case "first":
            return [one.id for one in found.actions[: len(wanted)]]
        case "actions" | "records":
            present = {one.id for one in getattr(found, name)}
            return [one for one in wanted if one in present]
        case "never":
            return [one for one in wanted if one not in everything]
        case "outcomes":
            return {one.id: list(one.people) for one in found.outcomes}
        case "for":
            return {one: list(everything[one].people) if one in everything else None for one in wanted}
        case "deadlines":
            return {one.id: one.ends_on for one in found.deadlines}
        case "departures":
            return {one.id: one.departure for one in found.outcomes if one.departure}
        case "because":
            return {one: [said(given) for given in everything[one].because] for one in wanted if one in everything}
        case "partners":
            roles = {one: everything[one].role for one in wanted}
            return {one: [p.id for p in role.partners] if role else None for one, role in roles.items()}
        case "says":
            return {one: text for one, text in wanted.items() if text in everything[one].text}
    raise AssertionError(f"unknown expectation {name}")


def said(given: Any) -> str:
    at = f"@{given.person}" if given.person else ""
    return f"{given.question}{at}={given.value}"
