"""Links by mail: to accept a role and to choose a password. Expired, used or altered, they are refused politely."""

import re
from datetime import timedelta

import pytest

from tests.support.accounts import EMAIL, OTHER_PASSWORD, PASSWORD, enter_password, invited, member
from tests.support.moved import MovedClock
from tests.support.site import eventually
from tests.support.smtp import laid_down
from tests.support.visitor import Visitor

FORGOTTEN = "/bureau/wachtwoord-vergeten"


@pytest.fixture
def moved(monkeypatch):
    return MovedClock().put_into(monkeypatch)


@pytest.fixture
def other(seeded_site):
    return Visitor(seeded_site.test_client())


def mails(app):
    return laid_down(app.extensions["routekaart"].settings.instance)


def links_in(app):
    """The addresses in the mails of a forgotten password."""
    pattern = r"http://127\.0\.0\.1:8000(/bureau/wachtwoord/\S+)"
    return {found for mail in mails(app) for found in re.findall(pattern, mail.get_content())}


def link_of(app, visitor, email=EMAIL):
    """The address in the mail that comes now."""
    before = links_in(app)
    visitor.submit(visitor.get(FORGOTTEN), FORGOTTEN, email=email)
    eventually(lambda: links_in(app) > before, lambda: "no mail")
    [new] = links_in(app) - before
    return new


def choose(visitor, page, password=OTHER_PASSWORD):
    return visitor.submit(page, "", nieuw=password, herhaal=password)


@pytest.mark.parametrize(
    ("password", "again", "said"),
    [
        ("kort", "kort", "ten minste 12 tekens"),
        ("welkom123456", "welkom123456", "makkelijk te raden"),
        ("Wachtwoord2026", "Wachtwoord2026", "makkelijk te raden"),
        ("aaaaaaaaaaaaaaaa", "aaaaaaaaaaaaaaaa", "makkelijk te raden"),
        (EMAIL, EMAIL, "niet je mailadres"),
        ("x" * 129, "x" * 129, "ten hoogste 128"),
        (PASSWORD, OTHER_PASSWORD, "niet gelijk"),
    ],
)
def test_given_a_password_that_will_not_do_then_it_says_why_and_the_link_still_works(
    seeded_site, other, password, again, said
):
    link = invited(seeded_site)
    page = other.submit(other.get(link), "", nieuw=password, herhaal=again)
    assert page.status == 422
    assert said in page.text
    assert not {password, again} & set(page.form("").fields.values())
    assert other.get(link).status == 200


def test_given_an_invitation_of_a_week_ago_then_it_is_refused_politely_and_nobody_comes_in(seeded_site, other, moved):
    link = invited(seeded_site)
    page = other.get(link)
    moved.later(days=7)
    for refused in (other.get(link), choose(other, page)):
        assert refused.status == 410
        assert "verlopen" in refused.text
    assert enter_password(other, password=OTHER_PASSWORD).status == 422


def test_given_an_invitation_that_was_used_then_it_is_refused_politely(seeded_site, other):
    link = invited(seeded_site)
    page, third = other.get(link), Visitor(seeded_site.test_client())
    choose(third, third.get(link))
    for refused in (other.get(link), choose(other, page, PASSWORD)):
        assert refused.status == 410
        assert "al gebruikt" in refused.text


@pytest.mark.parametrize("path", ["uitnodiging", "wachtwoord"])
def test_given_a_link_that_was_altered_then_it_is_refused_politely(seeded_site, other, path):
    link = invited(seeded_site)
    token = link.rpartition("/")[2]
    for altered in (token[:-1] + "-", token[:-1], "x", token + "A"):
        page = other.get(f"/bureau/{path}/{altered}")
        assert page.status == 410
        assert "We kennen deze link niet" in page.text


def test_given_who_set_a_password_and_closed_the_browser_when_they_sign_in_then_the_app_is_set_first(
    seeded_site, other
):
    choose(other, other.get(invited(seeded_site)), PASSWORD)
    third = Visitor(seeded_site.test_client())
    page = enter_password(third)
    assert (page.path, page.heading) == ("/bureau/aanmelden/app", "Stel je app in")
    assert third.get("/bureau/voorbeeldregio/").path == "/bureau/aanmelden"


def test_given_a_secret_of_another_account_then_it_cannot_be_put_in_the_form(seeded_site, other):
    page = choose(other, other.get(invited(seeded_site)), PASSWORD)
    third = Visitor(seeded_site.test_client())
    theirs = choose(third, third.get(invited(seeded_site, "bert@gemeente.example")), PASSWORD)
    for secret in (theirs.form("/app").fields["geheim"], "", "AAAA", "é"):
        assert other.submit(page, "/app", code="123456", geheim=secret).status == 400


def test_given_a_forgotten_password_then_the_link_sets_a_new_one_signs_out_and_still_asks_the_code(seeded_site, other):
    anna = member(seeded_site)
    page = choose(other, other.get(link_of(seeded_site, other)))
    assert (page.path, page.heading) == ("/bureau/aanmelden/code", "Vul je code in")
    assert anna.visitor.get("/bureau/").path == "/bureau/aanmelden", "signed out everywhere"
    assert other.submit(page, "/code", code=anna.phone.code()).path == "/bureau/voorbeeldregio/"
    third = Visitor(seeded_site.test_client())
    assert enter_password(third).status == 422
    assert enter_password(third, password=OTHER_PASSWORD).status == 200
    eventually(lambda: len(mails(seeded_site)) == 2, lambda: "no notice")
    assert any("nieuw wachtwoord gekozen" in mail.get_content() for mail in mails(seeded_site))


def test_given_the_link_of_a_forgotten_password_then_it_works_once_for_an_hour(seeded_site, other, moved):
    member(seeded_site)
    first, second = link_of(seeded_site, other), link_of(seeded_site, other)
    choose(other, other.get(second))
    for used in (first, second):
        page = other.get(used)
        assert (page.status, "is al een wachtwoord gekozen" in page.text) == (410, True)
    late = link_of(seeded_site, other)
    moved.ahead += timedelta(hours=1)
    assert "verlopen" in other.get(late).text


def test_given_an_address_without_an_account_then_the_answer_is_the_same_and_no_mail_goes(seeded_site, other):
    member(seeded_site)
    known = other.submit(other.get(FORGOTTEN), FORGOTTEN, email=EMAIL)
    unknown = other.submit(other.get(FORGOTTEN), FORGOTTEN, email="niemand@x.example")
    assert known.text == unknown.text
    eventually(lambda: mails(seeded_site), lambda: "no mail")
    assert [mail["To"] for mail in mails(seeded_site)] == [EMAIL]


def test_given_many_who_ask_then_a_mailbox_gets_three_an_hour(seeded_site, other):
    member(seeded_site)
    for _ in range(3):
        link_of(seeded_site, other)
    page = other.submit(other.get(FORGOTTEN), FORGOTTEN, email=EMAIL)
    assert page.heading == "Kijk in je mail"
    assert len(mails(seeded_site)) == 3


def test_given_a_host_that_somebody_made_up_then_the_mail_leads_to_the_site_all_the_same(seeded_site):
    member(seeded_site)
    client = seeded_site.test_client()
    evil = {"base_url": "http://kwaad.example"}
    token = re.search(r'csrf_token" value="([^"]+)', client.get(FORGOTTEN, **evil).text)[1]
    client.post(FORGOTTEN, data={"csrf_token": token, "email": EMAIL}, **evil)
    eventually(lambda: mails(seeded_site), lambda: "no mail")
    assert "kwaad.example" not in mails(seeded_site)[0].get_content()
