from routekaart.accounts.policy import Role
from routekaart.regions import editing
from routekaart.storage.database import reading
from tests.support.desk import at_desk

STEPS = "/bureau/voorbeeldregio/stappen"
STEP = "steps.gesprek"


def said(site):
    with reading(site.extensions["routekaart"].engine) as session:
        return editing.entry(session, "voorbeeldregio", "layer", "-").data["steps"]


def test_given_the_steps_when_listed_then_each_tells_how_much_the_region_says(seeded_site):
    page = at_desk(seeded_site, Role.EDITOR).get(STEPS)
    assert "Een tekst en 1 valkuil" in page.text
    assert "Hier zegt de regio niets bij." in page.text


def test_given_a_step_when_opened_then_what_is_inherited_stands_beside_it(seeded_site):
    page = at_desk(seeded_site, Role.EDITOR).get(f"{STEPS}/signaleren")
    assert "Schrijf op of het gezin ook in een andere regio woont of hulp krijgt. Voorbeeldprovincie" in page.text


def test_given_a_step_when_kept_unchanged_then_nothing_changed(seeded_site):
    user = at_desk(seeded_site, Role.COORDINATOR)
    before = said(seeded_site) if user.get(STEPS) else {}
    for step in ("signaleren", "overleg", "gesprek", "acuut"):
        page = user.submit(user.get(f"{STEPS}/{step}"), f"/stappen/{step}", doe="bewaar")
        assert "Er was niets veranderd." in page.text
    assert said(seeded_site) == before


def test_given_a_text_and_an_addition_when_kept_then_other_steps_and_conditions_stay(seeded_site):
    user = at_desk(seeded_site, Role.COORDINATOR)
    page = user.submit(user.get(f"{STEPS}/gesprek"), "/stappen/gesprek", doe=f"meer:{STEP}.add")
    values = {
        f"{STEP}.text": "Neem **de tijd**.",
        f"{STEP}.add.1.kind": "record",
        f"{STEP}.add.1.text": "Leg vast wie erbij was",
    }
    page = user.submit(page, "/stappen/gesprek", doe="bewaar", **values)
    assert "is bewaard in je concept" in page.text
    after = said(seeded_site)
    assert after["gesprek"]["text"] == "Neem **de tijd**."
    assert after["gesprek"]["add"][0]["when"] == {"active": "bereid-gesprek-voor"}
    assert after["gesprek"]["add"][1] == {
        "record": "voorbeeldregio-leg-vast-wie-erbij-was",
        "text": "Leg vast wie erbij was",
    }
    assert after["overleg"]["specialise"][0]["item"] == "overleg-collega"


def test_given_an_addition_without_words_when_kept_then_the_field_says_so_and_nothing_changes(seeded_site):
    user = at_desk(seeded_site, Role.COORDINATOR)
    page = user.submit(user.get(f"{STEPS}/gesprek"), "/stappen/gesprek", doe="bewaar", **{f"{STEP}.add.0.text": ""})
    assert page.status == 422
    assert page.document.xpath("//*[@id='steps-gesprek-add-0-text'][@aria-invalid='true']")
    assert said(seeded_site)["gesprek"]["add"][0]["text"]


def test_given_a_text_when_its_preview_is_asked_then_it_is_shown_and_not_kept(seeded_site):
    user = at_desk(seeded_site, Role.EDITOR)
    page = user.submit(
        user.get(f"{STEPS}/wegen"), "/stappen/wegen", doe="toon", **{"steps.wegen.text": "Weeg **samen**."}
    )
    assert page.document.xpath("//div[@data-preview]//strong")[0].text == "samen"
    assert "wegen" not in said(seeded_site)


def test_given_an_unknown_step_when_opened_then_it_is_not_there(seeded_site):
    assert at_desk(seeded_site, Role.EDITOR).get(f"{STEPS}/dansen").status == 404
