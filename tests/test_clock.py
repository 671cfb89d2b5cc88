"""The one place that asks the time."""

from datetime import UTC, timedelta

from routekaart import clock


def test_now_is_aware_and_in_utc():
    assert clock.now().tzinfo is UTC


def test_today_is_the_dutch_date_of_now():
    assert abs(clock.today() - clock.now().date()) <= timedelta(days=1)
