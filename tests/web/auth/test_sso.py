"""Single sign-on, against a real OpenID Connect provider."""

from dataclasses import replace
from urllib.parse import parse_qs, urlsplit

import pytest

from routekaart.accounts import account as accounts
from routekaart.accounts.policy import Role
from routekaart.storage.database import transaction
from routekaart.web.app import create_app
from tests.support.desk import account
from tests.support.oidc import Provider, provider
from tests.support.visitor import Visitor

pytestmark = pytest.mark.filterwarnings("ignore::DeprecationWarning")


@pytest.fixture(scope="module")
def organisation():
    with provider(anna=True, bert=True, carla=False) as running:
        yield running


@pytest.fixture
def site(seeded_site, organisation):
    """The same site, with the provider in its settings."""
    services = seeded_site.extensions["routekaart"]
    with transaction(services.engine) as session:
        for name in ("anna", "carla"):
            account(session, Role.COORDINATOR, "voorbeeldregio", email=f"{name}@gemeente.example")
    app = create_app(replace(services.settings, single_sign_on=organisation.setting))
    app.testing = True
    yield app
    app.extensions["routekaart"].engine.dispose()


@pytest.fixture
def visitor(site):
    return Visitor(site.test_client())


def asked(visitor, at="/bureau/"):
    """Where the button on the page leads."""
    link = visitor.get(at).link("Aanmelden via je organisatie")
    return visitor.client.get(link).headers["Location"]


def test_given_an_account_when_the_provider_vouches_then_one_is_where_one_was_going(visitor, organisation):
    address = asked(visitor, "/bureau/mijn-account")
    query = parse_qs(urlsplit(address).query)
    assert query["code_challenge_method"] == ["S256"]
    assert {"state", "nonce"} <= set(query)
    assert query["redirect_uri"] == ["http://127.0.0.1:8000/bureau/sso/terug"]
    page = visitor.get(organisation.signed_in(address, "anna"))
    assert (page.path, page.heading) == ("/bureau/mijn-account", "Mijn account")


@pytest.mark.parametrize(("who", "said"), [("bert", "is hier geen account"), ("carla", "geen bevestigd mailadres")])
def test_given_no_account_or_no_verified_address_then_nobody_comes_in(visitor, organisation, who, said):
    page = visitor.get(organisation.signed_in(asked(visitor), who))
    assert page.status == 403
    assert said in page.text
    assert visitor.get("/bureau/").path == "/bureau/aanmelden"


def test_given_an_account_that_is_shut_then_the_provider_does_not_open_it(site, visitor, organisation):
    with transaction(site.extensions["routekaart"].engine) as session:
        accounts.set_locked(session, accounts.by_email(session, "anna@gemeente.example").id, True)
    assert "geblokkeerd" in visitor.get(organisation.signed_in(asked(visitor), "anna")).text


def test_given_somebody_who_changes_their_mind_there_then_they_can_begin_again(visitor, organisation):
    page = visitor.get(organisation.denied(asked(visitor)))
    assert page.status == 403
    assert "Aanmelden via je organisatie lukte niet" in page.text


def test_given_an_answer_that_another_browser_asked_for_then_it_lets_nobody_in(site, visitor, organisation):
    """What an attacker sends to lure somebody into their account, or has overheard."""
    back = organisation.signed_in(asked(visitor), "anna")
    other = Visitor(site.test_client())
    assert other.get(back).status == 403
    assert visitor.get(back.replace("state=", "state=x")).status == 403
    assert other.get("/bureau/").path == "/bureau/aanmelden"


def test_given_an_answer_that_was_used_then_it_does_not_count_again(visitor, organisation):
    back = organisation.signed_in(asked(visitor), "anna")
    visitor.get(back)
    visitor.client.delete_cookie("bureau", path="/bureau")
    assert visitor.get(back).status == 403


def test_given_a_provider_that_is_away_then_the_password_still_works(seeded_site):
    services = seeded_site.extensions["routekaart"]
    away = Provider("http://localhost:9")
    app = create_app(replace(services.settings, single_sign_on=away.setting))
    page = Visitor(app.test_client()).get("/bureau/sso")
    assert page.status == 403
    assert "meld je aan met je wachtwoord" in page.text
    app.extensions["routekaart"].engine.dispose()


def test_given_no_provider_then_there_is_no_button_and_no_page(seeded_site):
    visitor = Visitor(seeded_site.test_client())
    assert "organisatie" not in visitor.get("/bureau/aanmelden").text
    assert visitor.get("/bureau/sso").status == 404
    assert visitor.get("/bureau/sso/terug").status == 404
