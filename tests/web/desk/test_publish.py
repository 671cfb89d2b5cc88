from datetime import UTC, datetime, timedelta

import pytest

from routekaart import clock
from routekaart.accounts.policy import Role
from routekaart.regions import editing, publishing
from routekaart.regions.checks import Problem
from routekaart.regions.document import RegionDocument
from routekaart.regions.revision import latest
from routekaart.storage.database import reading, transaction
from routekaart.web import publications
from tests.support.desk import at_desk
from tests.support.proved import grounds_of, remember_proved
from tests.support.regions import voorbeeldregio
from tests.support.visitor import Visitor

REGION, TEAM = "voorbeeldregio", "wijkteams-voorbeeldstad"
NOW = datetime(2026, 11, 24, 9, tzinfo=UTC)
PAGE = f"/bureau/{REGION}/publiceren"
NOTE = "Het wijkteam heeft een nieuwe naam."


@pytest.fixture
def engine(seeded_site):
    return seeded_site.extensions["routekaart"].engine


@pytest.fixture
def coordinator(seeded_site) -> Visitor:
    remember_proved(seeded_site, voorbeeldregio())
    return at_desk(seeded_site, Role.COORDINATOR, REGION)


def edit(engine, entry_id=TEAM, kind="partners", **data):
    with transaction(engine) as session:
        editing.open_draft(session, REGION)
        seen = editing.entry(session, REGION, kind, entry_id)
        editing.save(session, seen, {**seen.data, **data}, author="Redacteur", now=NOW)


def revision(engine):
    with reading(engine) as session:
        return latest(session, REGION)


def test_given_a_changed_partner_when_published_then_professionals_see_it_and_the_note_is_kept(
    seeded_site, engine, coordinator
):
    edit(engine, name="Buurtteam Nieuw")
    page = coordinator.get(PAGE)
    assert "naam is nu ‘Buurtteam Nieuw’" in page.text
    done = coordinator.submit(page, "zet-live", uitleg=NOTE)
    assert done.status == 200
    assert "Gepubliceerd" in done.text
    assert (revision(engine).number, revision(engine).note) == (2, NOTE)
    guest = Visitor(seeded_site.test_client())
    assert "Buurtteam Nieuw" in guest.get(f"/{REGION}/geen-sector/alles/wie-helpt").text


def test_given_no_note_when_published_then_it_is_asked_for_and_nothing_happened(engine, coordinator):
    edit(engine, note="Nieuw")
    page = coordinator.submit(coordinator.get(PAGE), "zet-live", uitleg=" ")
    assert (page.status, revision(engine).number) == (422, 1)
    assert "Schrijf op wat er verandert" in page.text


def test_given_somebody_edited_meanwhile_when_published_then_one_looks_again(engine, coordinator):
    edit(engine, note="Nieuw")
    page = coordinator.get(PAGE)
    edit(engine, note="Nog nieuwer")
    page = coordinator.submit(page, "zet-live", uitleg=NOTE)
    assert (page.status, revision(engine).number) == (409, 1)
    assert "intussen iets gewijzigd" in page.text
    assert coordinator.submit(page, "zet-live", uitleg=NOTE).status == 200
    assert revision(engine).number == 2


def test_given_a_role_that_nobody_knows_when_published_then_what_was_live_stays_live(engine, coordinator):
    edit(engine, roles=["lokaal-team", "bestaat-niet"])
    page = coordinator.submit(coordinator.get(PAGE), "zet-live", uitleg=NOTE)
    assert (page.status, revision(engine).number) == (422, 1)
    assert "Deze rol bestaat niet." in page.text


def test_given_a_text_that_breaks_the_protocol_when_published_then_it_is_proved_apart_and_refused(engine, coordinator):
    layer = {"steps": {"overleg": {"specialise": [{"item": "bestaat-niet", "text": "Bel later."}]}}}
    edit(engine, "-", "layer", **layer)
    page = coordinator.submit(coordinator.get(PAGE), "zet-live", uitleg=NOTE)
    assert (page.status, revision(engine).number) == (422, 1)
    assert "past niet op het landelijke protocol" in page.text


