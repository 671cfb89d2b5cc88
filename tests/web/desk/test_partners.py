import pytest

from routekaart.accounts.policy import Role
from tests.support.desk import at_desk

LIST = "/bureau/voorbeeldregio/partners"
TEAM = f"{LIST}/wijkteams-voorbeeldstad"


@pytest.fixture
def coordinator(seeded_site):
    return at_desk(seeded_site, Role.COORDINATOR)


def value(page, name):
    """What a field of the page's form holds."""
    return page.form(page.path).fields[name]


def errors(page):
    """What the summary says, with where each leads."""
    return {a.text_content(): a.get("href") for a in page.document.xpath("//*[@data-error-summary]//a")}


def test_given_a_region_when_the_partners_are_listed_then_each_tells_how_to_reach_it_and_what_it_is_here(coordinator):
    page = coordinator.get(LIST)
    assert page.heading == "Partners"
    assert "Wijkteams Voorbeeldstad" in page.text
    assert "0199-00 00 02" in page.text


def test_given_a_word_when_the_list_is_searched_then_only_what_holds_it_is_shown(coordinator):
    page = coordinator.get(f"{LIST}?zoek=dorpsteam")
    assert "Dorpsteam Voorbeelddorp" in page.text
    assert "Wijkteams Voorbeeldstad" not in page.text
    assert "1 van" in page.text


def test_given_a_partner_when_a_field_is_saved_then_the_draft_has_it_and_live_stands_next_to_it(coordinator):
    page = coordinator.submit(coordinator.get(TEAM), TEAM, note="Bel voor tienen.", doe="bewaar")
    assert (page.path, value(page, "note").strip()) == (TEAM, "Bel voor tienen.")
    assert "is bewaard in je concept" in page.text
    assert "1 verschil met wat nu live is" in page.text
    row = page.document.xpath("//table//tbody/tr")[0]
    assert [cell.text_content() for cell in row] == ["opmerking", "niet ingevuld", "‘Bel voor tienen.’"]
    assert "gewijzigd" in coordinator.get(LIST).text
    assert "Bel voor tienen." not in coordinator.get("/voorbeeldregio").text


def test_given_a_change_when_it_is_undone_then_the_partner_is_as_it_was_and_that_can_be_undone_too(coordinator):
    page = coordinator.submit(coordinator.get(TEAM), TEAM, note="Bel voor tienen.", doe="bewaar")
    page = coordinator.submit(page, "/ongedaan/")
    assert (page.path, value(page, "note").strip()) == (TEAM, "")
    assert "Gelijk aan wat nu live is" in page.text
    page = coordinator.submit(page, "/ongedaan/")
    assert value(page, "note").strip() == "Bel voor tienen."


def test_given_two_changes_of_one_field_when_the_first_is_undone_then_it_says_that_it_cannot(coordinator):
    first = coordinator.submit(coordinator.get(TEAM), TEAM, note="een", doe="bewaar")
    coordinator.submit(coordinator.get(TEAM), TEAM, note="twee", doe="bewaar")
    page = coordinator.submit(first, "/ongedaan/")
    assert (page.status, page.heading) == (409, "Dit kan niet meer vanzelf terug")
    assert value(coordinator.get(TEAM), "note").strip() == "twee"


def test_given_numbers_and_addresses_as_people_type_them_when_saved_then_they_are_in_their_one_form(coordinator):
    typed = {
        "contacts.0.value": "0199 000 077",
        "contacts.2.value": "Wijkteams@VOORBEELD.example ",
        "contacts.3.value": "Wijkteams.Voorbeeld.example/aanmelden",
    }
    page = coordinator.submit(coordinator.get(TEAM), TEAM, **typed, doe="bewaar")
    found = [value(page, f"contacts.{at}.value") for at in (0, 2, 3)]
    assert found == [
        "0199-00 00 77",
        "Wijkteams@voorbeeld.example",
        "https://wijkteams.voorbeeld.example/aanmelden",
    ]


@pytest.mark.parametrize(
    ("field", "typed", "told"),
    [
        ("contacts.0.value", "1234", "Nummer of adres: Dit is geen telefoonnummer."),
        ("contacts.2.value", "wij@", "Nummer of adres: Dit is geen mailadres."),
        ("contacts.3.value", "zomaar iets", "Nummer of adres: Dit is geen webadres."),
        ("contacts.0.value", "0800-2001", "Nummer of adres: Deze regio is verzonnen."),
        ("name", "", "Naam: Vul dit in."),
        ("verification.verified_on", "30-02-2026", "Gecontroleerd op: Vul een dag in die bestaat"),
        ("services.0.target.min_age", "jong", "Vanaf leeftijd: Vul een heel getal in."),
        ("services.0.waiting.weeks", "999", "Weken: Vul 208 in, of minder."),
        ("schedule.periods.0.hours.van", "straks", "Tijden: Vul twee tijden in"),
        ("schedule.exceptions.0.hours", "ochtend", "Uren op die dagen: Vul twee tijden in"),
    ],
)
def test_given_something_wrong_when_saved_then_it_is_told_at_its_field_and_what_was_typed_is_still_there(
    coordinator, field, typed, told
):
    dorp = f"{LIST}/dorpsteam-voorbeelddorp" if "exceptions" in field else TEAM
    page = coordinator.submit(coordinator.get(dorp), dorp, **{field: typed}, note="Blijft", doe="bewaar")
    assert page.status == 422
    ((text, href),) = errors(page).items()
    assert told in text
    assert page.document.get_element_by_id(href.removeprefix("#")) is not None
    assert (value(page, field).strip(), value(page, "note").strip()) == (typed, "Blijft")
    assert "Blijft" not in coordinator.get(dorp).text


