"""`routekaart content graph` and `export`; `check` stands in tests/content/test_check.py."""

import shutil
from datetime import UTC, datetime
from pathlib import Path
from xml.etree import ElementTree

import pytest
from click.testing import CliRunner

from routekaart.cli import main
from routekaart.regions import editing
from routekaart.regions.revision import add_revision
from routekaart.storage.database import engine_for, transaction
from tests.support.regions import CONTENT

SLUG = "voorbeeldregio"


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
    assert texts(tmp_path / "out" / "region-groups") == texts(CONTENT / "region-groups") != {}


def texts(folder: Path) -> dict[str, str]:
    return {path.name: path.read_text(encoding="utf-8") for path in folder.glob("*.yaml")}


def test_given_edits_at_the_desk_when_exported_and_imported_in_an_empty_database_then_an_export_is_the_same_to_the_byte(
    run, tmp_path
):
    run("db", "upgrade")
    run("db", "seed")
    _edit_and_publish(tmp_path)
    assert run("content", "export", str(tmp_path / "first")).exit_code == 0
    assert texts(tmp_path / "first") != texts(CONTENT / "regions")
    shutil.copytree(CONTENT, tmp_path / "content", ignore=shutil.ignore_patterns("regions"))
    shutil.copytree(tmp_path / "first", tmp_path / "content" / "regions")
    (tmp_path / "routekaart.sqlite3").unlink()
    run("db", "upgrade")
    assert run("db", "seed", "--content", str(tmp_path / "content")).exit_code == 0
    assert run("content", "export", str(tmp_path / "second")).exit_code == 0
    assert texts(tmp_path / "second") == texts(tmp_path / "first")


def _edit_and_publish(instance: Path) -> None:
    """An edit of each sort: a changed, a new and a removed entry, a text with odd characters, and one taken back."""
    engine = engine_for(f"sqlite:///{instance}/routekaart.sqlite3")
    who = {"author": "Redacteur", "now": datetime(2026, 11, 24, tzinfo=UTC)}
    with transaction(engine) as session:
        editing.open_draft(session, SLUG)
        team = editing.entry(session, SLUG, "partners", "wijkteams-voorbeeldstad")
        odd = "Regel één: “ja” – 'nee'\n  - geen lijst #geen opmerking\n\nnull"
        editing.save(session, team, {**team.data, "note": odd, "municipalities": []}, **who)
        editing.add(session, SLUG, "training", {"id": "yes", "title": "0123", "what": "true: ~"}, **who)
        gone = editing.entries(session, SLUG, "agreements")[-1]
        editing.remove(session, gone, **who)
        kept = editing.entries(session, SLUG, "covenants")[0]
        editing.remove(session, kept, **who)
        editing.undo(session, editing.changes(session, SLUG, most=1)[0].number, **who)
        document = editing.draft_document(session, SLUG)
        made = add_revision(session, document, author="Redacteur", note="", made_at=who["now"])
        editing.mark_published(session, SLUG, made.number)
    engine.dispose()
