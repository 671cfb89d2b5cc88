from datetime import UTC, datetime, timedelta

import pytest

from routekaart import config
from routekaart.content.national import read_national
from routekaart.regions import editing, groups
from routekaart.regions.checks import Known
from routekaart.regions.document import RegionGroupDocument
from routekaart.regions.files import read_groups
from routekaart.regions.groups import LiveGroups, StoredGroup
from routekaart.regions.live import LiveRegions
from routekaart.regions.publishing import Grounds, Moved, NotPublishable
from routekaart.regions.revision import all_latest, how_many, latest, numbers
from routekaart.regions.seeding import seed
from routekaart.storage.database import engine_for, transaction
from tests.support.regions import voorbeeldregio

CONTENT = config.ROOT / "content"
GROUP = "voorbeeld-bovenregio"
KEY = groups.key_of(GROUP)
NOW = datetime(2026, 11, 24, 9, tzinfo=UTC)
WHO = {"author": "Coördinator", "now": NOW}


@pytest.fixture
def files():
    return read_groups(CONTENT)


@pytest.fixture
def engine(database_url, files):
    engine = engine_for(database_url)
    with transaction(engine) as session:
        seed(session, map(StoredGroup, files.values()), now=NOW)
        seed(session, [voorbeeldregio()], now=NOW)
    yield engine
    engine.dispose()


@pytest.fixture
def grounds(files):
    known = Known(read_national(CONTENT), {}, frozenset(files), frozenset())
    return Grounds(CONTENT, known, files)


def edit(session, entry_id="verhuizing", kind="agreements", **data):
    editing.open_draft(session, KEY)
    seen = editing.entry(session, KEY, kind, entry_id)
    editing.save(session, seen, {**seen.data, **data}, **WHO)
    return editing.last_change(session, KEY)


def test_given_a_group_when_seeded_twice_then_it_is_there_once_and_is_no_region(engine, files):
    with transaction(engine) as session:
        assert seed(session, map(StoredGroup, files.values()), now=NOW) == ()
        assert numbers(session, groups=True) == {KEY: 1}
        assert numbers(session) == {"voorbeeldregio": 1}
        assert (how_many(session), how_many(session, groups=True)) == (1, 1)
        assert [one.slug for one in all_latest(session)] == ["voorbeeldregio"]


def test_given_a_group_when_its_draft_is_opened_then_it_makes_the_same_document(engine, files):
    with transaction(engine) as session:
        editing.open_draft(session, KEY)
        assert (
            groups.look(session, GROUP, (), Grounds(CONTENT, Known(read_national(CONTENT), {}))).document
            == files[GROUP]
        )


def test_given_a_database_without_groups_when_asked_then_those_of_the_files_hold(database_url, files):
    engine = engine_for(database_url)
    live = LiveRegions(engine, RegionGroupDocument.model_validate_json, lambda: NOW, groups=True)
    found = LiveGroups(files, live).all()
    assert {slug: (one.number, one.document) for slug, one in found.items()} == {GROUP: (0, files[GROUP])}
    engine.dispose()


def test_given_a_new_revision_when_two_seconds_passed_then_it_is_live_and_the_regions_are_as_they_were(engine, files):
    time = [NOW]
    found = LiveGroups(
        files, LiveRegions(engine, RegionGroupDocument.model_validate_json, lambda: time[0], groups=True)
    )
    regions = LiveRegions(engine, lambda text: text, lambda: time[0])
    before, untouched = found.all(), regions.all()
    with transaction(engine) as session:
        renamed = StoredGroup(files[GROUP].model_copy(update={"name": "Anders"}))
        groups.add_revision(session, renamed, author="x", note="x", made_at=NOW)
    time[0] += timedelta(seconds=2)
    assert before is not found.all()
    assert (found.all()[GROUP].number, found.all()[GROUP].document.name) == (2, "Anders")
    assert regions.all() is untouched


def test_given_an_agreement_on_a_covenant_that_is_gone_when_published_then_it_is_refused(engine, grounds):
    with transaction(engine) as session:
        seen = edit(session, covenant="weg")
        with pytest.raises(NotPublishable, match="weg"):
            groups.publish(session, GROUP, seen=seen, note="x", members=(), grounds=grounds, **WHO)


def test_given_a_region_that_rests_on_a_covenant_of_the_group_when_it_goes_then_the_region_is_named(engine, grounds):
    region = voorbeeldregio()
    own = region.agreements[0].model_copy(update={"covenant": "bovenregionaal-protocol"})
    region = region.model_copy(update={"agreements": (own, *region.agreements[1:])})
    with transaction(engine) as session:
        edit(session, covenant=None)
        editing.remove(session, editing.entry(session, KEY, "covenants", "bovenregionaal-protocol"), **WHO)
        (problem,) = groups.look(session, GROUP, [region], grounds).problems
    assert problem.where == (groups.IN_REGION, "Voorbeeldregio")


def test_given_a_draft_that_moved_when_published_then_nothing_is_written(engine, grounds):
    with transaction(engine) as session:
        seen = edit(session, term="binnen een week")
        edit(session, term="binnen een dag")
        with pytest.raises(Moved):
            groups.publish(session, GROUP, seen=seen, note="x", members=(), grounds=grounds, **WHO)
        assert latest(session, KEY).number == 1