def test_given_a_real_region_when_a_contact_is_made_up_then_it_is_refused(seeded_site):
    coordinator = at_desk(seeded_site, Role.COORDINATOR, "flevoland")
    add = "/bureau/flevoland/partners/nieuw"
    page = coordinator.submit(coordinator.get(add), add, name="Wijkteam", doe="meer:contacts")
    page = coordinator.submit(page, add, **{"contacts.0.value": "0199-000001", "doe": "bewaar"})
    assert page.status == 422
    assert "Dit contact is verzonnen" in page.text
    page = coordinator.submit(page, add, **{"contacts.0.value": "0320 279 111", "doe": "bewaar"})
    assert (page.path, page.heading) == ("/bureau/flevoland/partners/wijkteam", "Wijkteam")


def test_given_a_form_without_javascript_when_a_row_is_asked_for_then_it_comes_with_all_that_was_typed(coordinator):
    page = coordinator.submit(coordinator.get(TEAM), TEAM, note="Nog niet bewaard", doe="meer:contacts")
    assert (page.status, value(page, "note").strip()) == (200, "Nog niet bewaard")
    page = coordinator.submit(page, TEAM, **{"contacts.4.value": "0199-000078", "doe": "hoger:contacts.4"})
    assert value(page, "contacts.3.value") == "0199-00 00 78"
    page = coordinator.submit(page, TEAM, doe="minder:contacts.0")
    assert value(page, "contacts.2.value") == "0199-00 00 78"
    assert "Nog niet bewaard" not in coordinator.get(TEAM).text
    page = coordinator.submit(page, TEAM, doe="bewaar")
    assert [value(page, f"contacts.{at}.value") for at in range(2)] == ["0199-00 00 03", "wijkteams@voorbeeld.example"]


def test_given_a_row_that_stays_empty_when_saved_then_it_is_not_kept(coordinator):
    page = coordinator.submit(coordinator.get(TEAM), TEAM, doe="meer:services")
    page = coordinator.submit(page, TEAM, doe="bewaar")
    assert "Er was niets veranderd." in page.text
    assert "Aanbod 3" not in page.text


def test_given_a_new_service_when_saved_then_it_has_an_id_of_its_own_name(coordinator):
    page = coordinator.submit(coordinator.get(TEAM), TEAM, doe="meer:services")
    new = {"services.2.name": "Hulp aan huis", "services.2.what": "Nog een", "services.2.level": "3"}
    page = coordinator.submit(page, TEAM, **new, doe="bewaar")
    assert value(page, "services.2.id") == "hulp-aan-huis"


def test_given_a_partner_when_saved_as_checked_today_then_that_is_kept_with_who_did_it(coordinator):
    page = coordinator.submit(coordinator.get(TEAM), TEAM, doe="gecontroleerd")
    assert value(page, "verification.verified_by") == "coordinator voorbeeldregio"
    assert value(page, "verification.verified_on") != "01-09-2026"


def test_given_a_name_when_a_partner_is_added_then_its_id_is_made_of_it_and_is_unlike_others(coordinator):
    add = f"{LIST}/nieuw"
    for expected in ("cafe-zuid", "cafe-zuid-2"):
        page = coordinator.submit(coordinator.get(add), add, name="Café Zuid!", doe="bewaar")
        assert page.path == f"{LIST}/{expected}"
    assert "Staat alleen in je concept" in page.text


def test_given_a_partner_that_is_needed_when_removed_then_it_says_by_what_and_stays(coordinator):
    page = coordinator.submit(coordinator.get(f"{TEAM}/verwijderen"), "verwijderen")
    assert page.status == 422
    assert "Wie welke rol vult" in page.text
    assert coordinator.get(TEAM).status == 200


def test_given_a_role_that_the_partner_fills_when_it_is_taken_away_then_it_says_so(coordinator):
    page = coordinator.submit(coordinator.get(TEAM), TEAM, roles=[], doe="bewaar")
    assert page.status == 422
    assert "Hierdoor klopt dit niet meer: Wie welke rol vult" in page.text


def test_given_a_partner_that_nothing_needs_when_removed_then_it_is_gone_and_can_be_put_back(coordinator):
    opvoed = f"{LIST}/opvoedpunt-voorbeeld"
    page = coordinator.submit(coordinator.get(f"{opvoed}/verwijderen"), "verwijderen")
    assert (page.path, "Verwijderd, nog niet gepubliceerd" in page.text) == (LIST, True)
    assert coordinator.get(opvoed).status == 404
    page = coordinator.submit(page, "/ongedaan/")
    assert (page.path, page.heading) == (opvoed, "Opvoedpunt Voorbeeld")


def test_given_an_editor_of_another_region_when_they_ask_for_a_partner_or_undo_then_it_is_not_there(seeded_site):
    coordinator = at_desk(seeded_site, Role.COORDINATOR)
    page = coordinator.submit(coordinator.get(TEAM), TEAM, note="Van ons", doe="bewaar")
    undo = page.form("/ongedaan/").action
    other = at_desk(seeded_site, Role.EDITOR, "flevoland")
    assert other.get(TEAM).status == 404
    form = other.get("/bureau/flevoland/partners/nieuw")
    for address in (undo, undo.replace("voorbeeldregio", "flevoland")):
        assert other.submit(form, "/partners/nieuw", to=address).status == 404
