import base64
from io import BytesIO

import pytest

from routekaart.accounts.policy import Role
from routekaart.regions import editing
from routekaart.regions.document import RegionDocument
from routekaart.regions.revision import add_revision
from routekaart.storage.database import reading, transaction
from tests.exchange.test_png import png
from tests.support.answering import begin
from tests.support.desk import at_desk
from tests.support.regions import voorbeeldregio
from tests.support.visitor import Page, Visitor
from tests.web.desk.test_partners import value
from tests.web.desk.test_publish import NOW

LOOK = "/bureau/voorbeeldregio/uiterlijk"
GUIDE = "/voorbeeldregio/onderwijs/overleg"
CHOSEN = {
    "line": "#004a80",
    "here": "#ffd500",
    "logo": base64.b64encode(png(80, 40)).decode(),
    "logo_text": "Samenwerking Voorbeeldregio",
}


@pytest.fixture
def user(seeded_site):
    return at_desk(seeded_site, Role.EDITOR)


@pytest.fixture
def published(seeded_site):
    app = seeded_site.extensions["routekaart"]
    document = RegionDocument.model_validate(voorbeeldregio().model_dump(mode="json") | {"look": CHOSEN})
    with transaction(app.engine) as session:
        add_revision(session, document, author="a", note="", made_at=NOW)
    app.maps.live.look_again()
    return document.to_region().look


def drafted(site):
    with reading(site.extensions["routekaart"].engine) as session:
        return editing.entry(session, "voorbeeldregio", "region", "-").data["look"]


def send_logo(user, page, picture=None, text="Samenwerking", **more):
    form = dict(page.form("/uiterlijk/beeldmerk").form_values())
    data = form | {"tekst": text, "bestand": (BytesIO(png() if picture is None else picture), "beeld.png")} | more
    return Page(user.client.post(f"{LOOK}/beeldmerk", data=data, follow_redirects=True))


def test_given_colours_when_kept_then_the_draft_has_them_as_they_are_written(seeded_site, user):
    page = user.submit(user.get(LOOK), LOOK, **{"look.line": "004A80", "look.here": "#FD0"}, doe="bewaar")
    assert "is bewaard in je concept" in page.text
    assert [value(page, f"look.{name}") for name in ("line", "here")] == ["#004a80", "#ffdd00"]
    assert drafted(seeded_site) == {"line": "#004a80", "here": "#ffdd00", "logo": "", "logo_text": ""}
    assert "lijnkleur" in page.text


def test_given_a_colour_that_cannot_be_read_when_kept_then_the_nearest_that_can_is_told(user):
    page = user.submit(user.get(LOOK), LOOK, **{"look.line": "#66ccff"}, doe="bewaar")
    assert page.status == 422
    assert "De dichtstbijzijnde kleur die wel kan, is #39728f." in page.text
    again = user.submit(page, LOOK, **{"look.line": "#39728f"}, doe="bewaar")
    assert (again.status, value(again, "look.line")) == (200, "#39728f")


def test_given_the_red_of_danger_when_kept_then_it_is_refused(user):
    page = user.submit(user.get(LOOK), LOOK, **{"look.line": "#c8102e"}, doe="bewaar")
    assert (page.status, "Dit rood betekent hier gevaar." in page.text) == (422, True)


def test_given_colours_when_the_sample_is_asked_then_it_has_them_with_figures_and_nothing_is_kept(seeded_site, user):
    page = user.submit(user.get(LOOK), LOOK, **{"look.line": "#004a80"}, doe="toon")
    assert page.document.xpath("//*[local-name()='svg'][@role='img']//*[@fill='#004a80']")
    assert "Contrast van links en knoppen" in page.text
    assert drafted(seeded_site)["line"] == ""


def test_given_a_logo_when_sent_and_colours_after_it_then_the_draft_has_both_until_it_is_removed(seeded_site, user):
    page = send_logo(user, user.get(LOOK))
    assert "is bewaard in je concept" in page.text
    assert page.document.xpath("//img[@alt='Samenwerking'][starts-with(@src, 'data:image/png')]")
    assert "iVBOR" not in page.text
    page = user.submit(page, LOOK, **{"look.line": "#004a80"}, doe="bewaar")
    assert drafted(seeded_site)["logo"].startswith("iVBOR")
    assert drafted(seeded_site)["line"] == "#004a80"
    page = user.submit(page, "/uiterlijk/geen-beeldmerk")
    assert drafted(seeded_site) == {"line": "#004a80", "here": "", "logo": "", "logo_text": ""}


