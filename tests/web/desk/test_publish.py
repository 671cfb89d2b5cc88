from datetime import UTC, datetime, timedelta

import pytest

from routekaart.accounts.policy import Role
from routekaart.regions import editing
from routekaart.regions.revision import latest
from routekaart.storage.database import reading, transaction
from tests.support.desk import at_desk
from tests.support.proved import remember_proved
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
