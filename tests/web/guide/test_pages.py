"""Every public page: no cookie, no third party, neutral titles, links that lead somewhere."""

import re
from html.parser import HTMLParser
from urllib.parse import urljoin, urlsplit

import pytest

REGIONS = ("voorbeeldregio", "voorbeeldregio-2011", "flevoland")
SECTORS = ("geen-sector", "huisartsen-artsen", "jgz", "kinderopvang", "onderwijs", "sociaal-werk")
STEPS = ("acuut", "signaleren", "overleg", "gesprek", "wegen", "beslissen", "vervolg")
GUIDES = ("gesprek-voeren", "gesprek-voeren/ouders", "welk-instrument", "mag-ik-dit-delen", "oneens")
LOOSE = ("/", "/regios", "/nu-gevaar", "/over", "/privacy", "/toegankelijkheid", "/zoek?gemeente=voorbeeldstad")
PAGES = (
    *LOOSE,
    *(f"/{region}/" for region in REGIONS),
    *(f"/{region}/onderwijs/{page}" for region in REGIONS for page in ("", "sociale-kaart", "afspraken")),
    *(f"/{region}/onderwijs/alles{page}" for region in REGIONS for page in ("", "/volledig", "/wie-helpt")),
    *(f"/voorbeeldregio/onderwijs/{step}" for step in STEPS),
    *(f"/{region}/onderwijs/{page}" for region in REGIONS for page in GUIDES),
    "/voorbeeldregio/onderwijs/gesprek-voeren/na-advies",
    "/begrippen",
    *(f"/{region}/onderwijs/{page}" for region in REGIONS for page in ("begrippen", "zoeken", "zoeken?q=ots")),
    "/voor-ouders",
    "/voor-ouders/ar",
    "/voorbeeldregio/huisartsen-artsen/andere-beroepskrachten",
    "/voorbeeldregio/huisartsen-artsen/verhouding",
    "/vergelijk?a=voorbeeldregio/onderwijs&b=flevoland/jgz",
    "/wijzig?regio=flevoland&sector=jgz&stap=wegen&gemeente=GM0034",
)
LOADED = {"link": "href", "script": "src", "img": "src", "source": "src", "iframe": "src"}
TELLING = re.compile(r"mishandeling|geweld|gevaar|veilig thuis|meldcode|melden", re.IGNORECASE)


class Links(HTMLParser):
    """The addresses that a page leads to, the ids on it, and what a browser loads for it."""

    def __init__(self, html):
        super().__init__()
        self.hrefs, self.ids, self.loaded = [], [], []
        self.feed(html)

    def handle_starttag(self, tag, attrs):
        values = dict(attrs)
        if tag == "a" and values.get("href"):
            self.hrefs.append(values["href"])
        if "id" in values:
            self.ids.append(values["id"])
        if tag in LOADED and values.get(LOADED[tag]):
            self.loaded.append(values[LOADED[tag]])


@pytest.mark.parametrize("path", PAGES)
def test_given_a_page_then_it_sets_no_cookie_and_loads_nothing_from_elsewhere(guide, path):
    response = guide.get(path)
    assert response.status_code == 200
    assert "Set-Cookie" not in response.headers
    assert all(address.startswith("/static/") for address in Links(response.text).loaded)


@pytest.mark.parametrize("path", PAGES)
def test_given_a_page_then_its_title_says_nothing_of_the_case(guide, path):
    title = re.search(r"<title>(.*?)</title>", guide.get(path).text)[1]
    assert title
    assert not TELLING.search(title)


@pytest.mark.parametrize("path", PAGES)
def test_given_a_page_then_every_id_stands_once_and_each_link_on_it_has_a_target(guide, path):
    links = Links(guide.get(path).text)
    assert len(links.ids) == len(set(links.ids))
    assert {href[1:] for href in links.hrefs if href.startswith("#")} <= set(links.ids)


def test_given_the_pages_of_a_region_then_each_link_inside_the_guide_leads_to_a_page(guide):
    seen, waiting = set(), ["/voorbeeldregio/", "/flevoland/onderwijs/", "/"]
    while waiting and len(seen) < 250:
        path = waiting.pop()
        for href in Links(guide.get(path).text).hrefs:
            target = urlsplit(urljoin(path, href))
            address = target.path + (f"?{target.query}" if target.query else "")
            if target.scheme or target.path.startswith(("/doorloop", "/verlaten")) or address in seen:
                continue
            seen.add(address)
            status = guide.get(address).status_code
            assert status == 200, f"{path} leads to {address}: {status}"
            if address.startswith(("/voorbeeldregio/onderwijs", "/flevoland/onderwijs")):
                waiting.append(address)


