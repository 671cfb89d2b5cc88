"""Looking along in the walk of a colleague: what one sees, what one may write, and when one is refused."""

from datetime import timedelta
from itertools import pairwise

import pytest

from routekaart import clock
from routekaart.walks import sharing
from tests.support.answering import begin
from tests.support.sharing import ADVICE, advise, codes, look_along, share, withdraw
from tests.support.visitor import Visitor

GONE = "De code is ingetrokken of bestaat niet meer."


@pytest.fixture
def owner(seeded_site):
    owner = Visitor(seeded_site.test_client())
    owner.submit(begin(owner), "/vraag/", antwoord="nee", notitie="Op maandag gezien.")
    return owner


@pytest.fixture
def colleague(seeded_site):
    return Visitor(seeded_site.test_client())


def test_given_a_code_then_the_colleague_reads_the_walk_as_it_stands_now(owner, colleague):
    page = look_along(colleague, share(owner).upper())
    assert page.path == "/meekijken/doorloop"
    for words in (
        "Je kijkt mee met een collega",
        "Je collega is nog bezig.",
        "Op maandag gezien.",
        "Wie je kunt bellen",
    ):
        assert words in page.text
    owner.submit(
        owner.get("/doorloop/signalen"), "/doorloop/signalen", signaal="kind-thuis-waakt", notitie="Later meer."
    )
    again = colleague.get("/meekijken/doorloop")
    assert "Later meer." in again.text
    assert "Niets aangevinkt" not in again.text


def test_given_the_log_of_the_owner_then_the_colleague_reads_it(owner, colleague):
    fields = {"dag": "10-11-2026", "gezien": "Blauwe plek op de arm.", "gedacht": "Ik vertrouw het niet."}
    owner.submit(owner.get("/doorloop/logboek"), "/doorloop/logboek", **fields)
    page = look_along(colleague, share(owner))
    assert "Blauwe plek op de arm." in page.text
    assert "Ik vertrouw het niet." in page.text


def test_given_a_colleague_then_no_code_and_no_pdf_of_the_owner_is_theirs(owner, colleague):
    page = look_along(colleague, share(owner))
    own = codes(owner.get("/doorloop/code"))[0].split()
    assert not any(f"{one} {other}" in page.text for one, other in pairwise(own))
    assert "doorloop" not in {
        link.get("href").split("/")[1] for link in page.document.xpath("//a[starts-with(@href, '/')]")
    }
    for address in ("/doorloop/overzicht", "/doorloop/code", "/doorloop/verslag.pdf"):
        assert colleague.client.get(address).status_code == 404


def test_given_acute_danger_then_it_stands_above_everything(owner, colleague):
    look_along(colleague, share(owner))
    owner.submit(owner.get("/doorloop/overzicht"), "/doorloop/gevaar")
    page = colleague.get("/meekijken/doorloop")
    assert page.text.index("er is nu gevaar") < page.text.index("Je kijkt mee met een collega")
    assert "112" in page.text.partition("Je kijkt mee")[0]


def test_given_a_view_then_the_colleague_sees_it_and_may_change_it(owner, colleague):
    look_along(colleague, share(owner))
    page = advise(colleague)
    assert page.path == "/meekijken/doorloop"
    assert ADVICE in page.text
    form = colleague.get("/meekijken/advies")
    assert ADVICE in form.form("/meekijken/advies").fields["tekst"]
    colleague.submit(form, "/meekijken/advies", oordeel="anders", tekst="Bij nader inzien: wacht niet.")
    found = owner.get("/doorloop/delen").text
    assert ADVICE not in found
    assert "De aandachtsfunctionaris ziet het anders" in found


def test_given_a_second_view_then_both_stay(owner, colleague):
    look_along(colleague, share(owner))
    advise(colleague)
    advise(colleague, "En vraag het kind hoe het gaat.", functie="arts", oordeel="weet-niet")
    found = owner.get("/doorloop/delen").text
    assert ADVICE in found
    assert "Een arts weet het niet" in found


