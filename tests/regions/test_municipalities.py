import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from routekaart.regions.files import places, read_regions
from routekaart.regions.municipalities import Fit, Index, NameKind, Place, find, index, plain
from tests.support.regions import CONTENT

CONTENT_REGIONS = read_regions(CONTENT)
PLACES = places(CONTENT_REGIONS.regions.values(), CONTENT_REGIONS.named)
EVERYWHERE = index(PLACES)


def names(query: str, among: Index = EVERYWHERE) -> list[str]:
    return [match.place.name for match in find(query, among)]


@pytest.mark.parametrize(
    ("query", "first"),
    [
        ("den haag", "'s-Gravenhage"),
        ("'s-Gravenhage", "'s-Gravenhage"),
        ("s gravenhage", "'s-Gravenhage"),
        ("\u2019s-gravenhage", "'s-Gravenhage"),
        ("gravenhage", "'s-Gravenhage"),
        ("DEN BOSCH", "'s-Hertogenbosch"),
        ("sudwest fryslan", "Súdwest-Fryslân"),
        ("gemeente Utrecht", "Utrecht"),
        ("Amsterdm", "Amsterdam"),
        ("rotterdma", "Rotterdam"),
        ("lelystat", "Lelystad"),
        ("ijselstein", "IJsselstein"),
        ("almeer", "Almere"),
        ("alm", "Almelo"),
        ("hogeland", "Het Hogeland"),
        ("ten boer", "Groningen"),
    ],
)
def test_given_what_people_type_when_searched_then_the_municipality_comes_first(query, first):
    assert names(query)[0] == first


def test_given_a_former_municipality_that_was_split_when_searched_then_all_its_parts_come():
    found = find("winsum", EVERYWHERE)
    assert {(one.place.name, one.kind, one.because) for one in found} == {
        ("Het Hogeland", NameKind.PART, "Winsum"),
        ("Westerkwartier", NameKind.PART, "Winsum"),
    }


def test_given_a_name_that_two_municipalities_have_when_searched_then_both_come_with_their_regions():
    found = [one for one in find("bergen", EVERYWHERE) if one.fit is Fit.EXACT]
    assert {one.place.region for one in found} == {"noord-en-midden-limburg", "noord-holland-noord"}


def test_given_an_exact_name_when_searched_then_no_typing_errors_are_offered():
    assert all(one.fit is not Fit.TYPING_ERROR for one in find("Almere", EVERYWHERE))


@pytest.mark.parametrize("query", ["", "   ", "-", "xyzzyplof", "🙂"])
def test_given_nothing_that_is_a_name_when_searched_then_nothing_comes(query):
    assert find(query, EVERYWHERE) == ()


def test_given_one_municipality_in_two_regions_when_searched_then_both_regions_come():
    assert {one.place.region for one in find("Voorbeeldstad", EVERYWHERE)} == {"voorbeeldregio", "voorbeeldregio-2011"}


@given(st.sampled_from(PLACES))
def test_given_any_municipality_when_its_own_name_is_typed_plainly_then_it_is_found_exactly(place: Place):
    bare = unicodedata.normalize("NFKD", place.name.lower()).encode("ascii", "ignore").decode()
    assert any(one.place == place and one.fit is Fit.EXACT for one in find(bare, EVERYWHERE))


@given(st.sampled_from(PLACES), st.data())
def test_given_one_typing_error_in_a_long_name_when_searched_then_it_is_still_among_the_matches(place, data):
    at = data.draw(st.integers(1, len(place.name) - 1))
    typed = place.name[:at] + data.draw(st.sampled_from("aeiouqz")) + place.name[at + 1 :]
    if len(plain(typed)) >= 7 and not find(typed, EVERYWHERE, most=1)[0].fit < Fit.TYPING_ERROR:
        assert place in [one.place for one in find(typed, EVERYWHERE, most=50)]


@given(st.text(max_size=200))
def test_given_any_text_when_searched_then_it_answers_with_places_in_order_of_fit(query):
    found = find(query, EVERYWHERE)
    assert [one.fit for one in found] == sorted(one.fit for one in found)
    assert len({(one.place.code, one.place.region) for one in found}) == len(found)
