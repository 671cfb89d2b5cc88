import pytest

from routekaart.accounts.policy import Role
from routekaart.regions import editing
from routekaart.storage.database import reading
from tests.support.desk import at_desk

DESK = "/bureau/voorbeeldregio"


def kept(site, kind, entry_id):
    with reading(site.extensions["routekaart"].engine) as session:
        return editing.entry(session, "voorbeeldregio", kind, entry_id).data


def test_given_agreements_when_listed_then_each_tells_step_role_term_and_paper(seeded_site):
    page = at_desk(seeded_site, Role.EDITOR).get(f"{DESK}/afspraken")
    assert page.heading == "Afspraken"
    assert "Weeg wat er aan de hand is · Lokaal team of wijkteam · binnen twee werkdagen" in page.text
    assert "niemand aanspreekbaar" in page.text


def test_given_a_region_group_when_agreements_are_listed_then_what_is_inherited_stands_apart(seeded_site):
    page = at_desk(seeded_site, Role.EDITOR).get(f"{DESK}/afspraken")
    assert "Geldt hier ook: Voorbeeldprovincie" in page.text
    assert "Bovenregionaal protocol Voorbeeldprovincie (verzonnen)" in page.text


def test_given_a_new_agreement_when_kept_then_it_has_an_id_of_its_words(seeded_site):
    user = at_desk(seeded_site, Role.COORDINATOR)
    page = user.get(f"{DESK}/afspraken/nieuw")
    page = user.submit(
        page,
        "/afspraken/nieuw",
        does="Het consultatiebureau weegt mee.",
        step="wegen",
        role="jgz",
        term="dezelfde week",
        covenant="bovenregionaal-protocol",
        municipalities=["VB0001"],
    )
    assert "staat nu in je concept" in page.text
    data = kept(seeded_site, "agreements", "het-consultatiebureau-weegt-mee")
    assert (data["covenant"], data["municipalities"]) == ("bovenregionaal-protocol", ["VB0001"])


def test_given_an_agreement_for_one_town_when_made_a_task_for_all_then_the_field_says_why_not(seeded_site):
    user = at_desk(seeded_site, Role.COORDINATOR)
    page = user.get(f"{DESK}/afspraken/dorpsteam-weegt-mee")
    page = user.submit(page, "/dorpsteam-weegt-mee", kind="weigh")
    assert page.status == 422
    assert "Deze afspraak geldt in enkele gemeenten" in page.text
    assert kept(seeded_site, "agreements", "dorpsteam-weegt-mee")["kind"] is None


def test_given_a_covenant_that_ends_before_it_starts_when_kept_then_it_is_refused_and_nothing_is_lost(seeded_site):
    user = at_desk(seeded_site, Role.COORDINATOR)
    page = user.get(f"{DESK}/convenanten/nieuw")
    page = user.submit(page, "/nieuw", name="Samen sterk", valid_from="1-1-2027", valid_until="31-12-2026")
    assert page.status == 422
    assert "De laatste dag ligt voor de eerste." in page.text
    assert page.form("/nieuw").fields["name"] == "Samen sterk"


def test_given_a_covenant_on_which_agreements_rest_when_removed_then_they_are_named(seeded_site):
    user = at_desk(seeded_site, Role.COORDINATOR)
    page = user.get(f"{DESK}/convenanten/gebruik-verwijsindex/verwijderen")
    page = user.submit(page, "/verwijderen")
    assert page.status == 422
    assert "Verwijsindex" in page.text


def test_given_a_referral_index_agreement_when_changed_then_the_draft_has_it(seeded_site):
    user = at_desk(seeded_site, Role.COORDINATOR)
    page = user.get(f"{DESK}/verwijsindex/2")
    user.submit(page, "/verwijsindex/2", use="niet-gebruikt", when_to_match="Nooit meer.")
    data = kept(seeded_site, "referral_index", "2")
    assert (data["use"], data["when_to_match"]) == ("niet-gebruikt", ["Nooit meer."])


def test_given_a_course_without_a_way_to_apply_when_kept_then_the_list_says_so(seeded_site):
    user = at_desk(seeded_site, Role.COORDINATOR)
    user.submit(user.get(f"{DESK}/scholing/nieuw"), "/nieuw", title="Leren wegen", what="Oefenen.")
    assert kept(seeded_site, "training", "leren-wegen")["apply"] is None
    assert "geen aanmelding" in user.get(f"{DESK}/scholing").text


def test_given_a_course_with_an_unsafe_address_when_kept_then_the_address_says_so(seeded_site):
    user = at_desk(seeded_site, Role.COORDINATOR)
    page = user.get(f"{DESK}/scholing/meldcode-basis")
    page = user.submit(page, "/meldcode-basis", **{"apply.value": "ftp://academie.example"})
    assert page.status == 422
    assert "Dit is geen webadres" in page.text


@pytest.mark.parametrize("place", ["afspraken", "convenanten", "verwijsindex", "scholing"])
def test_given_a_trainer_when_they_come_to_edit_then_it_is_not_there(seeded_site, place):
    assert at_desk(seeded_site, Role.TRAINER).get(f"{DESK}/{place}").status == 404
