"""A walk ends under the edition that it began under, whatever the region works with since."""

from datetime import UTC, datetime

import pytest

from routekaart import config
from routekaart.regions.files import read_regions
from routekaart.regions.revision import add_revision
from routekaart.storage.database import engine_for, transaction
from routekaart.web.app import create_app
from tests.support.answering import begin, walk_on
from tests.support.visitor import Visitor
from tests.web.walk.test_resume import code_of

OTHER = "basismodel-2011"


def moved_on(app, region, edition):
    """The site as another process serves it after the region adopted another edition."""
    settings = app.extensions["routekaart"].settings
    document = read_regions(config.ROOT / "content").regions[region]
    newer = document.model_copy(update={"edition": edition})
    engine = engine_for(settings.database_url)
    with transaction(engine) as session:
        add_revision(session, newer, author="a", note="", made_at=datetime(2026, 11, 25, tzinfo=UTC))
    engine.dispose()
    other = create_app(settings)
    other.testing = True
    return other


def resumed(app, code):
    """Somebody else's browser that goes on with a walk."""
    visitor = Visitor(app.test_client())
    visitor.submit(visitor.get("/doorloop/verder"), "/verder", code=code)
    return visitor


def banners(page):
    return " ".join(one.text_content() for one in page.document.xpath("//*[contains(@class, 'banner')]"))


@pytest.fixture
def walk(seeded_site, visitor):
    """A walk in Flevoland with one answer, and the site after Flevoland adopted another edition."""
    visitor.submit(begin(visitor, region="flevoland"), "/vraag/", antwoord="nee")
    other = moved_on(seeded_site, "flevoland", OTHER)
    yield resumed(other, code_of(visitor))
    other.extensions["routekaart"].engine.dispose()


def test_given_a_region_that_changes_edition_when_a_walk_is_open_then_it_goes_on_and_says_so(walk):
    page = walk.get("/doorloop/")
    assert "Je begon met ‘Meldcode met afwegingskader (2019)’" in banners(page)
    assert "De gegevens van deze regio zijn bijgewerkt" not in banners(page)
    answers = walk.get("/doorloop/overzicht")
    assert "AMK" not in answers.text
    assert "Nee" in answers.text


def test_given_that_walk_when_answered_to_its_end_then_its_advice_is_of_that_edition(walk):
    advice = walk_on(walk, walk.get("/doorloop/"), {})
    assert advice.path == "/doorloop/advies"
    assert "Je begon met ‘Meldcode met afwegingskader (2019)’" in banners(advice)
    assert "AMK" not in advice.text
    assert "Veilig Thuis" in advice.text


def test_given_a_new_walk_there_then_it_begins_under_the_new_edition(walk):
    other = Visitor(walk.client.application.test_client())
    assert "Je begon met" not in banners(begin(other, region="flevoland"))
    assert "AMK" in other.get("/flevoland/onderwijs/overleg").text


def test_given_additions_that_the_edition_of_the_walk_does_not_know_then_the_walk_still_goes_on(seeded_site, visitor):
    begin(visitor)
    newer = moved_on(seeded_site, "voorbeeldregio", OTHER)
    maps = newer.extensions["routekaart"].maps
    kept = maps.get("voorbeeldregio", "onderwijs", edition="meldcode-2019")
    assert kept is not None
    assert (kept.own_edition, kept.routemap.edition.id) == (False, "meldcode-2019")
    assert "Je begon met" in banners(resumed(newer, code_of(visitor)).get("/doorloop/"))
    newer.extensions["routekaart"].engine.dispose()


def test_given_a_layer_that_does_not_fit_another_edition_then_it_is_left_out_and_that_is_told(seeded_site):
    maps = seeded_site.extensions["routekaart"].maps
    found = maps.get("voorbeeldregio", "onderwijs", edition="basismodel-2011")
    assert found is not None
    own = any(item.provenance.title == "Voorbeeldregio" for item in found.routemap.items())
    assert own is found.own_layers
