"""What counts once counts once, also when it is sent many times at the same moment, on both databases."""

from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime
from threading import Barrier

from sqlalchemy import Engine

from routekaart.accounts import account as accounts
from routekaart.accounts import limits, links, totp
from routekaart.accounts.limits import PASSWORD, Turn
from routekaart.accounts.policy import Role
from routekaart.storage.database import transaction
from tests.support.desk import account

NOW = datetime(2026, 11, 24, 9, tzinfo=UTC)
STEP = int(NOW.timestamp()) // totp.SECONDS
SECRET, KEY = b"12345678901234567890", bytes(32)


def at_once(engine: Engine, count: int, act):
    """What `act` gives in so many transactions that begin at the same moment."""
    ready = Barrier(count)

    def run(_):
        ready.wait()
        with transaction(engine) as session:
            return act(session)

    with ThreadPoolExecutor(count) as pool:
        return list(pool.map(run, range(count)))


def with_app(engine: Engine) -> int:
    with transaction(engine) as session:
        row = account(session, Role.EDITOR, "flevoland")
        accounts.set_app(session, row.id, SECRET, totp.code_at(SECRET, STEP - 1), key=KEY, now=NOW)
        return row.id


def test_given_one_code_that_is_sent_four_times_at_once_then_one_counts(engine):
    who, code = with_app(engine), totp.code_at(SECRET, STEP)
    assert sorted(at_once(engine, 4, lambda s: accounts.use_code(s, who, code, key=KEY, now=NOW))) == [False] * 3 + [
        True
    ]


def test_given_one_recovery_code_that_is_sent_four_times_at_once_then_one_counts_and_nine_are_left(engine):
    who = with_app(engine)
    with transaction(engine) as session:
        code = accounts.new_recovery(session, who, KEY)[0]
    assert sum(at_once(engine, 4, lambda s: accounts.use_code(s, who, code, key=KEY, now=NOW))) == 1
    with transaction(engine) as session:
        assert accounts.the_account(session, who).recovery_left == 9


def test_given_one_invitation_that_is_accepted_four_times_at_once_then_one_password_is_set(engine):
    with transaction(engine) as session:
        token = links.invite(session, "a@x.example", "", Role.EDITOR, "flevoland", key=KEY, now=NOW)

    def accept(session):
        try:
            return links.accept(session, token, "hash", key=KEY, now=NOW)
        except links.Refused as refused:
            return refused.why

    assert at_once(engine, 4, accept).count(links.Why.USED) == 3


def test_given_twenty_guesses_at_once_then_ten_are_made(engine):
    turns = at_once(engine, 20, lambda s: limits.take(s, PASSWORD, "a@x.example", key=KEY, now=NOW))
    assert (turns.count(Turn.ALLOWED), turns.count(Turn.LAST), turns.count(Turn.REFUSED)) == (9, 1, 10)
