import re
from datetime import UTC, date, datetime, time, timedelta
from uuid import UUID
from zoneinfo import ZoneInfo

import pytest
from icalendar import Calendar

from routekaart.exchange.icalendar import Entry, calendar
from routekaart.presenters.appointments import appointments
from routekaart.presenters.result import deadlines
from tests.support.cases import choosing, real_place, walked

MADE = datetime(2026, 11, 24, 8, 5, tzinfo=UTC)
UIDS = [UUID(int=number, version=4) for number in range(1, 4)]
TELLING = re.compile(r"routekaart|meld|veilig|thuis|geweld|mishandel|kind|doorloop|zorg|regio|hulp|huisverbod", re.I)


def events(content):
    return Calendar.from_ical(content).walk("VEVENT")


def test_given_days_then_each_is_a_whole_day_in_the_file():
    days = [date(2026, 12, 1), date(2026, 12, 31)]
    found = events(calendar(map(Entry, UIDS, days), made_at=MADE))
    assert [(one.decoded("dtstart"), one.decoded("dtend")) for one in found] == [
        (date(2026, 12, 1), date(2026, 12, 2)),
        (date(2026, 12, 31), date(2027, 1, 1)),
    ]
    assert {str(one["summary"]) for one in found} == {"Afspraak nakijken"}
    assert [UUID(str(one["uid"])) for one in found] == UIDS[:2]
    assert {one.decoded("dtstamp") for one in found} == {MADE}


@pytest.mark.parametrize("day", [date(2026, 12, 1), date(2027, 3, 28), date(2027, 3, 29), date(2026, 10, 25)])
def test_given_a_day_then_the_reminder_is_at_nine_in_the_morning_before_also_when_the_clock_changes(day):
    (event,) = events(calendar([Entry(UIDS[0], day)], made_at=MADE))
    (alarm,) = event.walk("VALARM")
    midnight = datetime.combine(day, time(), ZoneInfo("Europe/Amsterdam")).astimezone(UTC)
    reminder = (midnight + alarm.decoded("trigger")).astimezone(ZoneInfo("Europe/Amsterdam"))
    assert reminder.replace(tzinfo=None) == datetime.combine(day - timedelta(days=1), time(9))


def test_given_a_file_then_it_is_made_up_as_the_standard_asks_and_says_nothing():
    content = calendar([Entry(UIDS[0], date(2026, 12, 1))], made_at=MADE)
    lines = content.decode().split("\r\n")
    assert lines[0] == "BEGIN:VCALENDAR"
    assert "VERSION:2.0" in lines
    assert all(len(line.encode()) <= 75 for line in lines)
    assert not TELLING.search(content.decode())


def test_given_no_days_then_the_file_is_an_empty_calendar():
    assert events(calendar([], made_at=MADE)) == []


def reported(**more):
    wanted = {"acuut-gevaar": "nee", "wie": {"kind-0-11": 1}, "onthulling": "nee"} | more
    return walked(real_place(), choosing(wanted, day="2026-11-25"))


def test_given_a_walk_then_each_dated_term_and_each_day_that_one_agreed_is_an_appointment():
    walk = reported(**{"melding-datum": "2026-11-24"})
    terms = deadlines(walk, real_place().directory, lambda day: False)
    found = {one.key: one.on for one in appointments(walk, terms, ())}
    assert found["end/besluit-veilig-thuis"] == date(2026, 12, 1)
    assert found["start/evaluatie-datum"] == date(2026, 11, 25)
    assert "start/melding-datum" not in found
    assert list(found.values()) == sorted(found.values())


def test_given_a_day_that_nobody_knows_yet_then_there_is_no_appointment():
    walk = reported(**{"melding-datum": "weet-niet"})
    terms = deadlines(walk, real_place().directory, lambda day: False)
    assert "end/besluit-veilig-thuis" not in {one.key for one in appointments(walk, terms, ())}


def test_given_looks_that_were_agreed_then_each_day_is_one_appointment():
    walk = reported()
    looks = [date(2026, 12, 3), date(2026, 12, 3)]
    found = {one.key: one.on for one in appointments(walk, [], looks)}
    assert found == {"look/2026-12-03": date(2026, 12, 3)}
