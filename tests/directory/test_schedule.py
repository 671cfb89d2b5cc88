from datetime import UTC, date, datetime, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from routekaart.directory import (
    AMSTERDAM,
    Hours,
    OpeningState,
    Period,
    Schedule,
    ScheduleException,
    Weekday,
    opening,
    public_holidays,
)

WORKING_DAYS = tuple(Weekday)[:5]
OFFICE = Schedule(periods=(Period(WORKING_DAYS, Hours(time(9), time(17))),))
NIGHTS = Schedule(periods=(Period(tuple(Weekday), Hours(time(22), time(6))),), open_on_holidays=True)


def dutch(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=AMSTERDAM)


def just_before(moment: datetime) -> datetime:
    """A second earlier in real time, not on the wall clock."""
    return moment.astimezone(UTC) - timedelta(seconds=1)


def test_given_office_hours_when_asked_at_noon_then_it_is_open_until_five():
    now = opening(OFFICE, dutch("2026-11-24 12:00"))
    assert (now.state, now.until) == (OpeningState.OPEN, dutch("2026-11-24 17:00"))


def test_given_office_hours_when_asked_at_closing_time_then_it_is_closed_until_tomorrow():
    now = opening(OFFICE, dutch("2026-11-24 17:00"))
    assert (now.state, now.opens) == (OpeningState.CLOSED, dutch("2026-11-25 09:00"))


def test_given_a_weekend_when_asked_then_it_opens_on_monday():
    assert opening(OFFICE, dutch("2026-11-28 12:00")).opens == dutch("2026-11-30 09:00")


def test_given_a_moment_in_another_zone_when_asked_then_dutch_hours_count():
    assert opening(OFFICE, datetime(2026, 11, 24, 8, 30, tzinfo=UTC)).state is OpeningState.OPEN
    assert opening(OFFICE, datetime(2026, 11, 24, 16, 30, tzinfo=UTC)).state is OpeningState.CLOSED


def test_given_a_moment_without_zone_when_asked_then_it_is_refused():
    with pytest.raises(ValueError, match="time zone"):
        opening(OFFICE, datetime(2026, 11, 24, 12))  # noqa: DTZ001


def test_given_kings_day_when_asked_then_it_is_closed_and_says_why():
    now = opening(OFFICE, dutch("2026-04-27 12:00"))
    assert (now.state, now.reason, now.opens) == (OpeningState.CLOSED, "Koningsdag", dutch("2026-04-28 09:00"))


def test_given_a_partner_that_works_on_holidays_when_asked_at_christmas_then_it_is_open():
    assert opening(NIGHTS, dutch("2026-12-25 23:00")).state is OpeningState.OPEN


def test_given_good_friday_when_asked_then_it_is_a_working_day():
    assert date(2026, 4, 3) not in public_holidays(2026)
    assert opening(OFFICE, dutch("2026-04-03 12:00")).state is OpeningState.OPEN


def test_given_hours_past_midnight_when_asked_in_the_night_then_it_is_open_until_morning():
    assert opening(NIGHTS, dutch("2026-11-24 02:00")).until == dutch("2026-11-24 06:00")


def test_given_the_spring_night_when_asked_then_the_night_is_an_hour_shorter():
    now = dutch("2026-03-29 01:30")
    until = opening(NIGHTS, now).until
    assert until is not None
    assert until.astimezone(UTC) - now.astimezone(UTC) == timedelta(hours=3, minutes=30)


def test_given_the_autumn_night_when_asked_then_the_night_is_an_hour_longer():
    now = dutch("2026-10-25 01:30")
    until = opening(NIGHTS, now).until
    assert until is not None
    assert until.astimezone(UTC) - now.astimezone(UTC) == timedelta(hours=5, minutes=30)


def test_given_an_opening_time_that_the_spring_night_skips_when_asked_then_it_opens_at_the_skip():
    early = Schedule(periods=(Period((Weekday.SUNDAY,), Hours(time(2, 30), time(4))),))
    assert opening(early, dutch("2026-03-29 01:00")).opens == dutch("2026-03-29 03:00")


