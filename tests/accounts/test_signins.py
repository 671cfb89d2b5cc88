from datetime import UTC, datetime, timedelta

import pytest

from routekaart.accounts.policy import Permission, Role
from routekaart.accounts.signins import IDLE, LONGEST, note_seen, sign_in, sign_out, sign_out_everywhere, signed_in
from tests.support.desk import account

NOW = datetime(2026, 11, 24, 9, tzinfo=UTC)
KEY = bytes(32)


@pytest.fixture
def editor(session):
    return account(session, Role.EDITOR, "flevoland")


def test_given_a_token_when_asked_then_it_tells_who_it_is_and_what_they_may(session, editor):
    token = sign_in(session, editor.id, is_complete=True, key=KEY, now=NOW)
    user = signed_in(session, token, key=KEY, now=NOW)
    assert (user.email, user.may(Permission.EDIT, "flevoland")) == (editor.email, True)
    assert not user.may(Permission.EDIT, "utrecht")


def test_given_only_a_password_when_asked_then_nothing_may_be_done_yet(session, editor):
    token = sign_in(session, editor.id, is_complete=False, key=KEY, now=NOW)
    assert not signed_in(session, token, key=KEY, now=NOW).may(Permission.LOOK, "flevoland")


@pytest.mark.parametrize("other", [{"token": "anders"}, {"key": b"x" * 32}, {"now": NOW + IDLE}])
def test_given_another_token_key_or_hour_when_asked_then_nobody_is_signed_in(session, editor, other):
    token = sign_in(session, editor.id, is_complete=True, key=KEY, now=NOW)
    asked = {"token": token, "key": KEY, "now": NOW} | other
    assert signed_in(session, **asked) is None


def test_given_somebody_who_works_on_when_the_longest_time_is_over_then_they_sign_in_again(session, editor):
    token = sign_in(session, editor.id, is_complete=True, key=KEY, now=NOW)
    for hour in range(1, 12):
        moment = NOW + timedelta(hours=hour)
        assert signed_in(session, token, key=KEY, now=moment)
        note_seen(session, token, key=KEY, now=moment)
    assert signed_in(session, token, key=KEY, now=NOW + LONGEST) is None


def test_given_two_browsers_when_one_signs_out_then_the_other_stays_and_everywhere_ends_both(session, editor):
    one, other = (sign_in(session, editor.id, is_complete=True, key=KEY, now=NOW) for _ in range(2))
    sign_out(session, one, key=KEY)
    assert signed_in(session, one, key=KEY, now=NOW) is None
    assert signed_in(session, other, key=KEY, now=NOW)
    sign_out_everywhere(session, editor.id)
    assert signed_in(session, other, key=KEY, now=NOW) is None
