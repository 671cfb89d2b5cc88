from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
from sqlalchemy import Engine, inspect, select, text

from routekaart.storage.database import engine_for, scrub, transaction
from routekaart.walks.casefile import CaseFile
from routekaart.walks.resume import from_cookie, from_words, new_secret, to_cookie, to_words
from routekaart.walks.store import (
    Conflict,
    Corrupt,
    Expired,
    Opened,
    SealedWalk,
    Unknown,
    keep,
    open_walk,
    purge_expired,
    start,
    wipe,
)

NOON = datetime(2026, 5, 12, 12, tzinfo=UTC)
KEY = bytes(range(32))
CASE = CaseFile("voorbeeldregio", 3, "onderwijs", "meldcode-2019", date(2026, 5, 12))
MARK = "kenmerk-Qx7Zp2Lw9"
MARKED = CaseFile(
    f"region-{MARK}",
    3,
    f"sector-{MARK}",
    "meldcode-2019",
    date(2026, 5, 12),
    municipality=f"municipality-{MARK}",
    values={f"question-{MARK}": f"answer-{MARK}"},
    departures={"outcome": f"reason-{MARK}"},
    ticked=frozenset({f"action-{MARK}"}),
    notes={"stap-1": f"note-{MARK}"},
)


def days(count: float) -> datetime:
    return NOON + timedelta(days=count)


def started(session, case: CaseFile = CASE, **terms) -> Opened:
    return start(session, case, key=KEY, now=NOON, **terms)


def opened(session, secret: bytes, now: datetime = NOON) -> Opened:
    return open_walk(session, secret, key=KEY, now=now)


def test_given_a_walk_when_opened_by_cookie_or_by_words_then_it_is_the_same(session):
    secret = started(session).secret
    assert opened(session, from_cookie(to_cookie(secret))).case == CASE
    assert opened(session, from_words(" ".join(to_words(secret)))).case == CASE


def test_given_a_change_when_kept_then_the_next_time_it_is_there_and_the_term_starts_anew(session):
    walk = started(session)
    changed = CASE.noting("stap-1", "gezien op school")
    kept = keep(session, walk, changed, key=KEY, now=days(20))
    assert kept.expires_on == date(2026, 7, 1)
    again = opened(session, walk.secret, days(49))
    assert again == kept
    assert again.case == changed


def test_given_another_secret_when_opened_then_it_is_unknown(session):
    started(session)
    with pytest.raises(Unknown):
        opened(session, new_secret())


def test_given_another_installations_key_when_opened_then_it_is_unknown(session):
    secret = started(session).secret
    with pytest.raises(Unknown):
        open_walk(session, secret, key=bytes(32), now=NOON)


def test_given_two_walks_whose_ciphertexts_were_swapped_when_opened_then_both_are_corrupt(session):
    one, other = started(session), started(session)
    rows = session.scalars(select(SealedWalk)).all()
    rows[0].sealed, rows[1].sealed = rows[1].sealed, rows[0].sealed
    session.flush()
    for walk in (one, other):
        with pytest.raises(Corrupt):
            opened(session, walk.secret)


def test_given_two_tabs_when_both_keep_a_change_then_the_second_conflicts_and_the_first_stays(session):
    secret = started(session).secret
    first, second = opened(session, secret), opened(session, secret)
    kept = keep(session, first, CASE.noting("stap-1", "eerste"), key=KEY, now=NOON)
    with pytest.raises(Conflict) as caught:
        keep(session, second, CASE.noting("stap-1", "tweede"), key=KEY, now=NOON)
    assert str(caught.value) == ""
    assert opened(session, secret).case.notes == {"stap-1": "eerste"}
    assert kept.version != second.version == first.version


def test_given_a_walk_that_was_wiped_in_another_tab_when_kept_then_it_is_unknown_and_stays_away(session):
    walk = started(session)
    assert wipe(session, walk.secret, key=KEY)
    with pytest.raises(Unknown):
        keep(session, walk, CASE, key=KEY, now=NOON)
    with pytest.raises(Unknown):
        opened(session, walk.secret)
    assert not wipe(session, walk.secret, key=KEY)