@pytest.mark.parametrize(
    ("given", "message"),
    [
        ({"functie": "Jan"}, "Kies je functie."),
        ({"oordeel": ""}, "Kies hoe je ernaar kijkt."),
        ({"tekst": "  "}, "Schrijf op wat je ziet"),
        ({"tekst": "x" * 10_001}, "te lang"),
        ({"tekst": "Bel vader op 06-12345678."}, "waaraan je iemand herkent"),
    ],
)
def test_given_something_that_cannot_be_kept_then_it_is_told_and_what_was_typed_stays(owner, colleague, given, message):
    look_along(colleague, share(owner))
    page = advise(colleague, **given)
    assert page.status == 422
    assert message in page.text
    typed = given.get("tekst", ADVICE)
    assert page.form("/meekijken/advies").fields["tekst"].removeprefix("\n") == typed
    assert ADVICE not in owner.get("/doorloop/delen").text


def test_given_something_that_looks_identifying_when_one_is_sure_then_it_is_kept(owner, colleague):
    look_along(colleague, share(owner))
    page = advise(colleague, "Bel mij op 06-12345678.", toch_bewaren="ja")
    assert page.status == 200
    assert "06-12345678" in owner.get("/doorloop/delen").text


def test_given_a_code_for_reading_then_there_is_no_form_and_a_post_is_refused_with_what_was_typed(
    seeded_site, owner, colleague
):
    other = Visitor(seeded_site.test_client())
    look_along(other, share(owner, "arts"))
    form = other.get("/meekijken/doorloop")
    page = look_along(colleague, share(owner, may="lezen"))
    assert "Je kunt alleen lezen." in page.text
    token = page.form("/meekijken/sluiten").fields["csrf_token"]
    data = dict(form.form("/meekijken/advies").form_values()) | {
        "csrf_token": token,
        "oordeel": "anders",
        "tekst": ADVICE,
    }
    refused = colleague.client.post("/meekijken/advies", data=data)
    assert refused.status_code == 403
    assert ADVICE in refused.get_data(as_text=True)
    assert ADVICE not in owner.get("/doorloop/delen").text


def test_given_two_windows_that_change_the_same_view_then_the_second_is_told_and_keeps_its_text(owner, colleague):
    look_along(colleague, share(owner))
    advise(colleague)
    first, second = colleague.get("/meekijken/advies"), colleague.get("/meekijken/advies")
    colleague.submit(first, "/meekijken/advies", tekst="De eerste wijziging.")
    page = colleague.submit(second, "/meekijken/advies", tekst="De tweede wijziging.")
    assert page.status == 409
    assert "De eerste wijziging." in page.text
    assert "De tweede wijziging." in page.form("/meekijken/advies").fields["tekst"]
    kept = colleague.submit(page, "/meekijken/advies")
    assert kept.status == 200
    assert "De tweede wijziging." in owner.get("/doorloop/delen").text


def test_given_a_withdrawn_code_then_cookie_and_words_are_refused_and_typed_text_comes_back(owner, colleague):
    code = share(owner)
    form = look_along(colleague, code)
    withdraw(owner)
    page = colleague.submit(form, "/meekijken/advies", oordeel="anders", tekst="Dit was ik aan het typen.")
    assert page.status == 410
    assert GONE in page.text
    assert "Dit was ik aan het typen." in page.text
    assert "0800-2000" in page.text
    assert colleague.get("/meekijken/doorloop").status == 404
    again = look_along(colleague, code)
    assert again.status == 422
    assert GONE in again.text


@pytest.mark.parametrize("address", ["/meekijken/doorloop", "/meekijken/advies"])
def test_given_a_withdrawn_code_when_a_page_is_asked_for_with_the_cookie_then_it_is_refused(owner, colleague, address):
    look_along(colleague, share(owner))
    withdraw(owner)
    page = colleague.get(address)
    assert page.status == 410
    assert GONE in page.text
    assert "Op maandag gezien." not in page.document.text_content()


