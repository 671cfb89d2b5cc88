"""What is tried too often stops for a while, whether there is an account or not, and the owner is told."""

from datetime import timedelta

import pytest

from routekaart.accounts.limits import PASSWORD
from tests.support.accounts import EMAIL, enter_password, member
from tests.support.accounts import PASSWORD as RIGHT
from tests.support.moved import MovedClock
from tests.support.site import eventually
from tests.support.smtp import laid_down
from tests.support.visitor import Visitor

WRONG = "dit is het zeker niet"


@pytest.fixture
def moved(monkeypatch):
    return MovedClock().put_into(monkeypatch)


@pytest.fixture
def guesser(seeded_site):
    return Visitor(seeded_site.test_client())


def guess(guesser, email=EMAIL, times=PASSWORD.most):
    return [enter_password(guesser, email, WRONG).status for _ in range(times)]


def mails(app):
    return laid_down(app.extensions["routekaart"].settings.instance)


@pytest.mark.parametrize("email", [EMAIL, "niemand@x.example"])
def test_given_ten_wrong_passwords_then_the_right_one_waits_a_quarter_of_an_hour_known_or_not(
    seeded_site, guesser, moved, email
):
    member(seeded_site)
    assert guess(guesser, email) == [422] * 10
    page = enter_password(guesser, email, RIGHT)
    assert page.status == 429
    assert "Probeer het over een kwartier nog eens" in page.text
    moved.ahead += timedelta(minutes=14)
    assert enter_password(guesser, email.upper(), RIGHT).status == 429, "capitals make no other address"
    moved.ahead += timedelta(minutes=2)
    assert enter_password(guesser, email, RIGHT).status == (200 if email == EMAIL else 422)


def test_given_a_lock_out_then_the_owner_is_told_by_mail_once_a_day_and_others_are_not(seeded_site, guesser, moved):
    member(seeded_site)
    guess(guesser, "niemand@x.example")
    guess(guesser)
    eventually(lambda: mails(seeded_site), lambda: "no mail")
    moved.ahead += timedelta(minutes=16)
    guess(guesser)
    [mail] = mails(seeded_site)
    assert mail["To"] == EMAIL
    assert "tien keer" in mail.get_content()


def test_given_nine_wrong_passwords_then_the_right_one_begins_anew(seeded_site, guesser):
    member(seeded_site)
    for _ in range(2):
        assert guess(guesser, times=9) == [422] * 9
        assert enter_password(guesser).status == 200


def test_given_somebody_with_the_password_then_codes_are_guessed_ten_times_however_often_they_begin_anew(
    seeded_site, guesser
):
    anna = member(seeded_site)
    statuses = []
    for _ in range(3):
        page = enter_password(guesser)
        for _ in range(4):
            page = guesser.submit(page, "/aanmelden/code", code="000000")
            statuses.append(page.status)
    assert statuses == [422] * 10 + [429] * 2
    page = guesser.submit(enter_password(guesser), "/aanmelden/code", code=anna.phone.code())
    assert page.status == 429


def test_given_the_table_of_attempts_then_no_address_stands_in_it(seeded_site, guesser):
    from sqlalchemy import text

    guess(guesser, times=1)
    with seeded_site.extensions["routekaart"].engine.connect() as connection:
        rows = connection.execute(text("SELECT * FROM attempt")).all()
    assert len(rows) == 1
    assert EMAIL not in str(rows)


def test_given_somebody_who_is_away_for_two_hours_then_they_sign_in_again_and_who_works_on_does_not(seeded_site, moved):
    anna, bert = member(seeded_site), member(seeded_site, "bert@gemeente.example")
    for _ in range(3):
        moved.ahead += timedelta(minutes=50)
        assert anna.visitor.get("/bureau/mijn-account").path == "/bureau/mijn-account"
    assert bert.visitor.get("/bureau/mijn-account").path == "/bureau/aanmelden"
    for _ in range(12):
        moved.ahead += timedelta(minutes=50)
        page = anna.visitor.get("/bureau/mijn-account")
    assert page.path == "/bureau/aanmelden", "twelve hours is the longest"


def test_given_a_password_and_no_code_for_twenty_minutes_then_the_password_is_asked_again(seeded_site, guesser, moved):
    anna = member(seeded_site)
    page = enter_password(guesser)
    moved.ahead += timedelta(minutes=21)
    assert guesser.submit(page, "/aanmelden/code", code=anna.phone.code()).path == "/bureau/aanmelden"