def test_given_an_action_that_breaks_a_safety_rule_when_checked_then_the_rule_and_the_place_are_told(
    seeded_site, engine, coordinator
):
    rule = Problem(("layer", "steps"), 'INV-2 "Zolang er gevaar is, praat niemand." is broken: x takes part', "never")
    edit(engine, "-", "layer", steps={"overleg": {"pitfalls": [{"text": "Let op."}]}})
    with transaction(engine) as session:
        document = editing.draft_document(session, REGION)
        found = (rule,)
        publishing.remember_proof(session, document, found, now=NOW, grounds=grounds_of(seeded_site))
    page = coordinator.submit(coordinator.get(PAGE), "zet-live", uitleg=NOTE)
    assert page.status == 422
    assert "veiligheidsregel niet meer: ‘Zolang er gevaar is, praat niemand.’" in page.text


def test_given_a_moment_when_planned_then_it_is_published_once_it_has_come_as_it_was_planned(
    engine, coordinator, monkeypatch
):
    edit(engine, note="Gepland")
    tomorrow = clock.now() + timedelta(days=1)
    given = {"uitleg": NOTE, "wanneer": "later", "dag": f"{tomorrow:%Y-%m-%d}", "tijd": "12:00"}
    assert "gepland" in coordinator.submit(coordinator.get(PAGE), "zet-live", **given).text.lower()
    edit(engine, note="Later bedacht")
    coordinator.get(PAGE)
    assert revision(engine).number == 1
    monkeypatch.setattr(clock, "now", lambda: tomorrow + timedelta(hours=1, days=1))
    with coordinator.client.application.app_context():
        assert publications.publish_due() == (1, 0)
        assert publications.publish_due() == (0, 0)
    document = RegionDocument.model_validate_json(revision(engine).document)
    assert next(one.note for one in document.partners if one.id == TEAM) == "Gepland"
    with reading(engine) as session:
        assert [one.after["note"] for one in editing.changes(session, REGION, unpublished=True)] == ["Later bedacht"]


def test_given_a_moment_that_is_past_when_planned_then_that_is_said(engine, coordinator):
    edit(engine, note="Gepland")
    given = {"uitleg": NOTE, "wanneer": "later", "dag": "2020-01-01", "tijd": "12:00"}
    assert coordinator.submit(coordinator.get(PAGE), "zet-live", **given).status == 422


def test_given_a_second_pair_of_eyes_when_published_then_another_approves_and_nobody_their_own(
    seeded_site, engine, coordinator
):
    edit(engine, note="Nieuw")
    coordinator.submit(coordinator.get(PAGE), "instelling", tweede="ja")
    waiting = coordinator.submit(coordinator.get(PAGE), "zet-live", uitleg=NOTE)
    assert "Wacht op akkoord" in waiting.text
    own = coordinator.submit(waiting, "intrekken", to=f"{PAGE}/akkoord")
    assert "niet goedkeuren" in own.text
    assert revision(engine).number == 1
    colleague = at_desk(seeded_site, Role.COORDINATOR, REGION, email="collega@voorbeeld.example")
    done = colleague.submit(colleague.get(PAGE), "intrekken", to=f"{PAGE}/akkoord")
    assert "akkoord is genoteerd" in done.text
    assert (revision(engine).number, revision(engine).author.count("akkoord van")) == (2, 1)


def test_given_a_plan_when_withdrawn_then_nothing_is_published(engine, coordinator):
    edit(engine, note="Nieuw")
    coordinator.submit(coordinator.get(PAGE), "instelling", tweede="ja")
    waiting = coordinator.submit(coordinator.get(PAGE), "zet-live", uitleg=NOTE)
    assert "ingetrokken" in coordinator.submit(waiting, "intrekken").text
    assert revision(engine).number == 1


def test_given_an_editor_when_they_look_then_they_see_what_changes_and_cannot_publish(seeded_site, engine):
    edit(engine, note="Nieuw")
    editor = at_desk(seeded_site, Role.EDITOR, REGION)
    page = editor.get(PAGE)
    assert "opmerking is nu Nieuw" in page.text
    assert not [form for form in page.document.forms if "zet-live" in (form.action or "")]
