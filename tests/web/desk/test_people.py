import re

import pytest

from routekaart import clock
from routekaart.accounts import account as accounts
from routekaart.accounts import links
from routekaart.accounts.policy import Role
from routekaart.storage.database import reading, transaction
from tests.support.desk import account, at_desk
from tests.support.smtp import laid_down

PEOPLE = "/bureau/voorbeeldregio/mensen"
BERT = "bert@gemeente.example"


@pytest.fixture
def services(seeded_site):
    return seeded_site.extensions["routekaart"]


@pytest.fixture
def coordinator(seeded_site):
    return at_desk(seeded_site, Role.COORDINATOR)


def invite(visitor, email=BERT, rol="editor", **values):
    return visitor.submit(visitor.get(PEOPLE), "/uitnodigen", email=email, rol=rol, **values)


def pending(services, slug="voorbeeldregio"):
    with reading(services.engine) as session:
        return [(one.email, one.role) for one in links.pending(session, slug)]


def test_given_a_coordinator_when_somebody_is_invited_then_they_are_listed_and_the_mail_has_the_link(
    coordinator, services
):
    page = invite(coordinator, functie="Beleidsmedewerker")
    assert pending(services) == [(BERT, Role.EDITOR)]
    assert "Beleidsmedewerker" in page.text
    link = re.search(r"/bureau/uitnodiging/([\w-]{43})", page.text)
    [mail] = laid_down(services.settings.instance)
    assert link[1] in mail.get_content()
    assert "Er gaat geen mail uit" in page.text
    with reading(services.engine) as session:
        found = links.invitation(session, link[1], key=services.settings.key("links"), now=clock.now())
    assert (found.email, found.role, found.slug) == (BERT, Role.EDITOR, "voorbeeldregio")


def test_given_an_invitation_when_invited_again_or_withdrawn_then_the_first_link_opens_nothing(coordinator, services):
    first = re.search(r"/bureau/uitnodiging/[\w-]{43}", invite(coordinator).text)[0]
    page = invite(coordinator)
    second = re.search(r"/bureau/uitnodiging/[\w-]{43}", page.text)[0]
    assert coordinator.get(first).status == 410
    assert coordinator.get(second).status == 200
    assert len(pending(services)) == 1
    page = coordinator.submit(page, "/uitnodiging-intrekken")
    assert "De uitnodiging is ingetrokken" in page.text
    assert coordinator.get(second).status == 410


@pytest.mark.parametrize("rol", ["national", "baas", ""])
def test_given_a_coordinator_when_a_role_is_asked_that_is_not_theirs_to_give_then_it_is_refused(
    coordinator, services, rol
):
    page = invite(coordinator, rol=rol)
    assert page.status == 422
    assert "Kies een rol." in page.text
    assert pending(services) == pending(services, "") == []
    assert "Landelijk beheerder" not in page.text


def test_given_a_national_administrator_when_they_invite_another_then_it_counts_for_all_regions(seeded_site, services):
    invite(at_desk(seeded_site, Role.NATIONAL), rol="national")
    assert pending(services, "") == [(BERT, Role.NATIONAL)]


@pytest.mark.parametrize("email", ["", "bert", "bert@", "bert@x.example\r\nBcc: a@b.example", "b" * 300 + "@x.example"])
def test_given_no_address_then_it_is_told_and_the_rest_comes_back(coordinator, services, email):
    page = invite(coordinator, email=email, functie="Redacteur")
    assert page.status == 422
    assert "Vul een mailadres in" in page.text
    assert page.form("/uitnodigen").fields["functie"] == "Redacteur"
    assert pending(services) == []


def test_given_the_only_coordinator_when_their_role_is_taken_then_it_warns_and_goes_after_a_second_press(
    seeded_site, services
):
    boss = at_desk(seeded_site, Role.NATIONAL)
    at_desk(seeded_site, Role.COORDINATOR, email="c@x.example")
    page = boss.submit(boss.get(PEOPLE), "/intrekken")
    assert "Dit is de laatste coördinator van Voorbeeldregio" in page.text
    with reading(services.engine) as session:
        assert accounts.by_email(session, "c@x.example")
    page = boss.submit(page, "/intrekken")
    assert "c@x.example heeft deze rol niet meer" in page.text
    with reading(services.engine) as session:
        assert accounts.by_email(session, "c@x.example") is None


def test_given_somebody_with_two_roles_when_one_is_taken_then_the_account_stays(seeded_site, services, coordinator):
    from routekaart.accounts.people import roles_of
    from routekaart.accounts.tables import GrantRow

    with transaction(services.engine) as session:
        row = account(session, Role.EDITOR, "voorbeeldregio", email=BERT)
        session.add(GrantRow(account=row.id, role=Role.EDITOR, slug="flevoland"))
    page = coordinator.get(PEOPLE)
    form = next(one for one in page.document.forms if one.fields.get("account") == str(row.id))
    data = dict(form.fields) | {"zeker": "ja"}
    coordinator.client.post(form.action, data=data)
    with reading(services.engine) as session:
        assert roles_of(session, row.id) == [(Role.EDITOR, "flevoland")]


def test_given_somebody_of_another_region_when_their_role_is_asked_then_it_is_not_there(
    seeded_site, services, coordinator
):
    with transaction(services.engine) as session:
        other = account(session, Role.EDITOR, "flevoland").id
        boss = account(session, Role.NATIONAL).id
    token = coordinator.get(PEOPLE).form("/uitnodigen").fields["csrf_token"]
    for who, role in ((other, "editor"), (boss, "national"), (999999, "editor"), ("x", "editor")):
        data = {"csrf_token": token, "account": who, "rol": role, "zeker": "ja"}
        assert coordinator.client.post(f"{PEOPLE}/intrekken", data=data).status_code == 404
    with reading(services.engine) as session:
        assert accounts.by_id(session, other)
        assert accounts.by_id(session, boss)


def test_given_who_accepted_without_an_app_then_the_page_tells(coordinator):
    assert "moet de app voor de codes nog instellen" in coordinator.get(PEOPLE).text
