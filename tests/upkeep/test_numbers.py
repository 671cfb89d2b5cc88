"""Reports of calls: when a number is in doubt, and when not."""

from datetime import UTC, datetime, timedelta

import pytest

from routekaart.upkeep import numbers
from routekaart.upkeep.numbers import Called, Outcome
from routekaart.upkeep.standing import read

NOW = datetime(2026, 11, 24, 12, tzinfo=UTC)
TEAM = Called("r", "team", "0199-00 00 02")
DAY = timedelta(days=1)


@pytest.fixture
def tell(session):
    def tell(outcome=Outcome.WRONG, called=TEAM, now=NOW, once=""):
        tell.count += 1
        return numbers.report(session, called, outcome, once=(once or f"form {tell.count}").encode().ljust(32), now=now)

    tell.count = 0
    return tell


def test_given_two_wrong_within_thirty_days_then_the_number_is_in_doubt(session, tell):
    tell(now=NOW - 29 * DAY)
    assert list(numbers.doubtful(session)) == []
    tell()
    assert list(numbers.doubtful(session)) == [TEAM]
    assert read(session).of("r", 1).doubtful == {("team", TEAM.number)}
    assert not read(session).of("elders", 1).doubtful


def test_given_two_wrong_further_apart_then_it_is_not(session, tell):
    tell(now=NOW - 31 * DAY)
    tell()
    assert list(numbers.doubtful(session)) == []


def test_given_two_wrong_of_different_numbers_then_neither_is_in_doubt(session, tell):
    tell()
    tell(called=Called("r", "team", "0199-00 00 03"))
    assert list(numbers.doubtful(session)) == []


def test_given_a_number_in_doubt_then_it_stays_so_until_it_is_cleared(session, tell):
    tell()
    tell()
    tell(Outcome.SPOKEN, now=NOW + 60 * DAY)
    assert list(numbers.doubtful(session)) == [TEAM]
    numbers.clear(session, TEAM, author="c", now=NOW + 61 * DAY)
    assert list(numbers.doubtful(session)) == []


def test_given_more_reports_than_an_hour_holds_then_the_rest_counts_no_more(session, tell):
    kept = [tell(Outcome.SPOKEN) for _ in range(numbers.MOST_PER_HOUR + 3)]
    assert kept.count(True) == numbers.MOST_PER_HOUR
    assert tell(now=NOW + timedelta(hours=2))


def test_given_a_form_that_came_twice_then_it_counts_once(session, tell):
    assert [tell(once="same"), tell(once="same")] == [True, False]


def test_given_a_number_that_is_published_no_more_then_it_is_not_told(session, tell):
    tell()
    tell()
    assert numbers.reported(session, "r", lambda called: False, NOW) == []
    [one] = numbers.reported(session, "r", lambda called: True, NOW)
    assert (one.called, one.wrong, one.doubtful_since) == (TEAM, 2, NOW)
