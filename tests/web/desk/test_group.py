import pytest

from routekaart.accounts.policy import Role
from routekaart.regions import groups, publishing
from routekaart.regions.checks import Problem
from routekaart.regions.revision import latest
from routekaart.storage.database import reading, transaction
from routekaart.web.publications import grounds
from tests.support.desk import at_desk
from tests.support.visitor import Visitor

REGION, OLD, OUTSIDE, GROUP = "voorbeeldregio", "voorbeeldregio-2011", "flevoland", "voorbeeld-bovenregio"
PAGE = f"/bureau/{REGION}/groep"
DOES = "Bel bij een verhuizing binnen een dag het lokale team van de nieuwe regio."
NOTE = "Alle regio’s spraken dit af."


@pytest.fixture
def coordinator(seeded_site) -> Visitor:
    return at_desk(seeded_site, Role.COORDINATOR, REGION)


def edited(visitor: Visitor, **typed: str):
    page = visitor.get(f"{PAGE}/afspraken/verhuizing")
    return visitor.submit(page, "/verhuizing", **({"does": DOES} | typed))


def proved(app, *problems: Problem):
    """What the proofs say of each region with the group's draft. They take some seconds each."""
    services = app.extensions["routekaart"]
    members = [one.document for one in services.maps.live.all().values() if one.document.group == GROUP]
    with app.app_context(), transaction(services.engine) as session:
        against = grounds()
        proposed = groups.with_group(against, groups.look(session, GROUP, members, against).document)
        for one in members:
            now = services.maps.live.get(REGION).made_at
            publishing.remember_proof(session, one, problems, now=now, grounds=proposed)


def test_given_an_agreement_of_the_group_when_published_then_every_region_of_it_shows_it_and_no_other(
    seeded_site, coordinator
):
    assert "is bewaard in je concept" in edited(coordinator).text
    page = coordinator.get(PAGE)
    assert DOES in page.text
    guest = Visitor(seeded_site.test_client())
    places = [f"/{slug}/geen-sector/afspraken" for slug in (REGION, OLD, OUTSIDE)]
    assert [DOES in guest.get(one).text for one in places] == [False, False, False]
    proved(seeded_site)
    done = coordinator.submit(page, "groep/publiceren", uitleg=NOTE)
    assert "Het geldt nu in elke regio van de groep" in done.text
    assert [DOES in guest.get(one).text for one in places] == [True, True, False]
    with reading(seeded_site.extensions["routekaart"].engine) as session:
        found = latest(session, groups.key_of(GROUP))
    assert (found.number, found.note) == (2, NOTE)
    assert "Er is niets veranderd" in coordinator.get(PAGE).text


def test_given_a_rule_that_breaks_in_a_region_when_published_then_the_region_is_named_and_nothing_is_live(
    seeded_site, coordinator
):
    edited(coordinator)
    proved(seeded_site, Problem((), 'action "verhuizing" comes before safety', ""))
    page = coordinator.submit(coordinator.get(PAGE), "groep/publiceren", uitleg=NOTE)
    assert page.status == 422
    assert "Dit moet eerst kloppen Voorbeeldregio." in page.text
    with reading(seeded_site.extensions["routekaart"].engine) as session:
        assert latest(session, groups.key_of(GROUP)).number == 1


def test_given_no_note_when_published_then_it_is_asked_and_nothing_is_live(seeded_site, coordinator):
    edited(coordinator)
    page = coordinator.submit(coordinator.get(PAGE), "groep/publiceren", uitleg=" ")
    assert page.status == 422
    with reading(seeded_site.extensions["routekaart"].engine) as session:
        assert latest(session, groups.key_of(GROUP)).number == 1


def test_given_an_edit_when_taken_back_then_the_draft_is_as_it_was(coordinator):
    page = edited(coordinator)
    assert DOES not in coordinator.submit(page, "/groep/ongedaan/").form("/verhuizing").fields["does"]
    assert "Er is niets veranderd" in coordinator.get(PAGE).text


def test_given_a_covenant_on_which_an_agreement_rests_when_removed_then_it_is_refused(coordinator):
    page = coordinator.get(f"{PAGE}/convenanten/bovenregionaal-protocol/verwijderen")
    assert coordinator.submit(page, "/verwijderen").status == 422


def test_given_a_new_covenant_and_agreement_when_kept_then_they_stand_in_the_lists(coordinator):
    page = coordinator.get(f"{PAGE}/convenanten/nieuw")
    assert coordinator.submit(page, "/nieuw", name="Samen sterk", valid_from="1-1-2027").status == 200
    page = coordinator.get(f"{PAGE}/afspraken/nieuw")
    page = coordinator.submit(page, "/nieuw", does=DOES, step="wegen", role="jgz", covenant="samen-sterk")
    assert "Samen sterk" in coordinator.get(f"{PAGE}/afspraken").text
    assert DOES in coordinator.get(f"{PAGE}/afspraken").text


@pytest.mark.parametrize(("role", "slug"), [(Role.EDITOR, REGION), (Role.TRAINER, REGION), (Role.COORDINATOR, OUTSIDE)])
def test_given_somebody_who_may_not_publish_here_when_the_group_is_asked_then_it_is_not_there(seeded_site, role, slug):
    visitor = at_desk(seeded_site, role, slug)
    assert [visitor.get(one).status for one in (PAGE, f"{PAGE}/afspraken", f"{PAGE}/afspraken/verhuizing")] == [404] * 3


def test_given_a_region_without_a_group_when_asked_then_it_is_not_there_and_not_in_the_menu(seeded_site):
    visitor = at_desk(seeded_site, Role.COORDINATOR, OUTSIDE)
    assert visitor.get(f"/bureau/{OUTSIDE}/groep").status == 404
    assert "Samen met andere regio" not in visitor.get(f"/bureau/{OUTSIDE}/").text


def test_given_a_group_when_its_stored_name_is_asked_as_a_region_then_there_is_none(seeded_site):
    guest, national = Visitor(seeded_site.test_client()), at_desk(seeded_site, Role.NATIONAL)
    assert guest.get(f"/groep:{GROUP}/versie/1/").status == 404
    assert national.get(f"/bureau/groep:{GROUP}/").status == 404
