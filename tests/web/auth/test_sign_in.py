import pytest

from routekaart.accounts.policy import Role
from routekaart.web.auth.current import COOKIE
from tests.support.accounts import EMAIL, PASSWORD, enter_password, invited, member
from tests.support.visitor import Visitor

CODE = "/bureau/aanmelden/code"


@pytest.fixture
def other(seeded_site):
    """Another browser."""
    return Visitor(seeded_site.test_client())


def test_given_an_invitation_when_password_and_app_are_set_then_one_is_at_the_desk_with_ten_recovery_codes(seeded_site):
    anna = member(seeded_site)
    assert len(set(anna.recovery)) == 10
    assert anna.visitor.get("/bureau/").path == "/bureau/voorbeeldregio/"


def test_given_password_and_code_when_signed_in_then_one_is_where_one_was_going(seeded_site, other):
    anna = member(seeded_site)
    page = enter_password(other, at="/bureau/mijn-account")
    assert (page.path, page.heading) == (CODE, "Vul je code in")
    page = other.submit(page, "/code", code=anna.phone.code())
    assert (page.path, page.heading) == ("/bureau/mijn-account", "Mijn account")


def test_given_only_a_password_when_a_page_of_the_desk_is_asked_then_it_stays_shut(seeded_site, other):
    member(seeded_site)
    enter_password(other)
    for path in ("/bureau/", "/bureau/voorbeeldregio/", "/bureau/mijn-account"):
        assert other.get(path).path == "/bureau/aanmelden"
    assert other.get("/bureau/aanmelden/app").path == CODE, "no second app with a password alone"


@pytest.mark.parametrize(("email", "password"), [(EMAIL, "helemaal anders dan dat"), ("niemand@x.example", PASSWORD)])
def test_given_a_wrong_password_or_address_then_the_answer_is_the_same(seeded_site, other, email, password):
    member(seeded_site)
    page = enter_password(other, email, password)
    assert page.status == 422
    assert "Dit mailadres en wachtwoord horen niet bij elkaar" in page.text
    assert PASSWORD not in page.response.get_data(as_text=True)


def test_given_a_code_that_was_used_when_it_comes_again_then_it_is_refused(seeded_site, other):
    anna = member(seeded_site)
    code = anna.phone.code()
    other.submit(enter_password(other), "/code", code=code)
    third = Visitor(seeded_site.test_client())
    page = third.submit(enter_password(third), "/code", code=code)
    assert (page.status, page.path) == (422, CODE)


def test_given_a_recovery_code_when_used_then_it_lets_in_once(seeded_site, other):
    anna = member(seeded_site)
    given = anna.recovery[3].upper().replace("-", " ")
    assert other.submit(enter_password(other), "/code", code=given).path == "/bureau/voorbeeldregio/"
    third = Visitor(seeded_site.test_client())
    assert third.submit(enter_password(third), "/code", code=anna.recovery[3]).status == 422
    assert third.submit(third.get(CODE), "/code", code=anna.recovery[4]).path == "/bureau/voorbeeldregio/"


def test_given_an_account_that_is_shut_when_the_password_is_right_then_it_is_told(seeded_site, other):
    from routekaart.accounts import account as accounts
    from routekaart.storage.database import transaction

    anna = member(seeded_site)
    with transaction(seeded_site.extensions["routekaart"].engine) as session:
        accounts.set_locked(session, accounts.by_email(session, EMAIL).id, True)
    assert anna.visitor.get("/bureau/").path == "/bureau/aanmelden"
    page = enter_password(other)
    assert page.status == 403
    assert "geblokkeerd" in page.text


@pytest.mark.parametrize(
    "naar",
    [
        "https://elders.example/",
        "//elders.example/bureau/",
        "/bureau//elders.example",
        "/bureau/../doorloop/",
        "/bureau/\\elders",
        "/doorloop/",
        "/bureau/x\r\nSet-Cookie: a=b",
        "javascript:alert(1)",
    ],
)
def test_given_a_next_page_that_is_not_of_the_desk_then_it_is_not_followed(seeded_site, other, naar):
    anna = member(seeded_site)
    page = enter_password(other)
    other.client.get(CODE)
    answer = other.client.post(
        CODE,
        data={"csrf_token": page.form("/code").fields["csrf_token"], "code": anna.phone.code(), "naar": naar},
    )
    assert (answer.status_code, answer.headers["Location"]) == (303, "/bureau/")


def test_given_a_cookie_that_somebody_planted_when_one_signs_in_then_it_opens_nothing(seeded_site, other):
    """Session fixation: each step gives a new token, and the one before it opens nothing any more."""
    anna = member(seeded_site)
    planted = Visitor(seeded_site.test_client())
    page = enter_password(planted)
    half = planted.client.get_cookie(COOKIE, path="/bureau").value
    other.client.set_cookie(COOKIE, half, path="/bureau")
    other.submit(enter_password(other), "/code", code=anna.phone.code())
    whole = other.client.get_cookie(COOKIE, path="/bureau").value
    assert whole != half
    assert planted.get("/bureau/").path == "/bureau/aanmelden"
    assert page.path == CODE


def test_given_the_cookie_of_the_desk_then_scripts_other_sites_and_http_do_not_get_it(seeded_site):
    client = seeded_site.test_client()
    member(seeded_site)
    token = Visitor(client).get("/bureau/aanmelden").form("/aanmelden").fields["csrf_token"]
    data = {"csrf_token": token, "email": EMAIL, "wachtwoord": PASSWORD}
    answer = client.post("/bureau/aanmelden", data=data, headers={"X-Forwarded-Proto": "https"})
    [cookie] = [one for one in answer.headers.getlist("Set-Cookie") if one.startswith(f"{COOKIE}=")]
    flags = {part.strip() for part in cookie.split(";")[1:]}
    assert {"Secure", "HttpOnly", "SameSite=Lax", "Path=/bureau"} <= flags
    assert answer.headers["Cache-Control"] == "no-store"


def test_given_an_invitation_for_who_has_an_account_when_accepted_then_the_role_is_added(seeded_site):
    anna = member(seeded_site)
    page = anna.visitor.get(invited(seeded_site, EMAIL.upper(), Role.EDITOR, "flevoland"))
    assert "Je hebt al een account" in page.text
    anna.visitor.submit(page, "")
    assert anna.visitor.get("/bureau/flevoland/").status == 200