def test_given_the_term_of_the_code_is_over_then_it_is_told(owner, colleague, monkeypatch):
    code = share(owner)
    look_along(colleague, code)
    later = clock.now() + timedelta(days=sharing.DAYS + 1)
    monkeypatch.setattr(clock, "now", lambda: later)
    assert "termijn van deze code is voorbij" in colleague.get("/meekijken/doorloop").text
    assert "termijn van deze code is voorbij" in look_along(colleague, code).text
    assert "Deze code werkt niet meer." in owner.get("/doorloop/delen").text


@pytest.mark.parametrize(
    ("typed", "message"),
    [("", "je vulde er 0 in"), ("qqqq " * 12, "Woord 1, ‘qqqq’, komt niet voor"), ("banaan", "je vulde er 1 in")],
)
def test_given_a_slip_in_the_code_then_the_word_is_named_and_the_text_stays(colleague, typed, message):
    page = look_along(colleague, typed)
    assert page.status == 422
    assert message in page.text
    assert typed.strip() in page.document.text_content()


def test_given_the_code_of_the_owner_then_it_opens_nothing_here_nor_that_of_a_colleague_there(owner, colleague):
    own = codes(owner.get("/doorloop/code"))[0]
    assert look_along(colleague, own).status == 422
    given = share(owner)
    assert colleague.submit(colleague.get("/doorloop/verder"), "/verder", code=given).status == 422


@pytest.mark.parametrize("cookie", ["onzin", "AAAAAAAAAAAAAAAAAAAAAA", "é", "A" * 500])
def test_given_a_tampered_cookie_then_a_dutch_page_asks_for_the_code(colleague, cookie):
    colleague.client.set_cookie("meekijken", cookie, path="/meekijken")
    page = colleague.get("/meekijken/doorloop")
    assert page.status == 410
    assert page.link("Vul een code in") == "/meekijken"


def test_given_no_cookie_then_the_page_says_what_to_do(colleague):
    assert colleague.get("/meekijken/doorloop").status == 404


def test_given_one_goes_away_then_the_browser_forgets_the_code(owner, colleague):
    page = look_along(colleague, share(owner))
    colleague.submit(page, "/meekijken/sluiten")
    assert colleague.get("/meekijken/doorloop").status == 404


def test_given_one_leaves_at_once_then_the_cookie_of_looking_along_goes_too(owner, colleague):
    look_along(colleague, share(owner))
    colleague.client.get("/verlaten")
    assert colleague.get("/meekijken/doorloop").status == 404


def test_given_the_cookie_then_it_is_out_of_reach_of_scripts_other_sites_and_other_pages(owner, colleague):
    page = colleague.get("/meekijken")
    data = dict(page.form("/meekijken").form_values()) | {"code": share(owner)}
    (cookie,) = (
        one
        for one in colleague.client.post("/meekijken", data=data).headers.getlist("Set-Cookie")
        if one.startswith("meekijken=")
    )
    for part in ("HttpOnly", "SameSite=Strict", "Path=/meekijken"):
        assert part in cookie
    assert "Max-Age" not in cookie
    assert "Expires" not in cookie


def test_given_every_page_of_a_colleague_then_nobody_may_keep_it(owner, colleague):
    look_along(colleague, share(owner))
    for address in ("/meekijken", "/meekijken/doorloop", "/meekijken/advies"):
        assert colleague.client.get(address).headers["Cache-Control"] == "no-store"


def test_given_the_places_where_one_looks_then_they_lead_to_looking_along(owner):
    for address in ("/doorloop/verder", "/doorloop/begin?regio=voorbeeldregio&sector=onderwijs"):
        assert owner.get(address).link("ijk mee met") == "/meekijken"


def test_given_owner_and_colleague_who_write_at_the_same_time_then_neither_gets_in_the_way(owner, colleague):
    look_along(colleague, share(owner))
    question = owner.get("/doorloop/")
    form = colleague.get("/meekijken/doorloop")
    colleague.submit(form, "/meekijken/advies", oordeel="zelfde", tekst=ADVICE)
    assert owner.submit(question, "/vraag/", antwoord="nee", notitie="Intussen verder.").status == 200
    assert "Intussen verder." in owner.get("/doorloop/overzicht").text
    assert ADVICE in owner.get("/doorloop/delen").text