def test_given_hours_that_touch_when_asked_then_it_is_open_until_the_last():
    split = Schedule(periods=tuple(Period(WORKING_DAYS, Hours(time(a), time(b))) for a, b in ((9, 12), (12, 17))))
    assert opening(split, dutch("2026-11-24 10:00")).until == dutch("2026-11-24 17:00")


def test_given_an_exception_when_asked_within_it_then_it_goes_before_the_week_and_before_holidays():
    closed = ScheduleException(date(2026, 12, 24), date(2026, 12, 31), reason="kerstsluiting")
    short = ScheduleException(date(2027, 1, 1), date(2027, 1, 1), (Hours(time(10), time(11)),))
    schedule = Schedule(periods=OFFICE.periods, exceptions=(closed, short))
    now = opening(schedule, dutch("2026-12-28 12:00"))
    assert (now.reason, now.opens) == ("kerstsluiting", dutch("2027-01-01 10:00"))


def test_given_day_and_night_when_asked_then_it_is_always_open_but_for_an_exception():
    closed = ScheduleException(date(2026, 11, 24), date(2026, 11, 24))
    assert opening(Schedule(always=True), dutch("2026-12-25 03:00")).state is OpeningState.ALWAYS
    assert opening(Schedule(always=True, exceptions=(closed,)), dutch("2026-11-24 12:00")).state is OpeningState.CLOSED
    assert opening(Schedule(always=True, exceptions=(closed,)), dutch("2027-01-24 12:00")).state is OpeningState.ALWAYS


def test_given_no_hours_when_asked_then_nothing_is_claimed():
    assert opening(None, dutch("2026-11-24 12:00")).state is OpeningState.UNKNOWN
    assert opening(Schedule(note="op afspraak"), dutch("2026-11-24 12:00")).state is OpeningState.UNKNOWN


def test_given_only_past_exceptions_when_asked_then_it_is_closed_without_a_promise():
    once = Schedule(exceptions=(ScheduleException(date(2020, 1, 1), date(2020, 1, 1)),))
    assert opening(once, dutch("2026-11-24 12:00")).opens is None


quarters = st.integers(0, 95).map(lambda n: time(n // 4, n % 4 * 15))
periods = st.builds(
    Period,
    st.lists(st.sampled_from(tuple(Weekday)), min_size=1, unique=True).map(tuple),
    st.builds(Hours, quarters, quarters),
)
schedules = st.builds(
    Schedule, periods=st.lists(periods, min_size=1, max_size=4).map(tuple), open_on_holidays=st.booleans()
)
# Around the clock changes, Christmas and ordinary days, to the minute.
moments = st.builds(
    lambda start, minutes: datetime.fromisoformat(start).replace(tzinfo=UTC) + timedelta(minutes=minutes),
    st.sampled_from(["2026-03-28", "2026-10-24", "2026-12-24", "2026-06-10"]),
    st.integers(0, 3 * 24 * 60),
)


@given(schedules, moments)
def test_given_any_schedule_when_asked_then_the_answer_holds_until_its_own_end(schedule, at):
    now = opening(schedule, at)
    if now.state is OpeningState.OPEN:
        assert now.until is not None
        assert now.until > at
        assert opening(schedule, just_before(now.until)).until == now.until
        assert opening(schedule, now.until).state is OpeningState.CLOSED
    elif now.opens is not None:
        assert now.opens > at
        assert opening(schedule, just_before(now.opens)).opens == now.opens
        assert opening(schedule, now.opens).state is not OpeningState.CLOSED


@given(st.builds(Hours, quarters, quarters), st.integers(0, 3 * 24 * 60))
def test_given_one_daily_period_when_the_clock_does_not_change_then_the_wall_clock_decides(hours, minutes):
    schedule = Schedule(periods=(Period(tuple(Weekday), hours),))
    at = dutch("2026-06-09 00:00") + timedelta(minutes=minutes)
    wall = at.timetz().replace(tzinfo=None)
    wraps = hours.closes <= hours.opens
    inside = (wall >= hours.opens or wall < hours.closes) if wraps else hours.opens <= wall < hours.closes
    assert (opening(schedule, at).state in (OpeningState.OPEN, OpeningState.ALWAYS)) == inside
