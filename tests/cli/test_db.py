"""`routekaart db`, on an instance of its own."""

from datetime import date, timedelta

import pytest
from click.testing import CliRunner, Result

from routekaart import clock
from routekaart.cli import main
from routekaart.regions.revision import all_latest, how_many
from routekaart.storage.database import engine_for, reading, transaction
from routekaart.storage.migrating import is_current
from routekaart.walks import reminders
from routekaart.walks.casefile import CaseFile
from routekaart.walks.store import start

CASE = CaseFile("voorbeeldregio", 1, "onderwijs", "meldcode-2019", date(2026, 5, 12))


@pytest.fixture
def run(tmp_path):
    """Runs a command of `routekaart db` on a new instance."""

    def running(*arguments: str) -> Result:
        environ = {"INSTANCE": str(tmp_path), "DATABASE_URL": ""}
        return CliRunner().invoke(main, ["db", *arguments], env=environ)

    return running


@pytest.fixture
def engine(tmp_path):
    return engine_for(f"sqlite:///{tmp_path}/routekaart.sqlite3")


def test_given_a_new_instance_when_upgraded_and_seeded_then_every_region_is_published_once(run, engine):
    assert run("upgrade").exit_code == 0
    assert is_current(engine)
    assert "voorbeeldregio" in run("seed").output
    assert "0 region(s) seeded" in run("seed").output
    with reading(engine) as session:
        assert how_many(session) == len(all_latest(session)) > 20


def test_given_a_wrong_file_when_seeding_then_it_is_named_and_nothing_is_written(run, engine, tmp_path):
    run("upgrade")
    (tmp_path / "content").mkdir()
    answer = run("seed", "--content", str(tmp_path / "content"))
    assert answer.exit_code == 1
    assert "cannot be read" in answer.output
    with reading(engine) as session:
        assert how_many(session) == 0


def test_given_expired_walks_when_purged_then_they_are_counted(run, engine):
    run("upgrade")
    with transaction(engine) as session:
        start(session, CASE, key=bytes(32), now=clock.now())
        start(session, CASE, key=bytes(32), now=clock.now() - timedelta(days=40))
    assert run("purge").output == "1 expired walk(s) removed.\n"
    assert run("purge").output == "0 expired walk(s) removed.\n"


def test_given_reminders_that_were_never_sent_when_purged_then_those_of_over_a_week_ago_go(run, engine):
    run("upgrade")
    today = clock.today()
    days = [today - timedelta(days=8), today - timedelta(days=7)]
    with transaction(engine) as session:
        reminders.add(session, "iemand@school.nl", days, key=bytes(32), today=min(days))
    run("purge")
    with reading(engine) as session:
        [left] = reminders.due(session, today, key=bytes(32))
    assert len(left.rows) == 1