@pytest.mark.parametrize(("terms", "last_day"), [({}, 30), ({"days": 7}, 7)])
def test_given_the_term_when_over_then_the_walk_cannot_be_opened_and_is_purged(session, terms, last_day):
    secret = started(session, **terms).secret
    assert opened(session, secret, days(last_day)).case == CASE
    assert purge_expired(session, days(last_day)) == 0
    with pytest.raises(Expired):
        opened(session, secret, days(last_day + 1))
    assert purge_expired(session, days(last_day + 1)) == 1
    with pytest.raises(Unknown):
        opened(session, secret, days(last_day + 1))


def test_given_expired_and_running_walks_when_purged_then_only_the_expired_go(session):
    started(session, days=1)
    running = started(session)
    assert purge_expired(session, days(5)) == 1
    assert opened(session, running.secret).case == CASE


def test_given_an_expired_walk_when_somebody_starts_another_then_it_goes(session):
    expired = started(session)
    start(session, CASE, key=KEY, now=days(31))
    with pytest.raises(Unknown):
        opened(session, expired.secret, days(31))


def test_given_the_table_when_looked_at_then_it_holds_hash_ciphertext_and_day_and_nothing_else(engine):
    columns = {column["name"]: str(column["type"]) for column in inspect(engine).get_columns("sealed_walk")}
    assert columns.keys() == {"id", "sealed", "expires_on"}
    assert columns["expires_on"] == "DATE"


def test_given_an_open_walk_when_shown_in_a_log_then_neither_secret_nor_case_is_there(session):
    walk = started(session, MARKED)
    shown = repr(walk)
    assert MARK not in shown
    assert repr(walk.secret) not in shown


def test_given_a_marked_walk_when_database_files_are_searched_then_nothing_is_found(tmp_path: Path):
    engine = instance(tmp_path)
    walk = worked_on(engine)
    assert searched(tmp_path, walk) == {}
    engine.dispose()
    assert searched(tmp_path, walk) == {}


def test_given_a_marked_walk_in_postgresql_when_every_row_is_read_then_nothing_is_found(engine):
    walk = worked_on(engine)
    with engine.connect() as connection:
        content = [
            bytes(cell) for row in connection.execute(text("SELECT id, sealed FROM sealed_walk")) for cell in row
        ]
    assert len(content) == 2
    for mark in marks(walk):
        assert not any(mark in cell for cell in content)


@pytest.mark.parametrize("end", ["wiped", "expired"])
def test_given_a_walk_that_ended_when_files_are_searched_then_even_its_ciphertext_is_gone(tmp_path: Path, end: str):
    engine = instance(tmp_path)
    walk = worked_on(engine)
    with engine.connect() as connection:
        row, sealed = connection.execute(text("SELECT id, sealed FROM sealed_walk")).one()
    with transaction(engine) as session:
        if end == "wiped":
            wipe(session, walk.secret, key=KEY)
        else:
            purge_expired(session, days(31))
    scrub(engine)
    with engine.connect() as connection:
        assert connection.execute(text("SELECT count(*) FROM sealed_walk")).scalar() == 0
    content = b"".join(path.read_bytes() for path in tmp_path.rglob("*") if path.is_file())
    assert row not in content
    assert not any(sealed[at : at + 16] in content for at in range(0, len(sealed), 16))


def instance(folder: Path) -> Engine:
    from routekaart.storage.migrating import upgrade

    engine = engine_for(f"sqlite:///{folder}/routekaart.sqlite3")
    upgrade(engine)
    return engine


def worked_on(engine: Engine) -> Opened:
    with transaction(engine) as session:
        walk = start(session, CASE, key=KEY, now=NOON)
    with transaction(engine) as session:
        return keep(session, opened(session, walk.secret), MARKED, key=KEY, now=NOON)


def marks(walk: Opened) -> list[bytes]:
    words = to_words(walk.secret)
    return [
        MARK.encode(),
        walk.secret,
        walk.secret.hex().encode(),
        to_cookie(walk.secret).encode(),
        " ".join(words[:2]).encode(),
    ]


def searched(folder: Path, walk: Opened) -> dict[str, bytes]:
    files = {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()}
    assert any(path.name == "routekaart.sqlite3" for path in files)
    return {path.name: mark for path, content in files.items() for mark in marks(walk) if mark in content}
