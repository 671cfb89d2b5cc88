from datetime import UTC, datetime

import pytest

from routekaart.accounts.policy import Role
from routekaart.regions import editing
from routekaart.storage.database import transaction
from tests.support.desk import at_desk

PAGE = "/bureau/voorbeeldregio/bereikbaarheid"


def test_given_a_trainer_or_coordinator_when_they_look_then_each_role_has_its_week(seeded_site):
    page = at_desk(seeded_site, Role.COORDINATOR).get(PAGE)
    assert page.heading == "Bereikbaarheid"
    assert "De week in Voorbeeldstad" in page.text
    bands = page.document.xpath("//section[@class='week']")
    assert len(bands) > 20
    assert all(one.xpath(".//*[name()='svg']/*[name()='title']") for one in bands)


def test_given_a_municipality_when_chosen_then_the_table_tells_its_own_hours(seeded_site):
    page = at_desk(seeded_site, Role.EDITOR).get(f"{PAGE}?gemeente=VB0002")
    assert "De week in Voorbeelddorp" in page.text
    assert "9.00–12.30 uur: iemand hier" in page.text


def test_given_white_spots_then_they_tell_where_when_for_what_and_on_what_one_falls_back(seeded_site):
    page = at_desk(seeded_site, Role.COORDINATOR).get(PAGE)
    rows = [" | ".join(one.text_content() for one in row) for row in page.document.xpath("//tbody/tr")]
    assert any(
        row.startswith("Voorbeelddorp") and "woensdag 0.00–9.00 en 12.30–24.00 uur" in row and "Veilig Thuis" in row
        for row in rows
    )
    assert any("Eerste kerstdag (25 december 2026)" in row for row in rows)


@pytest.mark.parametrize("slug", ["flevoland", "bestaat-niet"])
def test_given_a_coordinator_when_they_ask_for_another_region_then_it_is_not_there(seeded_site, slug):
    assert at_desk(seeded_site, Role.COORDINATOR).get(f"/bureau/{slug}/bereikbaarheid").status == 404


def test_given_a_region_with_national_data_only_then_nobody_is_told_for_the_whole_week(seeded_site):
    page = at_desk(seeded_site, Role.NATIONAL).get("/bureau/flevoland/bereikbaarheid")
    assert "Hele regio" in page.text
    assert "de hele week" in page.text


def test_given_shorter_hours_in_the_draft_when_about_to_publish_then_the_new_white_spot_is_told_first(seeded_site):
    user = at_desk(seeded_site, Role.COORDINATOR)
    user.get(PAGE)
    with transaction(seeded_site.extensions["routekaart"].engine) as session:
        team = editing.entry(session, "voorbeeldregio", "partners", "dorpsteam-voorbeelddorp")
        hours = [{"days": ["ma"], "hours": "09:00-12:00"}]
        data = {**team.data, "schedule": {**team.data["schedule"], "periods": hours}}
        editing.save(session, team, data, author="a@b.example", now=datetime(2026, 11, 24, tzinfo=UTC))
    page = user.get("/bureau/voorbeeldregio/publiceren")
    notices = [one.text_content() for one in page.document.xpath("//h2[text()='Let op']/following-sibling::ul[1]/li")]
    assert notices[0].startswith("Nieuwe witte vlek. Voorbeelddorp, maandag 0.00–9.00 en 12.00–24.00 uur")
    assert "niemand hier voor: Lokaal team of wijkteam. Terugval: Veilig Thuis." in notices[0]
    assert notices[-1].startswith("Nog ")