@pytest.mark.parametrize(
    ("picture", "text", "told"),
    [
        (b"", "Tekst", "Dit is geen PNG-bestand."),
        (b"GIF89a", "Tekst", "Dit is geen PNG-bestand."),
        (png(1201, 10), "Tekst", "Dit beeld is te groot."),
        (None, " ", "Schrijf ook wat er op het beeld staat"),
    ],
)
def test_given_a_logo_that_will_not_do_when_sent_then_it_says_why_and_the_words_stay(
    seeded_site, user, picture, text, told
):
    page = send_logo(user, user.get(LOOK), picture, text)
    assert told in page.text
    assert page.form("/uiterlijk/beeldmerk").fields["tekst"] == text.strip()
    assert drafted(seeded_site)["logo"] == ""


def test_given_two_people_with_a_logo_at_once_then_the_second_looks_first(seeded_site, user):
    page = user.get(LOOK)
    other = at_desk(seeded_site, Role.COORDINATOR)
    send_logo(other, other.get(LOOK), png(10, 10), "Van de ander")
    late = send_logo(user, page, png(12, 12), "Van mij")
    assert "Iemand anders wijzigde het beeldmerk net ook." in late.text
    assert drafted(seeded_site)["logo_text"] == "Van de ander"


def test_given_colours_of_one_and_a_logo_of_another_at_once_then_both_stay(seeded_site, user):
    page = user.get(LOOK)
    other = at_desk(seeded_site, Role.COORDINATOR)
    send_logo(other, other.get(LOOK))
    user.submit(page, LOOK, **{"look.line": "#004a80"}, doe="bewaar")
    assert drafted(seeded_site)["line"] == "#004a80"
    assert drafted(seeded_site)["logo_text"] == "Samenwerking"


def test_given_a_new_logo_then_what_changes_is_told_without_its_bytes(user):
    send_logo(user, user.get(LOOK))
    page = user.get("/bureau/voorbeeldregio/publiceren")
    assert "uiterlijk, beeldmerk: nieuw beeld" in page.text
    assert "iVBOR" not in page.text


def test_given_a_region_with_a_look_then_its_pages_link_it_and_others_do_not(seeded_site, published):
    guest = Visitor(seeded_site.test_client())
    for path in (GUIDE, "/voorbeeldregio/"):
        page = guest.get(path)
        assert styles(page) == [f"/voorbeeldregio/stijl/{published.digest}.css"]
        (logo,) = page.document.xpath("//header//img")
        assert (logo.get("alt"), logo.get("width"), logo.get("height")) == ("Samenwerking Voorbeeldregio", "64", "32")
    walk = begin(guest, region="voorbeeldregio")
    assert styles(walk) == [f"/voorbeeldregio/stijl/{published.digest}.css"]
    for path in ("/", "/flevoland/", "/flevoland/onderwijs/overleg"):
        assert styles(guest.get(path)) == []


def styles(page):
    return [one for one in page.document.xpath("//link[@rel='stylesheet']/@href") if "/stijl/" in one]


def test_given_a_look_then_its_files_are_kept_for_ever_and_under_another_name_not(seeded_site, published):
    client = seeded_site.test_client()
    style = client.get(f"/voorbeeldregio/stijl/{published.digest}.css")
    logo = client.get(f"/voorbeeldregio/stijl/{published.digest}.png")
    assert (style.content_type, logo.content_type) == ("text/css; charset=utf-8", "image/png")
    assert style.text == (
        "@media screen and (prefers-color-scheme: light) { :root { --line: #004a80; --line-strong: #003860; "
        "--line-soft: #e3ebf1; --here: #ffd500 } }\n"
    )
    assert logo.data == png(80, 40)
    for one in (style, logo):
        assert "immutable" in one.headers["Cache-Control"]
        assert "Set-Cookie" not in one.headers
        assert "style-src 'self'" in one.headers["Content-Security-Policy"]
        assert "unsafe" not in one.headers["Content-Security-Policy"]
    old = client.get("/voorbeeldregio/stijl/000000000000.css")
    assert (old.data, old.headers["Cache-Control"]) == (style.data, "no-cache")
    assert client.get("/flevoland/stijl/000000000000.css").status_code == 404
    assert client.get("/flevoland/stijl/000000000000.png").status_code == 404


def test_given_a_look_in_the_draft_then_its_preview_has_it_and_the_live_pages_do_not(seeded_site, user):
    user.submit(user.get(LOOK), LOOK, **{"look.line": "#004a80"}, doe="bewaar")
    link = user.get("/bureau/voorbeeldregio/publiceren").link("voorbeeld")
    (style,) = styles(user.get(link))
    assert "--line: #004a80" in user.client.get(style).text
    assert styles(user.get("/voorbeeldregio/")) == []
