from routekaart.accounts.policy import Role
from routekaart.regions import editing
from routekaart.storage.database import reading
from tests.support.desk import at_desk

LIBRARY = "/bureau/voorbeeldregio/documenten"


def test_given_a_new_document_when_kept_as_checked_then_the_day_and_function_are_written(seeded_site):
    user = at_desk(seeded_site, Role.COORDINATOR)
    page = user.get(f"{LIBRARY}/nieuw")
    user.submit(
        page,
        "/nieuw",
        title="Brief aan ouders",
        what="Voorbeeldbrief.",
        link="documenten.voorbeeld.example/brief.pdf",
        steps=["gesprek"],
        doe="gecontroleerd",
    )
    with reading(seeded_site.extensions["routekaart"].engine) as session:
        data = editing.entry(session, "voorbeeldregio", "documents", "brief-aan-ouders").data
    assert data["link"] == "https://documenten.voorbeeld.example/brief.pdf"
    assert (data["reviewed_by"], data["review_months"], data["steps"]) == (
        "coordinator voorbeeldregio",
        12,
        ["gesprek"],
    )
    assert data["reviewed_on"]


def test_given_a_document_without_an_address_when_kept_then_it_is_asked_for(seeded_site):
    user = at_desk(seeded_site, Role.EDITOR)
    page = user.submit(user.get(f"{LIBRARY}/nieuw"), "/nieuw", title="Brief", what="Een brief.")
    assert page.status == 422
    assert page.document.xpath("//a[@href='#link']")[0].text_content() == "Webadres: Vul dit in."


def test_given_an_old_check_when_the_library_is_listed_then_it_is_marked(seeded_site):
    assert "niet recent gecontroleerd" in at_desk(seeded_site, Role.EDITOR).get(LIBRARY).text


def test_given_a_document_at_a_step_when_the_step_is_read_then_it_stands_there_with_the_region_s_words(visitor):
    page = visitor.get("/voorbeeldregio/onderwijs/gesprek")
    assert page.link("Gesprekskaart van de regio") == "https://documenten.voorbeeld.example/gesprekskaart.pdf"
    page = visitor.get("/voorbeeldregio/onderwijs/signaleren")
    assert "Van Voorbeeldregio In de Voorbeeldregio kijken we samen." in page.text
    assert "**" not in page.text
    assert page.link("de pagina van de werkgroep") == "https://werkgroep.voorbeeld.example"


def test_given_documents_when_the_region_is_read_then_all_are_there(visitor):
    page = visitor.get("/voorbeeldregio/")
    assert "Formulier om met een ander te overleggen" in page.text
