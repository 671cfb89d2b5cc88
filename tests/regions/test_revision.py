from dataclasses import dataclass, replace
from datetime import UTC, datetime
from threading import Barrier, Thread

from routekaart.regions.revision import (
    PublishedMeanwhile,
    add_revision,
    all_latest,
    how_many,
    latest,
    numbers,
    revision,
)
from routekaart.regions.seeding import seed
from routekaart.storage.database import reading, transaction

NOON = datetime(2026, 5, 12, 12, tzinfo=UTC)


@dataclass(frozen=True)
class Document:
    slug: str
    text: str = "{}"

    def to_json(self) -> str:
        return self.text


def publish(session, document, note=""):
    return add_revision(session, document, author="coordinator", note=note, made_at=NOON)


def test_given_no_revision_when_asked_then_there_is_none(session):
    assert latest(session, "flevoland") is None
    assert all_latest(session) == ()
    assert how_many(session) == 0


def test_given_two_publications_when_read_then_the_newest_leads_and_the_first_is_still_there(session):
    first = publish(session, Document("flevoland", '{"a":1}'), note="eerste")
    second = publish(session, Document("flevoland", '{"a":2}'), note="tweede")
    assert (first.number, second.number) == (1, 2)
    assert latest(session, "flevoland") == second
    assert revision(session, "flevoland", 1) == first
    assert revision(session, "flevoland", 3) is None


def test_given_several_regions_when_all_are_read_then_each_gives_its_newest_by_slug(session):
    publish(session, Document("zeeland"))
    publish(session, Document("flevoland"))
    publish(session, Document("flevoland"))
    assert [(one.slug, one.number) for one in all_latest(session)] == [("flevoland", 2), ("zeeland", 1)]
    assert numbers(session) == {"flevoland": 2, "zeeland": 1}
    assert how_many(session) == 3


def test_given_four_coordinators_at_once_when_they_publish_then_no_number_is_given_twice_or_skipped(engine):
    together, refused = Barrier(4), []

    def publishing() -> None:
        together.wait(5)
        try:
            with transaction(engine) as session:
                publish(session, Document("flevoland"))
        except PublishedMeanwhile:
            refused.append(1)

    threads = [Thread(target=publishing) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    with reading(engine) as session:
        assert how_many(session) == 4 - len(refused) == latest(session, "flevoland").number


def test_given_a_region_that_is_there_when_seeding_then_only_the_missing_ones_are_written(session):
    publish(session, Document("flevoland", '{"mine":true}'))
    documents = [Document("flevoland", '{"file":true}'), Document("zeeland", '{"file":true}')]
    assert seed(session, documents, now=NOON) == ("zeeland",)
    assert latest(session, "flevoland").document == '{"mine":true}'
    assert latest(session, "zeeland").document == '{"file":true}'
    assert seed(session, [replace(documents[1], text="{}")], now=NOON) == ()
