from routekaart.accounts.policy import Role
from tests.support.desk import at_desk
from tests.web.desk.test_partners import value

HEAD = "/bureau/voorbeeldregio/regio"


def test_given_the_head_of_a_region_when_saved_then_the_draft_has_it_and_what_the_form_has_not_stays(seeded_site):
    coordinator = at_desk(seeded_site, Role.COORDINATOR)
    typed = {"display_name": "Zorgoog", "retention_days": "14", "organisation.website": "Veiligthuis.Voorbeeld.example"}
    page = coordinator.submit(coordinator.get(HEAD), HEAD, **typed, doe="bewaar")
    assert (page.path, page.heading) == (HEAD, "De regio")
    assert [value(page, name) for name in ("display_name", "retention_days")] == ["Zorgoog", "14"]
    assert value(page, "organisation.website") == "https://veiligthuis.voorbeeld.example"
    assert "2 verschillen met wat nu live is" in page.text
    assert "Verzonnen regio" in coordinator.get("/bureau/voorbeeldregio/").document.text_content()


def test_given_a_walk_that_would_be_kept_too_long_when_saved_then_it_says_how_long_it_may_be(seeded_site):
    coordinator = at_desk(seeded_site, Role.COORDINATOR)
    page = coordinator.submit(coordinator.get(HEAD), HEAD, retention_days="60", doe="bewaar")
    assert (page.status, "Bewaartermijn van een doorloop: Vul 30 in, of minder." in page.text) == (422, True)


def test_given_a_coordinator_with_a_made_up_number_in_a_real_region_when_saved_then_it_is_refused(seeded_site):
    there = "/bureau/flevoland/regio"
    coordinator = at_desk(seeded_site, Role.COORDINATOR, "flevoland")
    page = coordinator.submit(coordinator.get(there), there, doe="meer:coordinator.contacts")
    who = {"coordinator.function": "Coördinator", "coordinator.organisation": "Gemeente"}
    contact = {"coordinator.contacts.0.kind": "email", "coordinator.contacts.0.value": "wij@voorbeeld.example"}
    page = coordinator.submit(page, there, **who, **contact, doe="bewaar")
    assert (page.status, "Dit contact is verzonnen" in page.text) == (422, True)
    page = coordinator.submit(page, there, doe="minder:coordinator.contacts.0")
    page = coordinator.submit(page, there, doe="bewaar")
    assert value(page, "coordinator.function") == "Coördinator"
