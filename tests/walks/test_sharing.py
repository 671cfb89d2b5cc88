"""A second code for a colleague: what it opens, what it allows, and what it can never do."""

from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from threading import Barrier

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import select, text

from routekaart.storage.database import reading, transaction
from routekaart.walks import sharing, store
from routekaart.walks.casefile import CaseFile
from routekaart.walks.casework import Share, View
from routekaart.walks.resume import Kind, Mistyped, OtherKind, from_words, new_secret, to_words
from routekaart.walks.seal import FIRST_STEP
from routekaart.walks.store import Conflict, Corrupt, Expired, SealedWalk, Unknown, open_walk, purge_expired, start

NOON = datetime(2026, 5, 12, 12, tzinfo=UTC)
TODAY = NOON.date()
KEY = bytes(range(32))
CASE = CaseFile("voorbeeldregio", 3, "onderwijs", "meldcode-2019", TODAY)
VIEW = View(TODAY, "aandachtsfunctionaris", "zelfde", "ik zie dit ook")


def days(count: float) -> datetime:
    return NOON + timedelta(days=count)


def shared(session, *, may_add: bool = True, kept: int = 30, now: datetime = NOON):
    """A walk with one share: the owner's secret, and the share."""
    opened = start(session, CASE, key=KEY, now=now, days=kept)
    asked = Share(now.date(), function="aandachtsfunctionaris", may_add=may_add)
    share = sharing.give(session, opened, asked, key=KEY, days=kept)
    keep(session, opened, replace(CASE, shares=(share,)), now, kept)
    return opened.secret, share


def keep(session, opened, case, now=NOON, kept=30):
    return store.keep(session, opened, case, key=KEY, now=now, days=kept)


def owners(session, secret, now=NOON):
    return open_walk(session, secret, key=KEY, now=now)


def colleagues(session, share, now=NOON):
    return sharing.open_shared(session, sharing.secret_of(share), key=KEY, now=now)


def add(session, share, view=VIEW, now=NOON):
    sharing.add_view(session, sharing.secret_of(share), view, key=KEY, now=now)


def test_given_a_code_when_a_colleague_opens_it_then_the_walk_is_there_as_it_stands_now(session):
    secret, share = shared(session)
    keep(session, owners(session, secret), owners(session, secret).case.noting("stap-1", "later gezien"))
    words = " ".join(to_words(sharing.secret_of(share), Kind.SHARE))
    found = sharing.open_shared(session, from_words(words, Kind.SHARE), key=KEY, now=NOON)
    assert found.case.notes == {"stap-1": "later gezien"}


def test_given_a_view_when_added_then_the_owner_reads_it_and_the_row_of_the_walk_is_untouched(session):
    secret, share = shared(session)
    before = owners(session, secret)
    sharing.note_opening(session, sharing.secret_of(share), key=KEY, now=days(1))
    add(session, share)
    read = sharing.read(session, share, key=KEY)
    assert read.views == (VIEW,)
    assert read.opened_at == (days(1),)
    assert owners(session, secret) == before


def test_given_a_code_for_reading_then_nothing_can_be_written(session):
    _, share = shared(session, may_add=False)
    with pytest.raises(sharing.NotAllowed):
        add(session, share)
    with pytest.raises(sharing.NotAllowed):
        sharing.change_view(session, sharing.secret_of(share), VIEW, "", key=KEY, now=NOON)
    assert sharing.read(session, share, key=KEY).views == ()


def test_given_as_many_views_as_fit_then_no_more_are_taken(session):
    _, share = shared(session)
    for _ in range(sharing.MOST_VIEWS):
        add(session, share)
    with pytest.raises(sharing.NotAllowed):
        add(session, share)


def test_given_a_view_when_changed_then_only_the_last_is_another_and_a_stale_change_conflicts(session):
    _, share = shared(session)
    add(session, share)
    add(session, share, replace(VIEW, text="bij nader inzien"))
    version, secret = colleagues(session, share).access.version, sharing.secret_of(share)
    sharing.note_opening(session, secret, key=KEY, now=NOON)
    mended = replace(VIEW, text="verbeterd")
    sharing.change_view(session, secret, mended, version, key=KEY, now=NOON)
    with pytest.raises(Conflict):
        sharing.change_view(session, secret, replace(VIEW, text="te laat"), version, key=KEY, now=NOON)
    assert sharing.read(session, share, key=KEY).views == (VIEW, mended)


