"""Must show 4: a partner confirms by the link that came in over SMTP; expired, altered and used links are refused."""

from datetime import timedelta

import pytest
from sqlalchemy import update

from routekaart import clock
from routekaart.presenters import dates
from routekaart.regions import editing
from routekaart.storage.database import reading, transaction
from routekaart.upkeep import confirming
from routekaart.upkeep.tables import PartnerLetterRow
from routekaart.web.app import create_app
from tests.support.visitor import Visitor

CARDS = "/proefregio/onderwijs/alles/wie-helpt"


@pytest.fixture
def partner(site):
    return Visitor(site.test_client())


@pytest.fixture
def another(site):
    """A visitor of another web process."""
    app = create_app(site.extensions["routekaart"].settings)
    yield Visitor(app.test_client())
    app.extensions["routekaart"].engine.dispose()


def proposals(engine):
    with reading(engine) as session:
        return [(one.field, one.before, one.after) for one in confirming.waiting(session, "proefregio")]


def test_given_the_mail_when_the_partner_confirms_then_the_card_says_so_at_once_and_the_draft_has_it(
    engine, partner, link, another
):
    page = partner.get(link)
    assert "0199-00 00 02" in page.text
    assert partner.submit(page, "/klopt").heading == "Bedankt"
    assert f"Gecontroleerd op {dates.day(clock.today())}, door de organisatie zelf" in another.get(CARDS).text
    with reading(engine) as session:
        kept = editing.entry(session, "proefregio", "partners", "team").data["verification"]
    assert (kept["verified_on"], kept["verified_by"]) == (f"{clock.today()}", "de organisatie zelf")


def test_given_an_entry_that_the_region_is_changing_then_the_draft_does_not_count_as_confirmed(
    engine, partner, link, another
):
    with transaction(engine) as session:
        editing.open_draft(session, "proefregio")
        seen = editing.entry(session, "proefregio", "partners", "team")
        editing.save(session, seen, {**seen.data, "name": "Team Nieuw"}, author="c", now=clock.now())
    partner.submit(partner.get(link), "/klopt")
    assert "door de organisatie zelf" in another.get(CARDS).text
    with reading(engine) as session:
        assert editing.entry(session, "proefregio", "partners", "team").data["verification"]["verified_by"] != (
            "de organisatie zelf"
        )


def test_given_a_link_that_was_used_then_it_is_refused_politely(partner, link):
    page = partner.get(link)
    partner.submit(page, "/klopt")
    for again in (partner.get(link), partner.submit(page, "/klopt"), partner.submit(page, "/voorstel", name="X")):
        assert (again.status, again.heading) == (410, "Er is al geantwoord")
        assert dates.day(clock.today()) in again.text


def test_given_a_link_that_is_expired_then_it_is_refused_politely(engine, partner, link):
    page = partner.get(link)
    with transaction(engine) as session:
        session.execute(update(PartnerLetterRow).values(sent_at=clock.now() - timedelta(days=30)))
    for late in (partner.get(link), partner.submit(page, "/klopt"), partner.submit(page, "/voorstel", name="X")):
        assert (late.status, late.heading) == (410, "Deze link is verlopen")
    assert proposals(engine) == []


@pytest.mark.parametrize("change", [lambda link: link[:-3] + "AA=", lambda link: link[:-5], lambda link: link + "é"])
def test_given_a_link_that_was_altered_then_it_is_refused_politely(partner, link, change):
    page = partner.get(change(link))
    assert (page.status, page.heading) == (410, "Deze link klopt niet")


def test_given_a_link_with_the_id_of_another_letter_then_it_is_refused(partner, link):
    changed = f"/bevestigen/{'B' if link[12] == 'A' else 'A'}{link[13:]}"
    assert partner.get(changed).heading == "Deze link klopt niet"


def test_given_proposals_then_the_region_has_each_field_and_the_entry_stays_as_it_was(engine, partner, link, another):
    changes = {"contact-0": "0199-00 00 03", "does": "Denkt mee.\nBelt terug.", "remark": "Vrijdag dicht."}
    assert partner.submit(partner.get(link), "/voorstel", **changes).heading == "Bedankt"
    assert proposals(engine) == [
        ("contact-0", "0199-00 00 02", "0199-00 00 03"),
        ("does", "Denkt mee.\nKomt langs.", "Denkt mee.\nBelt terug."),
        ("remark", "", "Vrijdag dicht."),
    ]
    assert "0199-00 00 03" not in another.get(CARDS).text


def test_given_what_is_no_phone_number_then_it_comes_back_and_the_link_still_works(engine, partner, link):
    page = partner.submit(partner.get(link), "/voorstel", **{"contact-0": "bel ons maar", "name": "Team Nieuw"})
    assert page.status == 422
    assert "Dit is geen telefoonnummer" in page.text
    assert page.form("/voorstel").fields["name"] == "Team Nieuw"
    assert proposals(engine) == []
    assert partner.submit(page, "/voorstel", **{"contact-0": "0199-00 00 03"}).heading == "Bedankt"


def test_given_nothing_changed_then_it_says_what_to_do(partner, link):
    page = partner.submit(partner.get(link), "/voorstel")
    assert page.status == 422
    assert "Je hebt niets veranderd" in page.text
    assert partner.submit(page, "/klopt").heading == "Bedankt"


@pytest.mark.parametrize("accepted", [True, False])
def test_given_a_proposal_when_the_region_decides_then_the_draft_has_it_or_not(engine, partner, link, accepted):
    partner.submit(partner.get(link), "/voorstel", **{"contact-0": "0199-00 00 03"})
    decide = confirming.accept if accepted else confirming.refuse
    with transaction(engine) as session:
        [one] = confirming.waiting(session, "proefregio")
        decide(session, "proefregio", one.number, author="c", now=clock.now())
    assert proposals(engine) == []
    with transaction(engine) as session:
        editing.open_draft(session, "proefregio")
        kept = editing.entry(session, "proefregio", "partners", "team").data["contacts"][0]["value"]
    assert kept == ("0199-00 00 03" if accepted else "0199-00 00 02")
