"""`routekaart content graph` and `export`; `check` stands in tests/content/test_check.py."""

from pathlib import Path
from xml.etree import ElementTree

import pytest
from click.testing import CliRunner

from routekaart.cli import main
from tests.support.regions import CONTENT


@pytest.fixture
def run(tmp_path):
    def running(*arguments: str):
        return CliRunner().invoke(main, list(arguments), env={"INSTANCE": str(tmp_path), "DATABASE_URL": ""})

    return running


@pytest.mark.parametrize("size", ["full", "strip", "vertical"])
def test_given_a_size_when_drawn_then_the_file_is_an_svg_that_stands_on_its_own(run, tmp_path, size):
    file = tmp_path / "kaart.svg"
    assert run("content", "graph", "--sector", "huisartsen-artsen", "--size", size, "-o", str(file)).exit_code == 0
    assert ElementTree.parse(file).getroot().tag == "{http://www.w3.org/2000/svg}svg"


def test_given_no_file_when_drawn_then_the_drawing_goes_to_the_terminal(run):
    assert run("content", "graph").output.startswith("<svg")


def test_given_an_unknown_sector_when_drawn_then_the_nearest_is_told(run):
    answer = run("content", "graph", "--sector", "onderwijz")
    assert (answer.exit_code, 'unknown sector "onderwijz"; expected: onderwijs' in answer.output) == (1, True)


def test_given_a_seeded_database_when_exported_then_each_file_is_the_same_to_the_byte(run, tmp_path):
    run("db", "upgrade")
    run("db", "seed")
    assert run("content", "export", str(tmp_path / "out")).exit_code == 0
    assert texts(tmp_path / "out") == texts(CONTENT / "regions")


def texts(folder: Path) -> dict[str, str]:
    return {path.name: path.read_text(encoding="utf-8") for path in folder.glob("*.yaml")}