def test_given_a_withdrawn_code_then_its_views_come_back_and_it_opens_nothing_any_more(session):
    secret, share = shared(session)
    add(session, share)
    assert sharing.withdraw(session, share, key=KEY) == (VIEW,)
    for attempt in (colleagues, add):
        with pytest.raises(Unknown):
            attempt(session, share)
    assert sharing.withdraw(session, share, key=KEY) == ()
    assert owners(session, secret).case.shares == (share,)


def test_given_the_term_of_the_code_then_it_opens_nothing_but_the_owner_still_reads_the_views(session):
    secret, share = shared(session)
    add(session, share)
    assert colleagues(session, share, days(sharing.DAYS)).case
    for attempt in (colleagues, lambda *given: add(*given[:2], now=given[2])):
        with pytest.raises(Expired):
            attempt(session, share, days(sharing.DAYS + 1))
    assert sharing.read(session, share, key=KEY).views == (VIEW,)
    assert owners(session, secret, days(sharing.DAYS + 1)).case.shares == (share,)


@pytest.mark.parametrize(("kept", "last"), [(30, 14), (7, 7)])
def test_given_a_shorter_term_of_the_region_then_the_code_says_so_beforehand(session, kept, last):
    _, share = shared(session, kept=kept)
    assert sharing.read(session, share, key=KEY).until == date(2026, 5, 12 + last)
    assert colleagues(session, share, days(last)).case == replace(CASE, shares=(share,))


def test_given_a_walk_that_is_gone_then_its_code_opens_nothing(session):
    secret, share = shared(session)
    store.wipe(session, secret, key=KEY)
    for attempt in (colleagues, add):
        with pytest.raises(Unknown):
            attempt(session, share)


def test_given_a_walk_is_wiped_with_its_shares_then_no_row_is_left(session):
    secret, share = shared(session)
    add(session, share)
    sharing.wipe(session, [share], key=KEY)
    store.wipe(session, secret, key=KEY)
    assert session.execute(text("SELECT count(*) FROM sealed_walk")).scalar_one() == 0


def test_given_the_term_of_the_walk_when_purged_then_the_share_goes_with_it(session):
    shared(session)
    assert purge_expired(session, days(30)) == 0
    assert purge_expired(session, days(31)) == 2


def test_given_a_walk_that_is_kept_longer_then_its_shares_stay_as_long(session):
    secret, share = shared(session)
    add(session, share)
    kept = keep(session, owners(session, secret), replace(CASE, shares=(share,)), days(9))
    sharing.prolong(session, [share], kept.expires_on, key=KEY)
    assert purge_expired(session, days(39)) == 0
    assert sharing.read(session, share, key=KEY).views == (VIEW,)
    assert purge_expired(session, days(40)) == 2


def test_given_the_table_then_a_share_looks_like_a_walk_that_was_kept_that_day(session):
    shared(session)
    rows = session.scalars(select(SealedWalk)).all()
    assert {row.expires_on for row in rows} == {date(2026, 6, 11)}
    assert {len(row.sealed) for row in rows} == {1 + 12 + FIRST_STEP + 16}
    assert {len(row.id) for row in rows} == {32}


def test_given_everything_in_a_share_then_it_does_not_open_the_walk_as_its_owner(session):
    secret, share = shared(session)
    access = colleagues(session, share).access
    held = access.walk.row + access.walk.cipher_key + sharing.secret_of(share)
    assert secret not in held
    for at in range(len(held) - 15):
        with pytest.raises(Unknown):
            owners(session, held[at : at + 16])


def test_given_the_code_of_a_walk_then_it_is_not_taken_for_that_of_a_share_and_the_other_way_round(session):
    secret, share = shared(session)
    with pytest.raises(Unknown):
        sharing.open_shared(session, secret, key=KEY, now=NOON)
    with pytest.raises(Unknown):
        owners(session, sharing.secret_of(share))


