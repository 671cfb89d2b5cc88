"""Reminders in the database: an address and a day, and nothing that leads to a walk."""

from datetime import date, timedelta

import pytest
from sqlalchemy import inspect, text

from routekaart.walks import reminders

KEY, OTHER_KEY = bytes(32), bytes(range(32))
TODAY = date(2026, 11, 24)
ME, YOU = "iemand@school.nl", "ander@school.nl"


def days(*ahead):
    return [TODAY + timedelta(days=one) for one in ahead]


def add(session, address, *ahead):
    return reminders.add(session, address, days(*ahead), key=KEY, today=TODAY)


def due(session, after=0, key=KEY):
    return reminders.due(session, TODAY + timedelta(days=after), key=key)


def count(session):
    return session.execute(text("SELECT count(*) FROM reminder")).scalar_one()


def test_given_days_then_each_is_due_on_its_day_and_not_before(session):
    made = add(session, ME, 3, 9)
    assert [one.on for one in made] == days(3, 9)
    assert due(session, 2) == []
    assert [one.address for one in due(session, 3)] == [ME]
    reminders.sent(session, due(session, 3)[0])
    assert due(session, 8) == []
    assert len(due(session, 9)) == 1


def test_given_an_address_that_was_asked_for_often_then_it_is_one_mail(session):
    add(session, ME, 3)
    add(session, ME, 3, 2)
    add(session, YOU, 3)
    found = due(session, 3)
    assert sorted((one.address, len(one.rows)) for one in found) == [(YOU, 1), (ME, 3)]
    for one in found:
        reminders.sent(session, one)
    assert count(session) == 0


def test_given_what_a_walk_made_when_removed_then_the_rows_of_others_stay(session):
    mine = add(session, ME, 3, 9)
    add(session, ME, 3)
    reminders.remove(session, mine)
    assert count(session) == 1
    reminders.remove(session, mine)


def test_given_the_token_of_a_mail_then_it_stops_every_reminder_to_that_address_alone(session):
    add(session, ME, 3, 9)
    add(session, YOU, 3)
    assert reminders.stop(session, reminders.stop_token(ME, key=KEY), key=KEY) == 2
    assert [one.address for one in due(session, 9)] == [YOU]


@pytest.mark.parametrize("token", ["", "A" * 43, "é", reminders.stop_token(ME, key=OTHER_KEY), ME])
def test_given_a_token_that_nobody_mailed_then_nothing_is_stopped(session, token):
    add(session, ME, 3)
    assert reminders.stop(session, token, key=KEY) == 0
    assert count(session) == 1


def test_given_what_could_not_be_sent_for_a_week_then_it_is_removed(session):
    add(session, ME, 0, 1)
    reminders.purge(session, TODAY + timedelta(days=7))
    assert count(session) == 2
    assert reminders.purge(session, TODAY + timedelta(days=8)) == 1
    assert count(session) == 1


def test_given_a_new_reminder_then_what_is_too_old_goes_with_it(session):
    add(session, ME, 0)
    reminders.add(session, YOU, days(30), key=KEY, today=TODAY + timedelta(days=20))
    assert count(session) == 1


def test_given_the_key_of_another_installation_then_nothing_can_be_read(session):
    add(session, ME, 0)
    assert due(session, key=OTHER_KEY) == []


def test_given_rows_then_they_hold_an_id_a_ciphertext_of_one_size_and_a_day(session):
    add(session, "a@b.nl", 3)
    add(session, f"{'lang' * 15}@{'hier.' * 20}nl", 3)
    assert sorted(one["name"] for one in inspect(session.connection()).get_columns("reminder")) == [
        "id",
        "on_day",
        "sealed",
    ]
    sealed = session.execute(text("SELECT sealed FROM reminder")).scalars().all()
    assert len({len(one) for one in sealed}) == 1
    assert not any(b"@" in one and b"b.nl" in one for one in sealed)
