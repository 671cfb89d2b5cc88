"""What the desk opens with, what came in, links and hand-over."""

from datetime import timedelta

import pytest

from routekaart import clock
from routekaart.accounts.policy import Role
from routekaart.directory.phone import dialled
from routekaart.regions import editing
from routekaart.storage.database import transaction
from tests.support.desk import at_desk
from tests.support.pdf import read_back, squeezed
from tests.support.regions import voorbeeldregio
from tests.support.visitor import Visitor

DESK = "/bureau/voorbeeldregio/"
TEAM = "wijkteams-voorbeeldstad"


@pytest.fixture
def coordinator(seeded_site):
    return at_desk(seeded_site, Role.COORDINATOR)


@pytest.fixture
def number():
    team = next(one for one in voorbeeldregio().partners if one.id == TEAM)
    return next(one.value for one in team.contacts if one.kind == "phone")


@pytest.fixture
def engine(seeded_site):
    return seeded_site.extensions["routekaart"].engine


@pytest.fixture
def change(engine):
    """Changes an entry of the draft."""

    def change(kind, entry_id, **fields):
        with transaction(engine) as session:
            editing.open_draft(session, "voorbeeldregio")
            seen = editing.entry(session, "voorbeeldregio", kind, entry_id)
            editing.save(session, seen, {**seen.data, **fields}, author="c", now=clock.now())

    return change


def told_wrong(site, number, times=2):
    address = f"/gebeld/voorbeeldregio/{TEAM}/{dialled(number)}"
    for _ in range(times):
        visitor = Visitor(site.test_client())
        visitor.submit(visitor.get(address), "/gebeld/", uitkomst="verkeerd-nummer")


def asked(site, text="Het nummer is veranderd."):
    visitor = Visitor(site.test_client())
    visitor.submit(visitor.get(f"/klopt-niet/voorbeeldregio/{TEAM}"), "/klopt-niet/", tekst=text)


def rows(page, group):
    return [
        " ".join(one.text_content().split())
        for one in page.document.xpath(f"//section[@aria-labelledby='{group}']//li")
    ]


def test_given_a_contact_that_was_checked_long_ago_then_the_desk_asks_to_check_it_where_it_is_mended(coordinator):
    page = coordinator.get(DESK)
    [row] = [one for one in rows(page, "soon") if "verliep op 1 maart 2025" in one]
    assert row.startswith("Nog eens controleren")
    name = row.split("De controle")[0].removeprefix("Nog eens controleren ").strip()
    assert page.link(name).startswith("/bureau/voorbeeldregio/partners/")


def test_given_a_covenant_that_ends_then_it_is_there_for_ninety_days_and_more_urgent_as_it_nears(coordinator, change):
    today, covenant = clock.today(), voorbeeldregio().covenants[0]
    for days, group in ((90, "later"), (30, "soon"), (-1, "now")):
        change("covenants", covenant.id, valid_until=f"{today + timedelta(days=days)}")
        assert any(covenant.name in one for one in rows(coordinator.get(DESK), group)), group
    change("covenants", covenant.id, valid_until=f"{today + timedelta(days=91)}")
    assert covenant.name not in coordinator.get(DESK).text


def test_given_two_wrong_numbers_then_the_entry_is_on_top_until_the_region_clears_it(seeded_site, coordinator, number):
    told_wrong(seeded_site, number)
    page = coordinator.get(DESK)
    assert rows(page, "now")[0].startswith("Nummer klopt misschien niet Wijkteams Voorbeeldstad")
    page = coordinator.get(page.link("Wijkteams Voorbeeldstad"))
    assert page.path == "/bureau/voorbeeldregio/binnengekomen"
    assert "2 × verkeerd nummer" in page.text
    page = coordinator.submit(page, "/binnengekomen/nummer")
    assert "staat weer gewoon op de kaart" in page.text
    assert "Nummer klopt misschien niet" not in coordinator.get(DESK).text


def test_given_a_question_then_it_waits_until_somebody_closes_it(seeded_site, coordinator):
    asked(seeded_site)
    assert any("Klopt niet?" in one for one in rows(coordinator.get(DESK), "now"))
    page = coordinator.get("/bureau/voorbeeldregio/binnengekomen")
    assert "Het nummer is veranderd." in page.text
    page = coordinator.submit(page, "/vraag/", antwoord="Nummer aangepast.")
    assert "Nummer aangepast." in page.text
    assert "Klopt niet?" not in coordinator.get(DESK).text


def test_given_a_question_of_another_region_then_nobody_here_can_close_it(seeded_site, coordinator):
    asked(seeded_site)
    other = at_desk(seeded_site, Role.COORDINATOR, "flevoland")
    page = other.get("/bureau/flevoland/binnengekomen")
    token = page.form("/afmelden").fields["csrf_token"]
    other.client.post("/bureau/flevoland/binnengekomen/vraag/1", data={"csrf_token": token, "antwoord": "x"})
    assert "Het nummer is veranderd." in coordinator.get("/bureau/voorbeeldregio/binnengekomen").text


def test_given_a_change_in_the_draft_then_it_is_there_to_publish(coordinator, change):
    assert "Nog niet gepubliceerd" not in coordinator.get(DESK).text
    change("partners", TEAM, name="Wijkteams Nieuw")
    assert any("Nog niet gepubliceerd" in one for one in rows(coordinator.get(DESK), "later"))


def test_given_a_trainer_then_what_they_may_not_mend_is_no_link(seeded_site):
    page = at_desk(seeded_site, Role.TRAINER).get(DESK)
    assert rows(page, "soon")
    assert not page.document.xpath("//ul[@class='todo']//a")
    assert at_desk(seeded_site, Role.TRAINER, email="t2@voorbeeld.example").get(f"{DESK}binnengekomen").status == 404


def test_given_a_region_without_an_entry_of_its_own_then_its_gaps_are_told_with_the_municipalities(seeded_site):
    page = at_desk(seeded_site, Role.COORDINATOR, "flevoland").get("/bureau/flevoland/")
    assert any(one.startswith("Rol niet ingevuld") for one in rows(page, "soon"))


def test_given_links_then_they_are_told_with_how_they_answered(coordinator):
    page = coordinator.get("/bureau/voorbeeldregio/links")
    assert "Nog niet geprobeerd." in page.text
    page = coordinator.submit(page, "/links")
    assert "deze naam bestaat niet" in page.text
    assert any("Link werkt niet" in one for one in rows(coordinator.get(DESK), "soon"))


def test_given_the_dossier_then_it_tells_who_is_who_what_is_agreed_and_what_is_due(coordinator):
    page = coordinator.get("/bureau/voorbeeldregio/overdracht")
    region = voorbeeldregio()
    assert region.coordinator is not None
    assert region.coordinator.function in page.text
    for one in (*region.partners, *region.covenants):
        assert one.name in page.text
    assert "coordinator-voorbeeldregio@voorbeeld.example" in page.text
    assert "De controle verliep op 1 maart 2025" in page.text


@pytest.mark.pdf
def test_given_the_dossier_on_paper_then_it_says_the_same(coordinator):
    answer = coordinator.client.get("/bureau/voorbeeldregio/overdracht.pdf")
    assert answer.content_type == "application/pdf"
    words = read_back(answer.get_data())
    for one in (*voorbeeldregio().partners, *voorbeeldregio().covenants):
        assert squeezed(one.name) in words