@given(st.binary(min_size=16, max_size=16))
def test_given_any_secret_when_its_words_are_typed_as_the_other_kind_then_that_is_told_or_opens_nothing(secret):
    for kind, other in ((Kind.WALK, Kind.SHARE), (Kind.SHARE, Kind.WALK)):
        words = " ".join(to_words(secret, kind))
        assert from_words(words, kind) == secret
        assert kind_of_mistake(words, other) in (OtherKind, None)


def test_given_many_codes_of_the_other_kind_then_nearly_all_are_recognised():
    told = [kind_of_mistake(" ".join(to_words(new_secret(), Kind.SHARE)), Kind.WALK) for _ in range(400)]
    assert told.count(OtherKind) > 340


def kind_of_mistake(typed, kind):
    try:
        from_words(typed, kind)
    except Mistyped as error:
        return type(error)
    return None


def test_given_a_share_that_is_put_in_the_row_of_another_then_it_does_not_open(session):
    (_, one), (_, other) = shared(session), shared(session)
    first, second = (sharing.read(session, share, key=KEY) for share in (one, other))
    assert first.walk != second.walk
    rows = [row for row in session.scalars(select(SealedWalk)) if row.id not in (first.walk.row, second.walk.row)]
    rows[0].sealed, rows[1].sealed = rows[1].sealed, rows[0].sealed
    session.flush()
    with pytest.raises(Corrupt):
        colleagues(session, one)


def test_given_an_open_share_when_shown_in_a_log_then_nothing_of_it_is_there(session):
    _, share = shared(session)
    add(session, share)
    found = colleagues(session, share)
    assert VIEW.text not in repr(found)
    assert share.secret not in repr(share)
    assert found.access.walk.cipher_key.hex() not in repr(found)
    assert repr(found.access.walk.cipher_key) not in repr(found)


def test_given_several_who_write_at_once_then_nothing_is_lost(engine):
    with transaction(engine) as session:
        _, share = shared(session)
    views = [replace(VIEW, text=f"gezien door {number}") for number in range(8)]
    together = Barrier(len(views))

    def write(view: View) -> None:
        together.wait()
        with transaction(engine) as session:
            add(session, share, view)

    with ThreadPoolExecutor(len(views)) as people:
        list(people.map(write, views))
    with reading(engine) as session:
        assert sorted(one.text for one in sharing.read(session, share, key=KEY).views) == [one.text for one in views]


def test_given_a_colleague_who_writes_while_the_owner_withdraws_then_the_view_is_taken_along_or_refused(engine):
    for _ in range(6):
        with transaction(engine) as session:
            _, share = shared(session)
        together = Barrier(2)

        def write(share: Share = share, together: Barrier = together) -> bool:
            together.wait()
            try:
                with transaction(engine) as session:
                    add(session, share)
            except Unknown:
                return False
            return True

        def end(share: Share = share, together: Barrier = together) -> tuple[View, ...]:
            together.wait()
            with transaction(engine) as session:
                return sharing.withdraw(session, share, key=KEY)

        with ThreadPoolExecutor(2) as people:
            written, taken = people.submit(write), people.submit(end)
        assert taken.result() == ((VIEW,) if written.result() else ())


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=40)
@given(st.lists(st.sampled_from(["owner", "opens", "adds"]), max_size=12))
def test_given_owner_and_colleague_in_any_order_then_neither_ever_conflicts_and_all_is_kept(session, order):
    secret, share = shared(session)
    for number, who in enumerate(order):
        if who == "owner":
            opened = owners(session, secret)
            keep(session, opened, opened.case.noting(f"stap-{number}", "gezien"))
        elif who == "opens":
            sharing.note_opening(session, sharing.secret_of(share), key=KEY, now=NOON)
        else:
            add(session, share, replace(VIEW, text=str(number)))
    found = colleagues(session, share)
    said = [who for who in order if who == "adds"]
    assert len(found.case.notes) == order.count("owner")
    assert len(found.access.views) == len(said)
    assert len(found.access.opened_at) == order.count("opens")
