import pytest

from tests.support.accounts import OTHER_PASSWORD, PASSWORD, Phone, codes_on, enter_password, member
from tests.support.visitor import Visitor

MINE = "/bureau/mijn-account"


@pytest.fixture
def anna(seeded_site):
    return member(seeded_site)


@pytest.fixture
def other(seeded_site, anna):
    """Anna's other browser, signed in."""
    visitor = Visitor(seeded_site.test_client())
    visitor.submit(enter_password(visitor), "/code", code=anna.recovery[0])
    return visitor


def submit(visitor, action, **values):
    return visitor.submit(visitor.get(MINE), f"{MINE}/{action}", **values)


def is_in(visitor):
    return visitor.get(MINE).path == MINE


def test_given_a_function_when_kept_then_it_stands_at_the_desk(anna):
    page = submit(anna.visitor, "functie", functie="  Regiocoördinator   Zuid ")
    assert page.form("/functie").fields["functie"] == "Regiocoördinator Zuid"
    assert "Regiocoördinator Zuid" in anna.visitor.get("/bureau/voorbeeldregio/").document.text_content()


@pytest.mark.parametrize("function", ["", "   ", "x" * 201])
def test_given_no_function_or_too_long_a_one_then_it_comes_back(anna, function):
    assert submit(anna.visitor, "functie", functie=function).status == 422


def test_given_another_password_then_other_browsers_are_out_and_this_one_stays_with_a_new_token(anna, other):
    before = anna.visitor.client.get_cookie("bureau", path="/bureau").value
    submit(anna.visitor, "wachtwoord", wachtwoord=PASSWORD, nieuw=OTHER_PASSWORD, herhaal=OTHER_PASSWORD)
    assert is_in(anna.visitor)
    assert not is_in(other)
    assert anna.visitor.client.get_cookie("bureau", path="/bureau").value != before
    assert enter_password(other, password=OTHER_PASSWORD).path == "/bureau/aanmelden/code"


@pytest.mark.parametrize("action", ["wachtwoord", "app", "herstelcodes"])
def test_given_a_browser_left_open_when_somebody_without_the_password_changes_something_then_nothing_changes(
    anna, action
):
    values = {"nieuw": OTHER_PASSWORD, "herhaal": OTHER_PASSWORD} if action == "wachtwoord" else {}
    page = submit(anna.visitor, action, wachtwoord="geraden wachtwoord", **values)
    assert page.status == 422
    assert "Dit is niet je wachtwoord" in page.text
    assert "Herstelcodes over 10" in anna.visitor.get(MINE).text
    for _ in range(9):
        page = submit(anna.visitor, action, wachtwoord="geraden wachtwoord", **values)
    assert "te vaak mis" in submit(anna.visitor, action, wachtwoord=PASSWORD, **values).text


def test_given_another_telephone_then_codes_of_the_old_one_and_old_recovery_codes_count_no_more(anna, other):
    page = submit(anna.visitor, "app", wachtwoord=PASSWORD)
    new = Phone.scanned(page)
    assert anna.visitor.submit(page, "/app/code", code="123").status == 422
    fresh = codes_on(anna.visitor.submit(page, "/app/code", code=new.code()))
    submit(other, "overal-afmelden")
    page = enter_password(other)
    for old in (anna.phone.code(), anna.recovery[1]):
        assert other.submit(page, "/code", code=old).status == 422
    assert other.submit(page, "/code", code=new.code()).path == "/bureau/voorbeeldregio/"
    assert len(fresh) == 10


def test_given_few_recovery_codes_left_when_one_is_used_then_it_says_so_and_new_ones_are_ten(seeded_site, anna):
    for code in anna.recovery[:7]:
        visitor = Visitor(seeded_site.test_client())
        page = visitor.submit(enter_password(visitor), "/code", code=code)
    assert "Je hebt nog 3 herstelcodes over" in page.text
    fresh = codes_on(submit(visitor, "herstelcodes", wachtwoord=PASSWORD))
    assert len(set(fresh) - set(anna.recovery)) == 10
    third = Visitor(seeded_site.test_client())
    page = enter_password(third)
    assert third.submit(page, "/code", code=anna.recovery[9]).status == 422
    assert third.submit(page, "/code", code=fresh[0]).status == 200


def test_given_signed_out_everywhere_then_every_browser_is_out(anna, other):
    page = submit(other, "overal-afmelden")
    assert "Je bent in elke browser afgemeld" in page.text
    assert not is_in(anna.visitor)
    assert not is_in(other)
