"""The databases that the tests stand on."""

import pytest
from sqlalchemy import inspect, text

from routekaart.storage.database import engine_for
from routekaart.storage.migrating import is_current, upgrade
from tests.support import postgres

LEFT_BEHIND = "INSERT INTO region_revision VALUES ('x', 1, '{}', 'someone', '', CURRENT_TIMESTAMP)"


def test_given_a_database_of_either_kind_then_migrations_made_its_tables(engine):
    assert is_current(engine)
    assert len(inspect(engine).get_table_names()) > 1


@pytest.mark.parametrize("time", ["first", "second"])
def test_given_a_test_that_commits_when_the_next_one_starts_then_its_database_is_empty(engine, time):
    with engine.begin() as connection:
        for table in set(inspect(connection).get_table_names()) - {"alembic_version"}:
            assert connection.execute(text(f"SELECT count(*) FROM {table}")).scalar_one() == 0
        connection.execute(text(LEFT_BEHIND))


def test_given_no_postgresql_on_the_path_then_the_bundled_newer_one_takes_the_migrations(monkeypatch):
    monkeypatch.delenv("DATABASE_URL", raising=False)
    monkeypatch.setenv("PATH", "/usr/sbin:/usr/bin:/sbin:/bin")
    folder = postgres.new_folder()
    try:
        engine = engine_for(postgres.server(folder).render_as_string(hide_password=False))
        upgrade(engine)
        assert is_current(engine)
        engine.dispose()
    finally:
        postgres.stop(folder)
    assert not folder.exists()
