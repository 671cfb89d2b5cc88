import re
from datetime import timedelta

import pytest
from sqlalchemy import text

from routekaart import clock
from routekaart.storage.database import transaction
from routekaart.walks.store import purge_expired
from tests.support.answering import begin
from tests.support.visitor import Visitor


def code_of(visitor):
    page = visitor.get("/doorloop/code")
    return " ".join(page.document.xpath("//p[@class='code']")[0].text_content().split())


def rows(app):
    with app.extensions["routekaart"].engine.connect() as connection:
        return connection.execute(text("SELECT count(*) FROM sealed_walk")).scalar_one()


def test_given_a_code_when_it_is_typed_elsewhere_then_the_walk_goes_on_there(seeded_site, visitor):
    first = begin(visitor)
    visitor.submit(first, "/vraag/", antwoord="nee", notitie="Op maandag gezien.")
    elsewhere = Visitor(seeded_site.test_client())
    resumed = elsewhere.submit(elsewhere.get("/doorloop/verder"), "/verder", code=code_of(visitor).upper())
    assert "/doorloop/vraag/" in resumed.path
    assert "Op maandag gezien." in elsewhere.get("/doorloop/overzicht").document.text_content()


def test_given_the_code_page_then_it_comes_before_the_first_question(visitor):
    shown = visitor.submit(visitor.get("/doorloop/begin?regio=voorbeeldregio&sector=onderwijs"), "/doorloop/begin")
    assert shown.path == "/doorloop/code"
    assert len(shown.document.xpath("//p[@class='code']")[0].text_content().split()) == 12


@pytest.mark.parametrize(
    ("typed", "message"),
    [
        ("", "je vulde er 0 in"),
        ("een twee drie", "twaalf|12|komt niet voor"),
        ("qqqq " * 12, "Woord 1, ‘qqqq’, komt niet voor"),
    ],
)
def test_given_a_wrong_code_then_the_mistake_is_named_and_the_text_stays(visitor, typed, message):
    answered = visitor.submit(visitor.get("/doorloop/verder"), "/verder", code=typed)
    assert answered.status == 422
    assert re.search(message, answered.text)
    assert typed.strip() in answered.document.text_content()


def test_given_a_walk_of_somebody_else_then_another_cookie_does_not_open_it(seeded_site, visitor):
    first = begin(visitor)
    visitor.submit(first, "/vraag/", antwoord="nee", notitie="Van de een.")
    other = Visitor(seeded_site.test_client())
    begin(other)
    assert "Van de een." not in other.get("/doorloop/overzicht").document.text_content()


@pytest.mark.parametrize("cookie", ["onzin", "AAAAAAAAAAAAAAAAAAAAAA", "é", "A" * 500])
def test_given_a_tampered_cookie_then_a_dutch_page_offers_the_code(visitor, cookie):
    visitor.client.set_cookie("doorloop", cookie, path="/doorloop")
    page = visitor.get("/doorloop/overzicht")
    assert page.status == 410
    assert "code" in page.text
    assert page.link("Vul mijn code in") == "/doorloop/verder"


def test_given_no_cookie_then_the_page_says_what_to_do(visitor):
    assert visitor.get("/doorloop/").status == 404


def test_given_everything_is_wiped_then_the_row_is_gone_and_the_code_opens_nothing(seeded_site, visitor):
    begin(visitor)
    code = code_of(visitor)
    gone = visitor.submit(visitor.get("/doorloop/wissen"), "/wissen")
    assert gone.heading == "Alles is gewist"
    assert rows(seeded_site) == 0
    refused = visitor.submit(visitor.get("/doorloop/verder"), "/verder", code=code)
    assert "geen doorloop" in refused.text


def test_given_the_term_is_over_then_the_walk_is_closed_and_purged(seeded_site, visitor):
    begin(visitor)
    engine = seeded_site.extensions["routekaart"].engine
    with transaction(engine) as session:
        assert purge_expired(session, clock.now() + timedelta(days=20)) == 0
        assert purge_expired(session, clock.now() + timedelta(days=31)) == 1
    assert rows(seeded_site) == 0
    assert visitor.get("/doorloop/overzicht").status == 410


def test_given_the_walk_is_closed_on_this_device_then_only_the_code_opens_it(visitor):
    begin(visitor)
    code = code_of(visitor)
    visitor.submit(visitor.get("/doorloop/code"), "/sluiten")
    assert visitor.get("/doorloop/overzicht").status == 404
    again = visitor.submit(visitor.get("/doorloop/verder"), "/verder", code=code)
    assert "/doorloop/vraag/" in again.path


def test_given_a_form_expired_when_our_own_page_sent_it_then_what_was_typed_comes_back(visitor):
    begin(visitor)
    sent = {"csrf_token": "verlopen", "antwoord": "ja", "notitie": "Ik zag <b>blauwe</b> plekken."}
    ours, theirs = (
        visitor.client.post("/doorloop/vraag/1", data=sent, headers={"Sec-Fetch-Site": site}).get_data(as_text=True)
        for site in ("same-origin", "cross-site")
    )
    assert "Dit had je getypt" in ours
    assert "Ik zag &lt;b&gt;blauwe&lt;/b&gt; plekken." in ours
    assert "blauwe" not in theirs


def test_given_a_missing_form_token_then_a_dutch_page_and_nothing_changes(seeded_site, visitor):
    begin(visitor)
    refused = visitor.client.post("/doorloop/wissen", data={"csrf_token": "vals"})
    assert refused.status_code == 400
    assert "formulier is verlopen" in refused.get_data(as_text=True)
    assert rows(seeded_site) == 1
