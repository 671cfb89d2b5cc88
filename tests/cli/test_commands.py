"""The command and how it refuses."""

import pytest
from click.testing import CliRunner

from routekaart.cli import COMMANDS, main


@pytest.mark.parametrize("name", COMMANDS)
def test_given_a_command_when_asked_for_help_then_it_explains_itself(name):
    answer = CliRunner().invoke(main, [name, "--help"])
    assert answer.exit_code == 0
    assert len(answer.output.splitlines()) > 3


def test_given_an_unknown_command_then_it_is_refused():
    assert CliRunner().invoke(main, ["onbekend"]).exit_code == 2


def test_given_a_wrong_setting_when_serving_then_it_says_which_and_exits_with_1(tmp_path):
    answer = CliRunner().invoke(main, ["serve"], env={"INSTANCE": str(tmp_path), "PORT": "no"})
    assert answer.exit_code == 1
    assert "PORT=no: not a port; expected a number from 1 to 65535" in answer.output
