import pytest

from routekaart.accounts.policy import Role
from tests.support.desk import at_desk
from tests.web.desk.test_partners import LIST, value

MATRIX = "/bureau/voorbeeldregio/rollen"


@pytest.fixture
def coordinator(seeded_site):
    return at_desk(seeded_site, Role.COORDINATOR)


def cells(page, role):
    """What the matrix says of a role: a text per column."""
    row = next(one for one in page.document.xpath("//tbody/tr") if one[0].text_content() == role)
    return [" ".join(cell.text_content().partition(". Vul in")[0].split()) for cell in row[1:]]


def test_given_a_region_when_the_matrix_is_shown_then_only_municipalities_that_differ_have_a_column(coordinator):
    page = coordinator.get(MATRIX)
    assert [head.text_content() for head in page.document.xpath("//thead//th")] == [
        "Rol",
        "Hele regio",
        "Voorbeeldstad",
        "Voorbeelddorp",
    ]
    assert cells(page, "Lokaal team of wijkteam") == [
        "Regioteam Samen Dichtbij",
        "Wijkteams Voorbeeldstad",
        "Dorpsteam Voorbeelddorp",
    ]
    assert cells(page, "Politie") == ["Politie Voorbeeld", "als hele regio", "als hele regio"]


def test_given_a_role_that_nobody_fills_when_the_matrix_is_shown_then_the_gap_stands_on_top_and_can_be_filled(
    coordinator,
):
    page = coordinator.get(MATRIX)
    page = coordinator.get(page.link("GGZ Voorbeeld"))
    page = coordinator.submit(coordinator.get(f"{page.path}/verwijderen"), "verwijderen")
    assert cells(page, "Geestelijke gezondheidszorg voor volwassenen") == ["niemand", "niemand", "niemand"]
    assert "Geestelijke gezondheidszorg voor volwassenen, hele regio: vul in" in page.text
    page = coordinator.get(page.link("vul in: Geestelijke gezondheidszorg"))
    assert value(page, "role") == "ggz"


def test_given_a_gap_in_one_municipality_when_it_is_filled_then_the_partner_has_the_role_from_now_on(coordinator):
    page = coordinator.get(f"{MATRIX}/nieuw?rol=lokaal-team&gemeente=VB0003")
    page = coordinator.submit(page, "/rollen/nieuw", partner="opvoedpunt-voorbeeld", doe="bewaar")
    assert (page.status, page.heading) == (200, "Lokaal team of wijkteam: Opvoedpunt Voorbeeld")
    assert cells(coordinator.get(MATRIX), "Lokaal team of wijkteam")[-1] == "Opvoedpunt Voorbeeld"
    partner = coordinator.get(f"{LIST}/opvoedpunt-voorbeeld")
    assert "lokaal-team" in partner.document.xpath("//input[@name='roles'][@checked]/@value")


def test_given_nothing_chosen_when_saved_then_it_says_what_to_choose(coordinator):
    page = coordinator.submit(coordinator.get(f"{MATRIX}/nieuw"), "/rollen/nieuw", doe="bewaar")
    assert page.status == 422
    assert "Rol: Kies een van de mogelijkheden." in page.text
    assert "Wie vult de rol?: Kies een van de mogelijkheden." in page.text


def test_given_a_region_without_anything_when_the_matrix_is_shown_then_the_country_fills_what_it_can(seeded_site):
    page = at_desk(seeded_site, Role.COORDINATOR, "flevoland").get("/bureau/flevoland/rollen")
    assert cells(page, "Veilig Thuis")[0].startswith(("Veilig Thuis", "landelijk: Veilig Thuis"))
    assert "hele regio: vul in" in page.text
