from datetime import UTC, datetime, timedelta, timezone
from threading import Event, Thread

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import Engine, create_engine, insert, select, text

import routekaart.walks.reminders
import routekaart.walks.store  # noqa: F401  its table is in the metadata
from routekaart.regions.tables import RegionRevision
from routekaart.storage.database import Base, engine_for, reading, scrub, transaction
from routekaart.storage.migrating import is_current, upgrade

NOON = datetime(2026, 5, 12, 12, tzinfo=UTC)


def row(slug: str, made_at: datetime = NOON) -> dict[str, object]:
    return {"slug": slug, "number": 1, "document": "{}", "author": "a", "note": "n", "made_at": made_at}


def slugs(engine: Engine) -> list[str]:
    with reading(engine) as session:
        return list(session.scalars(select(RegionRevision.slug).order_by(RegionRevision.slug)))


def test_given_a_migrated_database_when_compared_with_the_tables_then_nothing_differs(engine):
    with engine.connect() as connection:
        assert compare_metadata(MigrationContext.configure(connection), Base.metadata) == []


def test_given_an_empty_database_when_it_is_upgraded_twice_then_it_is_current(tmp_path):
    engine = engine_for(f"sqlite:///{tmp_path}/new.sqlite3")
    assert not is_current(engine)
    upgrade(engine)
    upgrade(engine)
    assert is_current(engine)


def test_given_four_starts_at_once_when_each_upgrades_then_all_succeed(tmp_path):
    url = f"sqlite:///{tmp_path}/new.sqlite3"
    failures: list[Exception] = []

    def start() -> None:
        try:
            upgrade(engine_for(url))
        except Exception as error:
            failures.append(error)

    threads = [Thread(target=start) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert failures == []


def test_given_an_error_when_it_passes_through_a_transaction_then_nothing_is_kept(engine):
    def failing() -> None:
        with transaction(engine) as session:
            session.execute(insert(RegionRevision).values(row("flevoland")))
            raise RuntimeError

    with pytest.raises(RuntimeError):
        failing()
    assert slugs(engine) == []


def test_given_a_transaction_that_ends_well_when_read_then_it_is_kept(engine):
    with transaction(engine) as session:
        session.execute(insert(RegionRevision).values(row("flevoland")))
    assert slugs(engine) == ["flevoland"]


def test_given_a_writer_that_is_busy_when_another_reads_and_writes_then_the_reader_goes_on_and_the_writer_waits(engine):
    first_wrote, may_finish = Event(), Event()

    def first() -> None:
        with transaction(engine) as session:
            session.execute(insert(RegionRevision).values(row("a")))
            first_wrote.set()
            may_finish.wait(5)

    def second() -> None:
        with transaction(engine) as session:
            session.execute(insert(RegionRevision).values(row("b")))

    threads = [Thread(target=first), Thread(target=second)]
    threads[0].start()
    first_wrote.wait(5)
    threads[1].start()
    assert "a" not in slugs(engine)
    may_finish.set()
    for thread in threads:
        thread.join()
    assert slugs(engine) == ["a", "b"]


def test_given_a_moment_of_another_zone_when_read_back_then_it_is_the_same_moment_in_utc(engine):
    amsterdam = NOON.astimezone(timezone(timedelta(hours=2)))
    with transaction(engine) as session:
        session.execute(insert(RegionRevision).values(row("flevoland", amsterdam)))
    with reading(engine) as session:
        found = session.scalar(select(RegionRevision.made_at))
    assert (found, found.tzinfo) == (NOON, UTC)


def test_given_a_moment_without_a_zone_when_it_is_kept_then_it_is_refused(engine):
    with pytest.raises(Exception, match="without a time zone"), transaction(engine) as session:
        session.execute(insert(RegionRevision).values(row("flevoland", NOON.replace(tzinfo=None))))


def test_given_sqlite_when_connected_then_it_is_safe_and_wipes_what_is_deleted(tmp_path):
    engine = engine_for(f"sqlite:///{tmp_path}/x.sqlite3")
    with engine.connect() as connection:
        got = {name: connection.execute(text(f"PRAGMA {name}")).scalar() for name in PRAGMAS}
    assert got == PRAGMAS


PRAGMAS = {"journal_mode": "wal", "foreign_keys": 1, "secure_delete": 1, "busy_timeout": 5000, "synchronous": 1}


def test_given_removed_rows_when_scrubbed_then_the_files_hold_nothing_of_them(tmp_path):
    engine = engine_for(f"sqlite:///{tmp_path}/x.sqlite3")
    upgrade(engine)
    with transaction(engine) as session:
        session.execute(insert(RegionRevision).values(row("gemarkeerd-a1b2c3")))
    with transaction(engine) as session:
        session.execute(text("DELETE FROM region_revision"))
    scrub(engine)
    assert [path.name for path in tmp_path.iterdir() if b"gemarkeerd-a1b2c3" in path.read_bytes()] == []


def test_given_postgresql_when_scrubbed_then_nothing_happens():
    scrub(create_engine("postgresql+psycopg://nobody@localhost:1/none"))
