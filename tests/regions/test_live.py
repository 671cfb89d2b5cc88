import json
import logging
from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import event

from routekaart.regions.live import LiveRegions
from routekaart.regions.revision import add_revision
from routekaart.storage.database import engine_for, transaction
from tests.regions.test_revision import Document

NOON = datetime(2026, 5, 12, 12, tzinfo=UTC)


class Clock:
    def __init__(self) -> None:
        self.time = NOON

    def __call__(self) -> datetime:
        return self.time

    def later(self, **span: float) -> None:
        self.time += timedelta(**span)


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def live(engine, clock) -> LiveRegions:
    return LiveRegions(engine, json.loads, clock)


def publish(engine, slug: str, text: str) -> None:
    with transaction(engine) as session:
        add_revision(session, Document(slug, text), author="a", note="", made_at=NOON)


def test_given_a_published_region_when_asked_then_its_document_and_number_come_back(engine, live):
    publish(engine, "flevoland", '{"naam":"Flevoland"}')
    assert live.get("flevoland").document == {"naam": "Flevoland"}
    assert live.get("flevoland").number == 1
    assert live.get("atlantis") is None


def test_given_another_process_that_publishes_when_a_second_has_passed_then_it_is_seen(engine, live, clock):
    publish(engine, "flevoland", "1")
    assert live.get("flevoland").document == 1
    publish(engine, "flevoland", "2")
    clock.later(seconds=0.9)
    assert live.get("flevoland").document == 1
    clock.later(seconds=0.2)
    assert live.get("flevoland").document == 2


def test_given_a_new_region_when_a_second_has_passed_then_the_other_documents_are_not_read_again(engine, live, clock):
    publish(engine, "flevoland", "[]")
    before = live.get("flevoland")
    publish(engine, "zeeland", "[]")
    clock.later(seconds=1)
    assert list(live.all()) == ["flevoland", "zeeland"]
    assert live.get("flevoland") is before


def test_given_many_requests_within_a_second_when_served_then_the_database_is_asked_once(engine, live, clock):
    live.all()
    asked: list[str] = []
    event.listen(engine, "before_cursor_execute", lambda *args: asked.append(args[2]))
    for _ in range(100):
        live.get("flevoland")
    assert asked == []
    clock.later(seconds=1)
    for _ in range(100):
        live.get("flevoland")
    assert len([statement for statement in asked if statement.startswith("SELECT")]) == 1


def test_given_a_clock_that_was_set_back_when_asked_then_the_database_is_still_looked_at(engine, live, clock):
    live.all()
    publish(engine, "flevoland", "1")
    clock.later(hours=-2)
    assert live.get("flevoland").document == 1


def test_given_a_document_of_a_newer_release_when_seen_then_the_old_one_stays(engine, live, clock, caplog):
    publish(engine, "flevoland", "1")
    publish(engine, "zeeland", "1")
    live.all()
    publish(engine, "flevoland", "not for this release")
    publish(engine, "zeeland", "2")
    clock.later(seconds=1)
    assert (live.get("flevoland").document, live.get("zeeland").document) == (1, 2)
    assert "revision 2 of region flevoland cannot be read" in caplog.text


def test_given_a_database_that_went_away_when_asked_then_the_regions_stay(tmp_path, sqlite_databases, clock, caplog):
    engine = engine_for(sqlite_databases.at(tmp_path / "gone.sqlite3"))
    publish(engine, "flevoland", "1")
    live = LiveRegions(engine, json.loads, clock)
    live.all()
    with transaction(engine) as session:
        session.connection().exec_driver_sql("DROP TABLE region_revision")
    clock.later(seconds=1)
    with caplog.at_level(logging.WARNING):
        assert live.get("flevoland").document == 1
    assert "the database did not answer" in caplog.text
