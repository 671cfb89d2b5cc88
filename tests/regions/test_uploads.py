"""Sheets that wait to be confirmed: for one account and region, an hour long, a few at a time."""

from datetime import UTC, datetime, timedelta

import pytest

from routekaart.accounts.policy import Role
from routekaart.exchange.sheet import Sheet
from routekaart.regions.uploads import KEPT, MOST, keep_upload, purge_uploads, see_again, upload
from tests.support.desk import account

NOW = datetime(2026, 11, 24, 9, tzinfo=UTC)
SHEET = Sheet("Aanbod", (("Naam", "Som"), ("é", 3)), frozenset({(1, 1)}))


@pytest.fixture
def who(session):
    return account(session, Role.COORDINATOR, "hier").id


def kept(session, who, at=NOW, slug="hier"):
    return keep_upload(session, slug, who, "a.xlsx", [SHEET], is_partial=True, seen={"team": 3}, now=at)


def test_given_sheets_when_kept_then_they_come_back_as_they_were(session, who):
    found = upload(session, kept(session, who), "hier", who, now=NOW)
    assert (found.name, found.sheets, found.is_partial, found.seen) == ("a.xlsx", (SHEET,), True, {"team": 3})


def test_given_sheets_when_another_account_or_region_asks_then_they_are_not_there(session, who):
    own = kept(session, who)
    other = account(session, Role.EDITOR, "hier").id
    assert upload(session, own, "hier", other, now=NOW) is None
    assert upload(session, own, "daar", who, now=NOW) is None


def test_given_an_hour_when_it_is_over_then_they_are_not_there_and_are_taken_away(session, who):
    own, late = kept(session, who), NOW + KEPT + timedelta(seconds=1)
    assert upload(session, own, "hier", who, now=late) is None
    purge_uploads(session, late)
    assert upload(session, own, "hier", who, now=NOW) is None


def test_given_many_sheets_of_one_account_when_another_comes_then_the_oldest_goes(session, who):
    ids = [kept(session, who, NOW + timedelta(seconds=at)) for at in range(MOST + 1)]
    assert [upload(session, one, "hier", who, now=NOW) is not None for one in ids] == [False] + [True] * MOST


def test_given_a_draft_that_moved_on_when_seen_again_then_the_new_versions_count(session, who):
    own = kept(session, who)
    see_again(session, own, {"team": 4})
    assert upload(session, own, "hier", who, now=NOW).seen == {"team": 4}
