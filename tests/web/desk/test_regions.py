from routekaart.accounts.policy import Role
from tests.support.desk import at_desk


def test_given_a_visitor_when_they_ask_for_the_desk_then_they_are_asked_to_sign_in(visitor):
    assert visitor.get("/bureau/").path == "/bureau/aanmelden"


def test_given_a_coordinator_when_they_come_in_then_they_are_at_their_region(seeded_site):
    page = at_desk(seeded_site, Role.COORDINATOR).get("/bureau/")
    assert (page.path, page.heading) == ("/bureau/voorbeeldregio/", "Te doen")


def test_given_a_coordinator_when_they_ask_for_another_region_then_it_is_not_there(seeded_site):
    assert at_desk(seeded_site, Role.COORDINATOR).get("/bureau/flevoland/").status == 404


def test_given_a_national_administrator_when_they_come_in_then_they_choose(seeded_site):
    page = at_desk(seeded_site, Role.NATIONAL).get("/bureau/")
    assert page.link("Flevoland") == "/bureau/flevoland/"


def test_given_somebody_at_the_desk_when_they_sign_out_then_they_are_out(seeded_site):
    user = at_desk(seeded_site, Role.EDITOR)
    page = user.submit(user.get("/bureau/voorbeeldregio/"), "/afmelden")
    assert page.path == "/bureau/aanmelden"
    assert user.get("/bureau/voorbeeldregio/").path == "/bureau/aanmelden"
