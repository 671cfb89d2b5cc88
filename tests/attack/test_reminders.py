"""What a copy of the database tells of somebody who asked to be reminded."""

from sqlalchemy import text

from routekaart.storage.database import reading
from tests.attack.test_database import dumped
from tests.support.traces import forms, traces
from tests.support.visitor import Visitor
from tests.web.walk.test_follow_up import dated, day, followed, look

NOTE, ADDRESS = "zeekoeienstaart", "narwal.tand@zeepaardstal.nl"


def reminded(app):
    """A walk that is followed, with a marked note and a marked address."""
    visitor = Visitor(app.test_client())
    page = look(followed(visitor, dated(10)), visitor, nieuw="ja", notitie=NOTE, opnieuw=day(5))
    days = page.document.xpath("//input[@name='dagen']/@value")
    asked = visitor.submit(page, "/vervolg/herinneringen", mail=ADDRESS, dagen=days)
    assert "Je krijgt een mail op" in asked.text
    return visitor, days


def test_given_reminders_when_the_database_is_dumped_then_neither_address_nor_note_is_in_it(published):
    reminded(published)
    dump = dumped(published.extensions["routekaart"].engine)
    marks = [NOTE, ADDRESS, ADDRESS.partition("@")[0], ADDRESS.partition("@")[2]]
    assert [mark for mark in marks if any(form in dump for form in forms(mark))] == []
    folder = published.extensions["routekaart"].settings.instance
    assert traces(folder, marks) == []


def test_given_reminders_and_walks_then_no_value_stands_in_both(published):
    """Nothing of a reminder is in the row of its walk, and its day is not the day on which that expires."""
    _, days = reminded(published)
    with reading(published.extensions["routekaart"].engine) as session:
        rows = session.execute(text("SELECT id, sealed, on_day FROM reminder")).all()
        [walk] = session.execute(text("SELECT id, sealed, expires_on FROM sealed_walk")).all()
    assert len(rows) == len(days) > 1
    assert len({row.sealed[13:61] for row in rows}) == len(rows)
    for row in rows:
        assert not any(part in other for other in (walk.id, walk.sealed) for part in (row.id, row.sealed[:29]))
        assert str(row.on_day) != str(walk.expires_on)


def test_given_a_wiped_walk_then_its_reminders_are_in_no_file_any_more(shared_app):
    visitor, _ = reminded(shared_app)
    services = shared_app.extensions["routekaart"]
    with reading(services.engine) as session:
        rows = session.execute(text("SELECT id, sealed FROM reminder")).all()
    assert all(traces(services.settings.instance, [row.id]) for row in rows)
    visitor.submit(visitor.get("/doorloop/wissen"), "/wissen")
    parts = [part for row in rows for part in (row.id, row.sealed[:24], row.sealed[-24:])]
    assert traces(services.settings.instance, parts) == []


def test_given_the_id_of_a_reminder_from_a_dump_then_it_does_not_stop_the_mails(published):
    reminded(published)
    with reading(published.extensions["routekaart"].engine) as session:
        row = session.execute(text("SELECT id FROM reminder")).scalars().first()
    anybody = Visitor(published.test_client())
    anybody.submit(anybody.get(f"/doorloop/herinnering/{row.hex()}"), "/herinnering/")
    with reading(published.extensions["routekaart"].engine) as session:
        assert session.execute(text("SELECT count(*) FROM reminder")).scalar_one() > 1