@pytest.mark.parametrize("sector", SECTORS)
@pytest.mark.parametrize("region", REGIONS)
def test_given_any_sector_then_each_of_its_steps_has_a_page(guide, region, sector):
    opening = Links(guide.get(f"/{region}/{sector}/").text).hrefs
    assert f"/{region}/{sector}/signaleren" in opening
    assert all(guide.get(f"/{region}/{sector}/{step}").status_code == 200 for step in STEPS)


def test_given_no_region_page_then_nobody_is_told_that_reporting_is_obligatory(guide):
    for region in REGIONS:
        assert "geen meldplicht" in guide.get(f"/{region}/").text


def test_given_a_sector_that_is_not_bound_then_its_page_says_so(guide):
    words = "niet bij wet verplicht"
    assert words in guide.get("/flevoland/geen-sector/").text
    assert words not in guide.get("/flevoland/onderwijs/").text


def test_given_a_historical_region_then_each_page_says_so_with_todays_numbers(guide):
    for page in ("", "onderwijs/", "onderwijs/overleg", "onderwijs/alles", "onderwijs/sociale-kaart"):
        text = guide.get(f"/voorbeeldregio-2011/{page}").text
        assert 'class="banner banner--historical"' in text
        assert 'class="banner banner--fictional"' in text
        assert 'href="tel:08002000"' in text


def test_given_a_choice_of_municipality_and_organisation_then_each_link_on_the_page_keeps_it(guide):
    query = "?gemeente=VB0001&organisatie=basisschool-de-voorbeeldboom"
    hrefs = Links(guide.get(f"/voorbeeldregio/onderwijs/overleg{query}").text).hrefs
    inside = [href for href in hrefs if href.startswith("/voorbeeldregio/onderwijs/")]
    assert len(inside) > 4
    assert all(query[1:] in href or f"&{query[1:]}" in href for href in inside)
    (begin,) = {href for href in hrefs if href.startswith("/doorloop/begin")}
    assert begin == (
        "/doorloop/begin?gemeente=VB0001&organisatie=basisschool-de-voorbeeldboom&regio=voorbeeldregio&sector=onderwijs"
    )


def test_given_an_organisation_then_its_own_words_stand_with_the_national_ones_beside_them(guide):
    text = guide.get("/voorbeeldregio/onderwijs/overleg?organisatie=basisschool-de-voorbeeldboom").text
    assert "Loop dezelfde dag langs bij de aandachtsfunctionaris van De Voorbeeldboom" in text
    assert "Landelijk staat er:" in text


def test_given_only_what_differs_then_national_items_are_gone(guide):
    everything = guide.get("/voorbeeldregio/onderwijs/overleg").text
    different = guide.get("/voorbeeldregio/onderwijs/overleg?anders=1").text
    national = "Vraag Veilig Thuis om advies als je vastloopt"
    assert national in everything
    assert national not in different
    assert "Bel bij twijfel de overleglijn voor professionals" in different


def test_given_nothing_differs_then_the_page_says_so(guide):
    assert "niet anders dan landelijk" in guide.get("/flevoland/geen-sector/wegen?anders=1").text


def test_given_all_steps_in_short_then_the_rest_is_at_the_step_or_on_the_page_with_every_word(guide):
    action, reason = "Vraag Veilig Thuis om advies als je vastloopt", "Bellen mag in elke stap en zo vaak als je wilt"
    short, whole = (guide.get(f"/voorbeeldregio/onderwijs/alles{page}").text for page in ("", "/volledig"))
    assert action in short
    assert reason not in short
    assert action in whole
    assert reason in whole
    steps = {f"/voorbeeldregio/onderwijs/{step}" for step in STEPS}
    assert {*steps, "/voorbeeldregio/onderwijs/alles/volledig"} <= set(Links(short).hrefs)


def test_given_a_partner_whom_one_theme_needs_then_the_step_names_it_in_a_line_that_leads_to_its_card(guide):
    aside = guide.get("/voorbeeldregio/onderwijs/overleg").text.split("<aside", 1)[1]
    cards, lines = aside.split("Soms ook", 1)
    (leads, *_) = [href for href in Links(lines).hrefs if "#wie-" in href]
    path, anchor = leads.split("#")
    assert anchor not in Links(cards).ids
    assert anchor in Links(guide.get(path).text).ids


