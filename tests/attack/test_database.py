"""What somebody gets out of a copy of the database, and what they can do with it."""

import hashlib
from itertools import pairwise

import pytest
from sqlalchemy import inspect, text

from routekaart import clock
from routekaart.storage.database import scrub, transaction
from routekaart.walks import resume, store
from tests.support.answering import begin, fields_for
from tests.support.marked import MARKS, marked_sharing, marked_walk
from tests.support.sharing import look_along, share
from tests.support.traces import forms, traces
from tests.support.visitor import Visitor

WALKS = "SELECT id, sealed, expires_on FROM sealed_walk ORDER BY id"


def dumped(engine):
    """Every value of every table, as a dump would hold it."""
    with engine.connect() as connection:
        tables = inspect(connection).get_table_names()
        rows = [row for table in tables for row in connection.execute(text(f'SELECT * FROM "{table}"'))]
    return b"\n".join(one if isinstance(one, bytes) else str(one).encode() for row in rows for one in row)


def walks(app):
    with app.extensions["routekaart"].engine.connect() as connection:
        return connection.execute(text(WALKS)).all()


def test_given_a_marked_walk_when_the_database_is_dumped_then_no_mark_is_in_it(published):
    code = marked_walk(Visitor(published.test_client()))
    dump = dumped(published.extensions["routekaart"].engine)
    words = code.split()
    marks = [*MARKS, *(f"{one} {other}" for one, other in pairwise(words))]
    assert b"sealed" not in dump
    assert len(walks(published)) == 1
    assert [mark for mark in marks if any(form in dump for form in forms(mark))] == []


def test_given_a_shared_walk_when_the_database_is_dumped_then_no_word_of_owner_or_colleague_is_in_it(published):
    owner, colleague, other = (Visitor(published.test_client()) for _ in range(3))
    code = marked_walk(owner)
    codes = marked_sharing(owner, colleague, other)
    dump = dumped(published.extensions["routekaart"].engine)
    marks = [*MARKS, *(f"{one} {two}" for words in (code, *codes) for one, two in pairwise(words.split()))]
    assert [mark for mark in marks if any(form in dump for form in forms(mark))] == []


def test_given_a_shared_walk_then_its_rows_are_told_apart_by_nothing_that_can_be_read(published):
    owner, colleague, other = (Visitor(published.test_client()) for _ in range(3))
    begin(owner)
    marked_code = share(owner)
    look_along(colleague, marked_code)
    begin(other)
    rows = walks(published)
    assert len(rows) == 3
    assert len({(len(row), len(sealed), day) for row, sealed, day in rows}) == 1


def test_given_the_code_of_a_colleague_and_the_dump_then_the_owners_row_cannot_be_found_from_the_code(published):
    """The colleague holds a secret of their own; ids are hashes with a key that is not in the database."""
    owner, colleague = (Visitor(published.test_client()) for _ in range(2))
    begin(owner)
    secret = resume.from_words(share(owner), resume.Kind.SHARE)
    ids = {bytes(row) for row, _, _ in walks(published)}
    assert not ids & {hashlib.sha256(label + secret).digest() for label in (b"", b"routekaart share row")}
    colleague.client.set_cookie("doorloop", resume.to_cookie(secret), path="/doorloop")
    assert colleague.get("/doorloop/overzicht").status == 410


def test_given_a_row_then_it_holds_no_more_than_a_hash_a_ciphertext_and_a_day(published):
    begin(Visitor(published.test_client()))
    with published.extensions["routekaart"].engine.connect() as connection:
        columns = [column["name"] for column in inspect(connection).get_columns("sealed_walk")]
    assert sorted(columns) == ["expires_on", "id", "sealed"]


def test_given_somebody_puts_one_walk_in_the_row_of_another_then_it_does_not_open(published):
    visitors = [Visitor(published.test_client()) for _ in range(2)]
    for visitor in visitors:
        visitor.submit(begin(visitor), "/vraag/", antwoord="nee", notitie="Van de een of de ander.")
    (first, mine, _), (second, theirs, _) = walks(published)
    with transaction(published.extensions["routekaart"].engine) as session:
        for row, sealed in ((first, theirs), (second, mine)):
            session.execute(text("UPDATE sealed_walk SET sealed = :s WHERE id = :i"), {"s": sealed, "i": row})
    for visitor in visitors:
        page = visitor.get("/doorloop/overzicht")
        assert page.status == 410
        assert "beschadigd" in page.text


@pytest.mark.parametrize("place", [0, 5, 40, -1])
def test_given_a_changed_byte_then_the_walk_is_refused_and_nothing_of_it_shown(published, place):
    visitor = Visitor(published.test_client())
    visitor.submit(begin(visitor), "/vraag/", antwoord="nee", notitie="Een aantekening.")
    [(row, sealed, _)] = walks(published)
    broken = bytearray(sealed)
    broken[place] ^= 1
    with transaction(published.extensions["routekaart"].engine) as session:
        session.execute(text("UPDATE sealed_walk SET sealed = :s WHERE id = :i"), {"s": bytes(broken), "i": row})
    page = visitor.get("/doorloop/overzicht")
    assert page.status == 410
    assert "Een aantekening." not in page.document.text_content()


def test_given_the_term_is_over_then_row_and_ciphertext_are_gone_from_the_files(shared_app, visitor):
    visitor.submit(begin(visitor), "/vraag/", **fields_for(visitor.get("/doorloop/"), "nee"))
    services = shared_app.extensions["routekaart"]
    rows = [(row, sealed) for row, sealed, _ in walks(shared_app)]
    folder = services.settings.instance
    assert all(traces(folder, [row]) for row, _ in rows)
    with transaction(services.engine) as session:
        session.execute(text("UPDATE sealed_walk SET expires_on = '2020-01-01'"))
    with transaction(services.engine) as session:
        assert store.purge_expired(session, clock.now()) == len(rows)
    scrub(services.engine)
    assert walks(shared_app) == []
    assert traces(folder, [part for row, sealed in rows for part in (row, sealed[:24], sealed[-24:])]) == []
    assert visitor.get("/doorloop/overzicht").status == 410
