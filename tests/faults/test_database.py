"""When the database does not answer: a Dutch page with the numbers, no traceback, nothing lost."""

import sqlite3

import pytest
from sqlalchemy import event

from tests.support.answering import begin
from tests.support.published import published_app
from tests.support.visitor import Visitor

NOTE = "Om tien uur een blauwe plek gezien."


@pytest.fixture
def app(tmp_path):
    """A site of its own that does not wait for a database that is busy."""
    app = published_app(tmp_path)
    engine = app.extensions["routekaart"].engine
    event.listen(engine, "connect", lambda connection, _: connection.execute("PRAGMA busy_timeout = 20"))
    engine.dispose()
    return app


@pytest.fixture
def walking(app):
    visitor = Visitor(app.test_client())
    page = visitor.submit(begin(visitor), "/vraag/", antwoord="nee", notitie=NOTE)
    return visitor, page


def assert_not_now(page):
    assert page.status == 503
    assert page.heading == "Het lukt nu even niet"
    assert "0800-2000" in page.text
    assert "sqlite" not in page.document.text_content().lower()


def test_given_a_locked_database_when_an_answer_is_sent_then_a_page_says_so_and_later_it_is_kept(app, walking):
    visitor, page = walking
    folder = app.extensions["routekaart"].settings.instance
    other = sqlite3.connect(folder / "routekaart.sqlite3", isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    try:
        assert_not_now(visitor.submit(page, "/vraag/", antwoord="nee", notitie=NOTE + " En nog iets."))
        assert visitor.get("/doorloop/").path == page.path
    finally:
        other.close()
    assert visitor.submit(page, "/vraag/", antwoord="nee", notitie=NOTE).status == 200


def test_given_no_database_when_the_guide_is_asked_then_it_goes_on_and_the_walk_says_to_wait(app, walking, caplog):
    visitor, page = walking
    assert visitor.get("/voorbeeldregio/onderwijs/").status == 200
    engine = app.extensions["routekaart"].engine
    engine.dispose()
    folder = app.extensions["routekaart"].settings.instance
    (folder / "routekaart.sqlite3").rename(folder / "elsewhere")
    (folder / "routekaart.sqlite3").mkdir()
    try:
        assert_not_now(visitor.get(page.path))
        assert_not_now(visitor.submit(page, "/vraag/", antwoord="nee", notitie="Een geheim."))
        assert visitor.get("/voorbeeldregio/onderwijs/").status == 200
        assert visitor.get("/nu-gevaar").status == 200
    finally:
        (folder / "routekaart.sqlite3").rmdir()
        (folder / "elsewhere").rename(folder / "routekaart.sqlite3")
    assert NOTE in visitor.get("/doorloop/overzicht").document.text_content()
    assert "geheim" not in caplog.text
