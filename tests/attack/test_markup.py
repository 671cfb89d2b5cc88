"""What somebody types is text: never markup, never an address to fetch."""

import socket

import pytest

from tests.support.answering import begin
from tests.support.pdf import read_back, squeezed
from tests.support.visitor import Visitor

SCRIPT = "<script>alert(1)</script>"
BREAKING_OUT = "\"'><img src=x onerror=alert(1)></textarea></title><svg onload=alert(1)>"
ON_EVENTS = "//*[@*[starts-with(name(), 'on')]] | //script[not(@src)] | //img | //svg[@onload] | //iframe"


def assert_only_text(page, typed):
    assert typed not in page.response.get_data(as_text=True)
    assert page.document.xpath(ON_EVENTS) == []


@pytest.mark.parametrize("typed", [SCRIPT, BREAKING_OUT])
def test_given_markup_in_a_note_then_every_page_shows_it_as_text(visitor, typed):
    first = begin(visitor)
    second = visitor.submit(first, "/vraag/", antwoord="nee", notitie=typed, toch_bewaren="ja")
    for page in (visitor.get(first.path), visitor.get(second.path), visitor.get("/doorloop/overzicht")):
        assert_only_text(page, typed)
    assert typed in visitor.get("/doorloop/overzicht").form("/stap/acuut").fields["notitie"]


@pytest.mark.parametrize("typed", [SCRIPT, BREAKING_OUT])
def test_given_markup_in_what_is_refused_then_it_comes_back_as_text(visitor, typed):
    page = begin(visitor)
    for again in (
        visitor.submit(page, "/vraag/", antwoord=typed, notitie=typed, terug=typed),
        visitor.submit(visitor.get("/doorloop/overzicht"), "/stap/acuut", datum=typed, notitie=typed),
        visitor.submit(visitor.get("/doorloop/verder"), "/verder", code=typed),
    ):
        assert again.status == 422
        assert_only_text(again, typed)


@pytest.mark.parametrize(
    "address",
    [
        "/zoek?gemeente={}&sector={}&stap={}",
        "/wijzig?regio=voorbeeldregio&gemeente={}&sector={}&stap={}",
        "/doorloop/begin?regio=voorbeeldregio&sector=onderwijs&gemeente={}&organisatie=",
        "/{}/",
        "/voorbeeldregio/{}/",
        "/voorbeeldregio/onderwijs/{}",
        "/voorbeeldregio/onderwijs/sociale-kaart?doel={}&thema={}&leeftijd={}&gemeente={}",
        "/voorbeeldregio/onderwijs/?organisatie={}&gemeente={}",
    ],
)
@pytest.mark.parametrize("typed", [SCRIPT, BREAKING_OUT])
def test_given_markup_in_an_address_then_it_is_shown_as_text_or_not_at_all(visitor, address, typed):
    page = visitor.get(address.replace("{}", typed.replace("/", "%2F")))
    assert page.status in (200, 404)
    assert typed not in page.response.get_data(as_text=True)
    assert page.document.xpath("//*[@onerror or @onload] | //script[not(@src)] | //img[@src='x']") == []


def test_given_an_address_to_leave_to_in_a_form_then_one_stays_on_the_site(visitor):
    page = begin(visitor)
    answer = visitor.client.post(
        page.path,
        data={**dict(page.form("/vraag/").form_values()), "antwoord": "nee", "terug": "https://elders.example/"},
    )
    assert answer.status_code == 302
    assert answer.location == "/doorloop/"


@pytest.mark.pdf
def test_given_addresses_in_a_note_when_the_pdf_is_made_then_nobody_is_called_and_the_text_stands_there(shared_app):
    with socket.create_server(("127.0.0.1", 0)) as listening:
        port = listening.getsockname()[1]
        note = (
            f'<img src="http://127.0.0.1:{port}/a"> <link rel="attachment" href="file:///etc/passwd"> '
            f"<style>@import url(http://127.0.0.1:{port}/b)</style> http://127.0.0.1:{port}/c"
        )
        visitor = Visitor(shared_app.test_client())
        visitor.submit(begin(visitor), "/vraag/", antwoord="nee", notitie=note, toch_bewaren="ja")
        answer = visitor.client.get("/doorloop/verslag.pdf")
        assert answer.status_code == 200
        listening.settimeout(0.3)
        with pytest.raises(TimeoutError):
            listening.accept()
    text = read_back(answer.data)
    assert squeezed(f'<img src="http://127.0.0.1:{port}/a">') in text
    assert "root:" not in text
