"""Asking a colleague to look along: the owner's side."""

from datetime import timedelta

import pytest
from sqlalchemy import text

from routekaart import clock
from routekaart.storage.database import transaction
from routekaart.walks.store import purge_expired
from tests.support.answering import begin
from tests.support.sharing import ADVICE, advise, ask, codes, look_along, share, withdraw
from tests.support.visitor import Visitor


@pytest.fixture
def colleague(seeded_site):
    return Visitor(seeded_site.test_client())


def ids(app):
    with app.extensions["routekaart"].engine.connect() as connection:
        return {bytes(row) for row in connection.execute(text("SELECT id FROM sealed_walk")).scalars()}


def rows(app):
    return len(ids(app))


def test_given_a_walk_when_it_is_shared_then_the_code_is_another_than_ones_own_and_stays_to_be_read(visitor):
    begin(visitor)
    code = share(visitor)
    again = visitor.get("/doorloop/delen")
    assert codes(again) == [code]
    assert codes(visitor.get("/doorloop/code")) != [code]
    assert len(code.split()) == 12
    assert "Code voor de aandachtsfunctionaris" in again.text
    assert "http://localhost/meekijken" in again.text
    assert "Geopend: nog niet" in again.text


def test_given_the_page_then_it_says_what_a_colleague_will_see_and_that_no_name_is_needed(visitor):
    begin(visitor)
    page = visitor.get("/doorloop/delen")
    for words in ("Dit ziet je collega", "je logboek", "Overleggen zonder naam mag altijd", "De code werkt 14 dagen"):
        assert words in page.text


@pytest.mark.parametrize(
    ("given", "message"),
    [({"functie": ""}, "welke functie"), ({"functie": "Jan Jansen"}, "welke functie"), ({"mag": "wissen"}, "mag")],
)
def test_given_no_function_or_no_choice_then_it_is_asked_and_nothing_is_shared(seeded_site, visitor, given, message):
    begin(visitor)
    fields = {"functie": "collega", "mag": "lezen"} | given
    page = ask(visitor, **fields)
    assert page.status == 422
    assert message in page.text
    assert codes(page) == []
    assert rows(seeded_site) == 1


def test_given_eight_codes_then_a_ninth_is_refused(seeded_site, visitor):
    begin(visitor)
    for _ in range(8):
        share(visitor, "collega", "lezen")
    page = ask(visitor, functie="collega", mag="lezen")
    assert page.status == 422
    assert "Er zijn al 8 codes" in page.text
    assert rows(seeded_site) == 9


def test_given_a_view_then_owner_result_and_overview_show_it_as_the_colleagues(visitor, colleague):
    begin(visitor)
    look_along(colleague, share(visitor))
    advise(colleague)
    page = visitor.get("/doorloop/delen")
    assert ADVICE in page.text
    assert "De aandachtsfunctionaris ziet het ook zo" in page.text
    assert "Geopend: nog niet" not in page.text
    result = visitor.get("/doorloop/advies")
    assert "De aandachtsfunctionaris ziet het ook zo" in result.text
    assert ADVICE in result.text
    assert "1 code gegeven." in visitor.get("/doorloop/overzicht").text


def test_given_a_code_is_withdrawn_then_its_row_is_gone_and_the_view_stays_in_the_walk(seeded_site, visitor, colleague):
    begin(visitor)
    look_along(colleague, share(visitor))
    advise(colleague)
    page = withdraw(visitor)
    assert codes(page) == []
    assert "Wat collega’s eerder schreven" in page.text
    assert ADVICE in page.text
    assert rows(seeded_site) == 1
    assert ADVICE in visitor.get("/doorloop/advies").text


def test_given_two_codes_when_one_is_withdrawn_then_the_other_still_works(visitor, colleague):
    begin(visitor)
    first, second = share(visitor), share(visitor, "arts", "lezen")
    page = withdraw(visitor)
    assert codes(page) == [second]
    assert look_along(colleague, first).status == 422
    assert look_along(colleague, second).path == "/meekijken/doorloop"


def test_given_everything_is_wiped_then_no_share_is_left(seeded_site, visitor, colleague):
    begin(visitor)
    look_along(colleague, share(visitor))
    share(visitor, "arts", "lezen")
    assert rows(seeded_site) == 3
    visitor.submit(visitor.get("/doorloop/wissen"), "/wissen")
    assert rows(seeded_site) == 0
    assert colleague.get("/meekijken/doorloop").status == 410


def test_given_a_stale_form_that_withdraws_twice_then_nothing_is_lost(visitor, colleague):
    begin(visitor)
    look_along(colleague, share(visitor))
    advise(colleague)
    form = visitor.get("/doorloop/delen")
    for _ in range(2):
        page = visitor.submit(form, "/doorloop/delen/weg")
        assert page.status == 200
    assert page.text.count(ADVICE) == 1


def test_given_a_share_whose_row_cannot_be_read_then_the_page_says_so_and_it_can_be_taken_away(seeded_site, visitor):
    begin(visitor)
    before = ids(seeded_site)
    share(visitor)
    (row,) = ids(seeded_site) - before
    with transaction(seeded_site.extensions["routekaart"].engine) as session:
        session.execute(text("DELETE FROM sealed_walk WHERE id = :row"), {"row": row})
    page = visitor.get("/doorloop/delen")
    assert "Deze code werkt niet meer." in page.text
    assert visitor.get("/doorloop/advies").status == 200
    assert "Code voor" not in withdraw(visitor).text


def test_given_a_view_behind_a_code_that_is_out_then_the_other_tools_know_it(visitor, colleague):
    begin(visitor)
    look_along(colleague, share(visitor))
    advise(colleague)
    assert ADVICE in visitor.get("/doorloop/bellen").text
    assert "Wat collega's ervan vonden" in visitor.get("/doorloop/opnieuw").text


def test_given_a_walk_that_is_worked_on_later_then_its_shares_stay_as_long(
    seeded_site, visitor, colleague, monkeypatch
):
    begin(visitor)
    look_along(colleague, share(visitor))
    advise(colleague)
    now = clock.now()
    monkeypatch.setattr(clock, "now", lambda: now + timedelta(days=20))
    visitor.submit(visitor.get("/doorloop/"), "/vraag/", antwoord="nee", notitie="Later.")
    with transaction(seeded_site.extensions["routekaart"].engine) as session:
        assert purge_expired(session, now + timedelta(days=41)) == 0
    assert ADVICE in visitor.get("/doorloop/advies").text
