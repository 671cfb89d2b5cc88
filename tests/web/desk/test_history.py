from datetime import UTC, datetime

import pytest
from lxml import etree

from routekaart.accounts.policy import Role
from routekaart.regions import editing
from routekaart.regions.revision import add_revision, latest
from routekaart.storage.database import reading, transaction
from tests.support.desk import at_desk
from tests.support.regions import voorbeeldregio
from tests.support.visitor import Visitor

REGION, TEAM = "voorbeeldregio", "wijkteams-voorbeeldstad"
NOW = datetime(2026, 11, 25, 9, tzinfo=UTC)
HISTORY = f"/bureau/{REGION}/geschiedenis"
ATOM = "{http://www.w3.org/2005/Atom}"


@pytest.fixture
def engine(seeded_site):
    """Two revisions: in the second the neighbourhood team is called otherwise."""
    app = seeded_site.extensions["routekaart"]
    with transaction(app.engine) as session:
        editing.open_draft(session, REGION)
        seen = editing.entry(session, REGION, "partners", TEAM)
        editing.save(session, seen, {**seen.data, "name": "Buurtteam <Nieuw>"}, author="Redacteur Rood", now=NOW)
        document = editing.draft_document(session, REGION)
        made = add_revision(session, document, author="Coördinator Blauw", note="Fusie & naam", made_at=NOW)
        editing.mark_published(session, REGION, made.number)
    app.maps.live.look_again()
    return app.engine


@pytest.fixture
def coordinator(seeded_site, engine) -> Visitor:
    return at_desk(seeded_site, Role.COORDINATOR, REGION)


@pytest.fixture
def guest(seeded_site, engine) -> Visitor:
    return Visitor(seeded_site.test_client())


def test_given_two_revisions_when_the_history_is_read_then_it_says_who_what_when_and_why(coordinator):
    page = coordinator.get(HISTORY)
    for words in ("Coördinator Blauw", "Fusie & naam", "25 november 2026, 10.00 uur", "‘Buurtteam <Nieuw>’"):
        assert words in page.text
    edits = coordinator.get(f"{HISTORY}/2")
    assert "Redacteur Rood" in edits.text
    assert "naam is nu" in edits.text


def test_given_two_revisions_when_compared_in_either_order_then_the_difference_is_told(coordinator):
    page = coordinator.get(f"{HISTORY}/vergelijk?van=2&naar=1")
    assert "naam is nu" in page.text
    assert "dat was ‘Buurtteam <Nieuw>’" in page.text
    assert coordinator.get(f"{HISTORY}/vergelijk?van=2&naar=99").status == 404
    assert coordinator.get(f"{HISTORY}/99999999999999").status == 404


def test_given_an_old_revision_when_restored_then_it_is_a_draft_and_what_is_live_stays(engine, coordinator):
    page = coordinator.submit(coordinator.get(HISTORY), "terugzetten")
    assert "staat nu als concept klaar" in page.text
    with reading(engine) as session:
        assert editing.draft_document(session, REGION).to_json() == voorbeeldregio().to_json()
        assert latest(session, REGION).number == 2


def test_given_a_trainer_when_restoring_then_there_is_no_such_page(seeded_site, engine):
    trainer = at_desk(seeded_site, Role.TRAINER, REGION)
    page = trainer.get(HISTORY)
    assert not [form for form in page.document.forms if "terugzetten" in (form.action or "")]


def test_given_two_revisions_when_everybody_reads_the_changes_then_they_see_what_and_no_names_of_people(guest):
    page = guest.get(f"/{REGION}/wijzigingen")
    assert "naam is nu ‘Buurtteam <Nieuw>’" in page.text
    assert "Fusie & naam" in page.text
    assert "Blauw" not in page.text
    assert page.response.headers["Cache-Control"] == "public, max-age=60"
    assert guest.get("/bestaat-niet/wijzigingen").status == 404


def test_given_two_revisions_when_the_feed_is_read_then_it_is_sound_atom(guest):
    response = guest.client.get(f"/{REGION}/wijzigingen.atom")
    assert response.content_type == "application/atom+xml; charset=utf-8"
    feed = etree.fromstring(response.get_data())
    entries = feed.findall(f"{ATOM}entry")
    assert [one.findtext(f"{ATOM}title") for one in entries] == ["Versie 2", "Versie 1"]
    assert feed.findtext(f"{ATOM}updated") == entries[0].findtext(f"{ATOM}updated") == "2026-11-25T09:00:00Z"
    assert feed.findtext(f"{ATOM}author/{ATOM}name")
    for one in (feed, *entries):
        assert one.findtext(f"{ATOM}id").startswith("http")
        assert one.find(f"{ATOM}link").get("href").startswith("http")
    assert "Buurtteam <Nieuw>" in entries[0].findtext(f"{ATOM}content")
    path = entries[1].find(f"{ATOM}link").get("href").partition("//")[2].partition("/")[2]
    assert guest.get(f"/{path}").status == 200


def test_given_an_old_revision_when_its_address_is_read_then_it_shows_what_held_and_that_it_is_over(guest):
    page = guest.get(f"/{REGION}/versie/1/")
    assert "Dit geldt niet meer. Zo stond het van" in page.text
    assert "Buurtteam <Nieuw>" not in page.text
    assert page.response.headers["X-Robots-Tag"] == "noindex"
    assert not page.document.xpath("//main//a[starts-with(@href, 'tel:')]")
    live = guest.get(f"/{REGION}/versie/2/")
    assert "Deze versie geldt nu" in live.text
    assert "Buurtteam <Nieuw>" in live.text
    assert guest.get(f"/{REGION}/versie/3/").status == guest.get(f"/{REGION}/versie/9999999999/").status == 404


def test_given_a_revision_that_cannot_be_read_when_looked_back_then_its_page_says_so(engine, guest, coordinator):
    class Unreadable:
        slug = REGION

        @staticmethod
        def to_json() -> str:
            return '{"schema_version": 99}'

    assert coordinator.get(HISTORY).status == 200
    with transaction(engine) as session:
        add_revision(session, Unreadable(), author="x", note="Later", made_at=NOW)
    assert "kan niet meer worden getoond" in guest.get(f"/{REGION}/versie/3/").text
    assert "Later" in coordinator.get(HISTORY).text
