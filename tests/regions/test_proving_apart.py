import subprocess
import sys

import pytest

from routekaart.regions.checks import Problem
from routekaart.regions.document import RegionDocument
from routekaart.regions.proving_apart import Unproved, prove_apart, read_problems, written_problems
from tests.support.regions import CONTENT, document_data


def region(**changes) -> RegionDocument:
    return RegionDocument.model_validate(document_data(**changes))


def test_given_a_region_that_adds_nothing_to_the_protocol_when_proved_then_nothing_is_wrong():
    assert prove_apart(CONTENT, region(), None) == ()


def test_given_an_action_that_breaks_a_safety_rule_when_proved_then_the_rule_is_named_and_the_place_in_the_region():
    add = {
        "action": "zelf-praten",
        "kind": "conversation",
        "text": "Praat altijd eerst met de ouders.",
        "source": "regio",
    }
    problems = prove_apart(CONTENT, region(layer={"steps": {"gesprek": {"add": [add]}}}), None)
    assert problems
    assert problems[0].where[:3] == ("layer", "steps", "gesprek")


def test_given_too_little_time_when_proved_then_nothing_is_said_of_the_region():
    with pytest.raises(Unproved):
        prove_apart(CONTENT, region(), None, seconds=0.01)


def test_given_the_web_application_when_loaded_then_z3_is_not():
    code = "import routekaart.web.app, sys; sys.exit('z3' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


def test_given_problems_when_written_then_they_are_read_back():
    problems = (Problem(("layer", "steps", 3), "één", "twee"), Problem((), "x", ""))
    assert read_problems(written_problems(problems)) == problems
