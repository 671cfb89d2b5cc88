"""Every form has a token, every answer its headers, every cookie its flags."""

import re

import pytest

from tests.support.answering import begin
from tests.support.routes import routes
from tests.support.visitor import Visitor

# Pages for everybody with a form on them: they may set the cookie of forms, and are kept by nobody.
FORMS = ("/bureau", "/klopt-niet/", "/gebeld/")

HTTP, HTTPS = {"base_url": "http://localhost"}, {"base_url": "https://localhost"}
BEHIND_A_PROXY = HTTP | {"headers": {"X-Forwarded-Proto": "https"}}


def test_given_every_address_that_takes_a_form_then_without_its_token_it_is_refused_and_nothing_changes(shared_app):
    visitor = Visitor(shared_app.test_client())
    before = visitor.submit(begin(visitor), "/vraag/", antwoord="nee", notitie="Blijft staan.").path
    posting = sorted({one.path for one in routes(shared_app, "POST")})
    assert len(posting) >= 9
    for address in posting:
        for data in ({}, {"csrf_token": "geraden"}):
            refused = visitor.client.post(address, data=data | {"antwoord": "ja", "notitie": "gekaapt"})
            assert refused.status_code == 400, address
            assert "Dit formulier is verlopen" in refused.get_data(as_text=True)
    assert visitor.get("/doorloop/").path == before
    assert "Blijft staan." in visitor.get("/doorloop/overzicht").document.text_content()


def test_given_the_token_of_another_visitor_then_it_is_refused(shared_app):
    mine, theirs = (Visitor(shared_app.test_client()) for _ in range(2))
    page = begin(mine)
    begin(theirs)
    token = page.form("/vraag/").fields["csrf_token"]
    answer = theirs.client.post(page.path, data={"csrf_token": token, "antwoord": "ja"})
    assert answer.status_code == 400


def test_given_every_page_then_its_headers_keep_others_out(shared_app):
    visitor = Visitor(shared_app.test_client())
    begin(visitor)
    asked = sorted({one.path for one in routes(shared_app, "GET")})
    for address in [*asked, "/bestaat/niet", "/doorloop/vraag/999"]:
        headers = visitor.client.get(address).headers
        policy = headers["Content-Security-Policy"]
        assert "default-src 'none'" in policy, address
        assert "unsafe" not in policy
        assert not re.search(r"https?:|\*", policy)
        assert headers["X-Content-Type-Options"] == "nosniff", address
        assert headers["Referrer-Policy"] == "no-referrer"
        assert headers["X-Frame-Options"] == "DENY"
        assert "Server" not in headers
        if address.startswith(("/doorloop", "/meekijken")) or address == "/verlaten":
            assert headers["Cache-Control"] == "no-store", address
        elif address.startswith(FORMS):
            assert "public" not in headers["Cache-Control"], address
        else:
            assert "Set-Cookie" not in headers, address


@pytest.mark.parametrize("how", [HTTP, HTTPS, BEHIND_A_PROXY], ids=["http", "https", "proxy"])
def test_given_a_walk_then_its_cookies_are_out_of_reach_of_scripts_and_of_other_sites(shared_app, how):
    client = shared_app.test_client()
    page = client.get("/doorloop/begin?regio=voorbeeldregio&sector=onderwijs", **how)
    token = re.search(r'name="csrf_token"[^>]*value="([^"]+)"', page.get_data(as_text=True)).group(1)
    form = {"csrf_token": token, "regio": "voorbeeldregio", "sector": "onderwijs"}
    started = client.post("/doorloop/begin", data=form, **how)
    cookies = [*page.headers.getlist("Set-Cookie"), *started.headers.getlist("Set-Cookie")]
    names = {one.partition("=")[0] for one in cookies}
    assert names == {"formulier", "doorloop"}
    for one in cookies:
        assert "HttpOnly" in one
        assert "SameSite=Lax" in one
        assert ("Secure" in one) == (how is not HTTP), one
    walk = next(one for one in cookies if one.startswith("doorloop="))
    assert "Path=/doorloop" in walk
    assert "Domain" not in walk


def test_given_a_form_from_another_site_then_the_cookie_of_a_walk_alone_is_not_enough(shared_app):
    """SameSite=Lax keeps the cookie home; without the token it would be of no use either."""
    visitor = Visitor(shared_app.test_client())
    begin(visitor)
    sent = visitor.client.post("/doorloop/wissen", headers={"Origin": "https://elders.example"})
    assert sent.status_code == 400
    assert visitor.get("/doorloop/overzicht").status == 200
