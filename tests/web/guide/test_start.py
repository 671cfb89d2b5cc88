"""From a municipality to the right page, whatever somebody types."""

import pytest


@pytest.mark.parametrize(
    ("query", "address"),
    [
        ("gemeente=Almere&sector=onderwijs", "/flevoland/onderwijs/?gemeente=GM0034"),
        ("gemeente=ALMÉRE&sector=onderwijs", "/flevoland/onderwijs/?gemeente=GM0034"),
        ("gemeente=almre&sector=onderwijs", "/flevoland/onderwijs/?gemeente=GM0034"),
        ("gemeente=Almere", "/flevoland/?gemeente=GM0034"),
        ("gemeente=Almere&sector=bestaat-niet", "/flevoland/?gemeente=GM0034"),
        ("gemeente=Almere&sector=jgz&stap=wegen&regio=utrecht", "/flevoland/jgz/wegen?gemeente=GM0034"),
        ("gemeente=Voorbeeldstad&sector=jgz&regio=voorbeeldregio", "/voorbeeldregio/jgz/?gemeente=VB0001"),
        ("gemeente=&sector=jgz&stap=wegen&regio=utrecht", "/utrecht/jgz/wegen"),
    ],
)
def test_given_a_place_that_is_sure_then_one_is_there_at_once(guide, query, address):
    response = guide.get(f"/zoek?{query}")
    assert response.status_code == 303
    assert response.headers["Location"] == address
    assert response.headers["Cache-Control"] == "no-store"


def test_given_a_name_in_two_regions_then_one_chooses_and_the_profession_stays(guide):
    text = guide.get("/zoek?gemeente=Voorbeeldstad&sector=jgz").text
    assert 'href="/voorbeeldregio/jgz/?gemeente=VB0001"' in text
    assert 'href="/voorbeeldregio-2011/jgz/?gemeente=VB0001"' in text


@pytest.mark.parametrize("query", ["gemeente=xqzw", "gemeente=", "", f"gemeente={'a' * 5000}", "gemeente=%00%FF"])
def test_given_nothing_fits_then_one_can_try_again_and_the_numbers_are_there(guide, query):
    response = guide.get(f"/zoek?{query}&sector=jgz")
    assert response.status_code == 200
    assert 'name="gemeente"' in response.text
    assert 'name="sector" value="jgz"' in response.text
    assert 'href="tel:08002000"' in response.text


def test_given_the_name_of_a_region_then_that_region_is_offered(guide):
    assert 'href="/rotterdam-rijnmond/jgz/"' in guide.get("/zoek?gemeente=Rijnmond&sector=jgz").text


def test_given_one_changes_place_then_the_form_knows_where_one_was(guide):
    text = guide.get("/wijzig?regio=flevoland&sector=jgz&stap=wegen&gemeente=GM0034").text
    assert 'value="Almere"' in text
    assert 'value="jgz" selected' in text
    assert 'name="stap" value="wegen"' in text
    assert 'href="/flevoland/jgz/wegen?gemeente=GM0034"' in text


def test_given_a_step_that_the_other_profession_lacks_then_its_opening_page_comes(guide):
    response = guide.get("/zoek?gemeente=Almere&sector=onderwijs&stap=andere-beroepskrachten")
    assert response.headers["Location"] == "/flevoland/onderwijs/?gemeente=GM0034"


def test_given_the_start_page_then_field_professions_numbers_map_and_list_are_there(guide):
    text = guide.get("/").text
    assert "In welke gemeente is de situatie?" in text
    assert "data-remember" in text
    assert text.count('class="regions__link"') == 25
    assert text.index("tel:08002000") < text.index('class="regions')


def test_given_two_typing_errors_then_one_is_asked_first(guide):
    response = guide.get("/zoek?gemeente=lelistat&sector=jgz")
    assert response.status_code == 200
    assert 'href="/flevoland/jgz/?gemeente=GM0995"' in response.text


def test_given_a_former_municipality_then_one_is_where_it_lies_now(guide):
    response = guide.get("/zoek?gemeente=Rijnwoude&sector=jgz")
    assert response.headers["Location"] == "/hollands-midden/jgz/?gemeente=GM0484"
