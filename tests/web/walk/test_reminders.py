"""Asking for a reminder by mail, and for no more."""

import re

import pytest
from sqlalchemy import text

from routekaart import clock
from routekaart.storage.database import reading, transaction
from routekaart.walks import reminders
from tests.support.answering import begin
from tests.web.walk.test_follow_up import dated, day, followed, look

ME = "iemand@school.nl"
ASK, OFF = "/vervolg/herinneringen", "/vervolg/geen-herinneringen"


@pytest.fixture
def count(seeded_site):
    """How many reminders there are."""

    def counted():
        with reading(seeded_site.extensions["routekaart"].engine) as session:
            return session.execute(text("SELECT count(*) FROM reminder")).scalar_one()

    return counted


def offered(page):
    return page.document.xpath("//input[@name='dagen']/@value")


def ask(visitor, page, *days, mail=ME):
    return visitor.submit(page, ASK, mail=mail, dagen=list(days))


def test_given_days_ahead_when_asked_for_then_the_page_says_which_and_tells_no_address(visitor, count):
    page = followed(visitor, dated(10))
    assert len(offered(page)) == 2
    asked = ask(visitor, page, offered(page)[0])
    assert asked.path == "/doorloop/vervolg"
    assert "Je krijgt een mail op" in asked.text
    assert ME not in asked.document.text_content()
    assert offered(asked) == offered(page)[1:]
    assert count() == 1


@pytest.mark.parametrize("mail", ["", "iemand", "iemand@", "@school.nl", "a b@school.nl", "ié@school.nl", "x" * 300])
def test_given_what_is_no_address_then_it_is_said_and_what_was_chosen_stays(visitor, count, mail):
    page = followed(visitor, dated(10))
    again = ask(visitor, page, offered(page)[0], mail=mail)
    assert again.status == 422
    assert "Dit lijkt geen mailadres" in again.text
    assert again.form(ASK).fields["mail"] == mail
    assert again.document.xpath("//input[@name='dagen'][@checked]/@value") == offered(page)[:1]
    assert count() == 0


@pytest.mark.parametrize("days", [[], ["2019-01-01"], ["morgen"]])
def test_given_no_day_that_was_offered_then_it_is_said(visitor, count, days):
    again = ask(visitor, followed(visitor, dated(10)), *days)
    assert again.status == 422
    assert "Kies minstens één dag" in again.text
    assert count() == 0


def test_given_more_days_than_five_then_no_more_than_five_are_kept(visitor, count):
    page = followed(visitor, dated(10))
    for one in range(1, 7):
        page = look(page, visitor, notitie=f"Keer {one}.", opnieuw=day(one))
    assert "Kies minder dagen" in ask(visitor, page, *offered(page)).text
    assert count() == 0
    page = ask(visitor, page, *offered(page)[:5])
    assert count() == 5
    assert "Meer herinneringen kan niet" in page.text


def test_given_a_look_after_the_walk_would_be_gone_then_a_day_before_that_is_offered(visitor):
    page = look(followed(visitor, dated(10)), visitor, nieuw="nee", opnieuw=day(80))
    assert "Je doorloop vervalt op" in page.text
    assert clock.today() < min(map(clock.today().fromisoformat, offered(page)))


def test_given_reminders_when_switched_off_then_they_are_gone_and_can_be_asked_again(visitor, count):
    page = followed(visitor, dated(10))
    off = visitor.submit(ask(visitor, page, *offered(page)), OFF)
    assert count() == 0
    assert "Je krijgt een mail op" not in off.text
    assert offered(off) == offered(page)


def test_given_a_walk_that_is_wiped_then_its_reminders_go_and_those_of_others_stay(visitor, seeded_site, count):
    other = type(visitor)(seeded_site.test_client())
    for one in (visitor, other):
        page = followed(one, dated(10))
        ask(one, page, *offered(page)[:2])
    assert count() == 4
    visitor.submit(visitor.get("/doorloop/wissen"), "/wissen")
    assert count() == 2


def test_given_the_link_of_a_mail_then_one_is_asked_first_and_then_every_mail_to_that_address_stops(
    visitor, seeded_site, count
):
    page = followed(visitor, dated(10))
    ask(visitor, ask(visitor, page, offered(page)[0]), offered(page)[1], mail="ander@school.nl")
    key = seeded_site.extensions["routekaart"].settings.key("reminders")
    anybody = type(visitor)(seeded_site.test_client())
    question = anybody.get(f"/doorloop/herinnering/{reminders.stop_token(ME, key=key)}")
    assert count() == 2
    done = anybody.submit(question, "/herinnering/")
    assert done.heading == "Er komen geen herinneringen meer"
    with transaction(seeded_site.extensions["routekaart"].engine) as session:
        left = reminders.due(session, clock.today().replace(year=2999), key=key)
    assert [one.address for one in left] == ["ander@school.nl"]


@pytest.mark.parametrize("token", ["onbekend", "%C3%A9", "A" * 43])
def test_given_a_link_that_nobody_got_then_the_page_is_the_same_and_nothing_stops(visitor, count, token):
    page = followed(visitor, dated(10))
    ask(visitor, page, offered(page)[0])
    done = visitor.submit(visitor.get(f"/doorloop/herinnering/{token}"), "/herinnering/")
    assert done.heading == "Er komen geen herinneringen meer"
    assert count() == 1


def test_given_no_day_ahead_then_no_address_is_asked(visitor):
    begin(visitor)
    page = visitor.get("/doorloop/vervolg")
    assert page.document.xpath("//input[@name='mail']") == []
    assert not re.search("mailadres", page.text)
