"""Somebody on a walk is told what the region changed since, as far as it matters to them."""

from datetime import UTC, datetime

import pytest

from routekaart.regions.document import RegionDocument
from routekaart.regions.revision import add_revision
from routekaart.storage.database import transaction
from tests.support.answering import begin, walk_on
from tests.support.regions import voorbeeldregio

NOW = datetime(2026, 11, 25, tzinfo=UTC)


@pytest.fixture
def publish(seeded_site):
    """Publishes the example region with one partner changed."""

    def publishing(partner: str, **changed):
        data = voorbeeldregio().model_dump(mode="json")
        next(one for one in data["partners"] if one["id"] == partner).update(changed)
        app = seeded_site.extensions["routekaart"]
        with transaction(app.engine) as session:
            add_revision(session, RegionDocument.model_validate(data), author="a", note="", made_at=NOW)
        app.maps.live.look_again()

    return publishing


def banners(page):
    return " ".join(" ".join(one.text_content().split()) for one in page.document.xpath("//aside"))


def test_given_a_partner_of_the_advice_when_it_changes_then_the_walk_is_told_what_and_where_to_read_on(
    visitor, publish
):
    walk_on(visitor, begin(visitor, region="voorbeeldregio"), {})
    assert "bijgewerkt" not in banners(visitor.get("/doorloop/overzicht"))
    publish("veilig-thuis-voorbeeldregio", name="Veilig Thuis Nieuw")
    page = visitor.get("/doorloop/overzicht")
    assert "Dit veranderde voor jouw doorloop: Partner: Veilig Thuis Nieuw: naam is nu" in banners(page)
    assert page.link("Alle wijzigingen") == "/voorbeeldregio/wijzigingen"


def test_given_a_partner_outside_the_advice_when_it_changes_then_the_walk_is_told_that_nothing_matters(
    visitor, publish
):
    begin(visitor, region="voorbeeldregio")
    publish("wijkteams-voorbeeldstad", name="Buurtteam")
    assert "Aan de partners en afspraken in jouw doorloop veranderde niets." in banners(visitor.get("/doorloop/"))
