from routekaart.accounts.policy import Role
from tests.support.desk import at_desk

MADE_UP, REAL = "/bureau/voorbeeldregio/gemeenten", "/bureau/flevoland/gemeenten"


def test_given_a_fictional_region_when_a_municipality_is_added_then_its_code_can_be_of_no_real_one(seeded_site):
    coordinator = at_desk(seeded_site, Role.COORDINATOR)
    page = coordinator.submit(coordinator.get(f"{MADE_UP}/nieuw"), "/nieuw", name="Voorbeeldeiland", code="1234")
    assert page.status == 422
    assert "Begin de code met VB" in page.text
    page = coordinator.submit(page, "/nieuw", name="Voorbeeldeiland", code="VB0004")
    assert (page.path, page.heading) == (f"{MADE_UP}/VB0004", "Voorbeeldeiland")


def test_given_a_municipality_that_is_there_when_added_again_then_it_says_so(seeded_site):
    coordinator = at_desk(seeded_site, Role.COORDINATOR)
    page = coordinator.submit(coordinator.get(f"{MADE_UP}/nieuw"), "/nieuw", name="Nog eens", code="VB0001")
    assert (page.status, "Dit staat er al." in page.text) == (422, True)


def test_given_a_real_region_when_a_municipality_is_added_then_only_those_of_no_region_are_offered(seeded_site):
    coordinator = at_desk(seeded_site, Role.COORDINATOR, "flevoland")
    page = coordinator.get(REAL)
    assert "Almere" in page.text
    left = coordinator.submit(coordinator.get(f"{page.link('Almere')}/verwijderen"), "verwijderen")
    assert (left.status, "Almere" in left.text) == (200, True)
    page = coordinator.get(f"{REAL}/nieuw")
    offered = page.document.xpath("//select[@name='code']/option/text()")
    assert "Almere" in offered
    assert not {"Lelystad", "Amsterdam"} & set(offered)
    almere = page.document.xpath("//select[@name='code']/option[text()='Almere']/@value")[0]
    page = coordinator.submit(page, "/nieuw", code=almere)
    assert page.heading == "Almere"


def test_given_a_municipality_that_partners_work_in_when_removed_then_it_says_so_and_stays(seeded_site):
    coordinator = at_desk(seeded_site, Role.COORDINATOR)
    page = coordinator.submit(coordinator.get(f"{MADE_UP}/VB0001/verwijderen"), "verwijderen")
    assert page.status == 422
    assert "Partner: Wijkteams Voorbeeldstad" in page.text