def test_given_no_municipality_then_the_cards_say_for_which_one_they_hold(guide):
    text = guide.get("/voorbeeldregio/onderwijs/wegen").text
    for name in ("Voorbeeldstad", "Voorbeelddorp", "Voorbeeldhaven"):
        assert f"voor {name}" in text
    assert "Kies je gemeente" in text


def test_given_a_municipality_then_only_its_own_team_stands_there(guide):
    text = guide.get("/voorbeeldregio/onderwijs/wegen?gemeente=VB0002").text
    assert "Dorpsteam Voorbeelddorp" in text
    assert "Wijkteams Voorbeeldstad" not in text


def test_given_a_region_of_which_part_is_assumed_then_the_number_that_is_always_right_stands_beside_it(guide):
    assert ">0800-2000</a> verbindt je altijd" in guide.get("/flevoland/onderwijs/overleg").text


def test_given_an_unknown_region_then_the_page_names_what_is_like_it(guide):
    response = guide.get("/flevolad/")
    assert response.status_code == 404
    assert 'href="/flevoland/"' in response.text
    assert 'href="tel:08002000"' in response.text


@pytest.mark.parametrize(
    ("path", "meant"),
    [
        ("/flevoland/onderwjs/", "/flevoland/onderwijs/"),
        ("/flevoland/onderwijs/beslisen", "/flevoland/onderwijs/beslissen"),
    ],
)
def test_given_an_unknown_sector_or_step_then_the_page_names_what_is_like_it(guide, path, meant):
    response = guide.get(path)
    assert response.status_code == 404
    assert f'href="{meant}"' in response.text


@pytest.mark.parametrize("path", ["/<script>/", "/flevoland/%22%3E%3Cb%3E/", "/flevoland/onderwijs/<img>"])
def test_given_an_address_with_markup_then_the_page_shows_it_as_text(guide, path):
    text = guide.get(path).text
    assert "<script>" not in text
    assert "<b>" not in text
    assert "<img>" not in text


def test_given_danger_then_112_and_veilig_thuis_come_before_all_else(guide):
    for path in ("/nu-gevaar", "/flevoland/onderwijs/acuut"):
        main = guide.get(path).text.split("<main", 1)[1]
        assert main.index("tel:112") < main.index("tel:08002000") < main.index("<h2")


def test_given_one_leaves_then_the_browser_lets_go_and_a_neutral_page_comes(guide):
    response = guide.get("/verlaten")
    assert response.status_code == 303
    assert response.headers["Location"] == "https://www.buienradar.nl/"
    assert response.headers["Clear-Site-Data"] == '"cache", "cookies", "storage"'
    assert all("Max-Age=0" in cookie for cookie in response.headers.getlist("Set-Cookie"))


def test_given_a_search_engine_then_it_may_read_the_guide_and_no_walk(guide):
    text = guide.get("/robots.txt").text
    assert "Disallow: /doorloop/" in text
    assert "Disallow: /\n" not in text


def test_given_a_partner_then_its_card_can_be_kept_under_a_neutral_name(guide):
    response = guide.get("/voorbeeldregio/partner/wijkteams-voorbeeldstad.vcf")
    assert response.content_type == "text/vcard; charset=utf-8"
    assert "contact.vcf" in response.headers["Content-Disposition"]
    assert "TEL;TYPE=WORK,VOICE:0199000002" in response.text
    assert guide.get("/voorbeeldregio/partner/niemand.vcf").status_code == 404


def test_given_a_region_group_then_its_agreements_stand_with_the_paper_they_rest_on(guide):
    text = guide.get("/voorbeeldregio/onderwijs/afspraken").text
    assert "Deze regio hoort bij Voorbeeldprovincie" in text
    assert 'href="#convenant-bovenregionaal-protocol"' in text


def test_given_a_theme_and_an_age_then_only_services_that_fit_stand_there(guide):
    text = guide.get("/voorbeeldregio/onderwijs/sociale-kaart?thema=scheiding&leeftijd=10").text
    assert "Ouders uit elkaar" in text
    assert "Samen een baby" not in text


@pytest.mark.parametrize("query", ["leeftijd=abc", "leeftijd=-1", "leeftijd=99999999999999999999", "doel=x&thema=y"])
def test_given_a_wish_that_makes_no_sense_then_the_page_still_comes(guide, query):
    assert guide.get(f"/voorbeeldregio/onderwijs/sociale-kaart?{query}").status_code == 200


def test_given_a_region_without_social_map_then_it_says_so_and_gives_the_national_ways(guide):
    text = guide.get("/flevoland/onderwijs/sociale-kaart").text
    assert "heeft haar sociale kaart nog niet ingevuld" in text
    assert "0800-0432" in text
