from routekaart.accounts.policy import Role
from routekaart.regions import editing
from routekaart.storage.database import reading
from tests.support.desk import at_desk

PLACE = "/bureau/voorbeeldregio/organisaties"
TREE = "basisschool-de-voorbeeldboom"


def kept(site, name=TREE):
    with reading(site.extensions["routekaart"].engine) as session:
        return editing.entry(session, "voorbeeldregio", "organisations", name).data


def test_given_an_organisation_when_kept_then_what_the_form_does_not_show_stays(seeded_site):
    user = at_desk(seeded_site, Role.COORDINATOR)
    page = user.get(f"{PLACE}/{TREE}")
    before = kept(seeded_site)
    user.submit(page, f"/{TREE}", doe="bewaar", note="Een school.")
    assert _without_order(kept(seeded_site)) == _without_order({**before, "note": "Een school."})


def test_given_a_new_organisation_when_kept_with_an_officer_then_it_has_an_address_of_its_own(seeded_site):
    user = at_desk(seeded_site, Role.COORDINATOR)
    page = user.submit(user.get(f"{PLACE}/nieuw"), "/nieuw", doe="meer:partners")
    values = {"partners.0.name": "Aandachtsfunctionaris", "partners.0.roles": ["aandachtsfunctionaris"]}
    user.submit(page, "/nieuw", doe="bewaar", name="Kinderopvang Zon", sector="kinderopvang", **values)
    data = kept(seeded_site, "kinderopvang-zon")
    assert (data["partners"][0]["id"], data["partners"][0]["services"]) == ("aandachtsfunctionaris", [])
    page = user.get(f"{PLACE}/kinderopvang-zon/stappen")
    assert page.link("organisatie=kinderopvang-zon") == "/voorbeeldregio/kinderopvang/?organisatie=kinderopvang-zon"


def test_given_an_organisation_without_an_officer_when_listed_then_it_is_marked(seeded_site):
    user = at_desk(seeded_site, Role.COORDINATOR)
    user.submit(user.get(f"{PLACE}/nieuw"), "/nieuw", doe="bewaar", name="Kinderopvang Zon", sector="kinderopvang")
    assert "geen aandachtsfunctionaris" in user.get(PLACE).text


def test_given_a_step_of_an_organisation_when_kept_then_its_people_and_other_steps_stay(seeded_site):
    user = at_desk(seeded_site, Role.COORDINATOR)
    page = user.get(f"{PLACE}/{TREE}/stappen/wegen")
    page = user.submit(
        page, "/stappen/wegen", doe="bewaar", **{"layer.steps.wegen.text": "Weeg met de intern begeleider."}
    )
    assert "is bewaard in je concept" in page.text
    data = kept(seeded_site)
    assert set(data["layer"]["steps"]) == {"overleg", "wegen"}
    assert len(data["partners"]) == 3


def test_given_a_step_of_an_organisation_when_opened_then_words_of_the_region_are_inherited(seeded_site):
    page = at_desk(seeded_site, Role.COORDINATOR).get(f"{PLACE}/{TREE}/stappen/gesprek")
    assert "Neem de gesprekskaart van de regio door" in page.text


def _without_order(data):
    """Roles are written in the order in which they are offered."""
    return {**data, "partners": [{**one, "roles": sorted(one["roles"])} for one in data["partners"]]}
