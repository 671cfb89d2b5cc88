from dataclasses import replace

import pytest

from routekaart.directory import CareLevel, National, Partner, Service, TargetGroup
from routekaart.directory.baseline import AgeBand, Offer, baseline, in_band, offer_gaps, shift
from routekaart.directory.service import USUAL_AIM
from tests.support.regions import directory, voorbeeldregio

PREVENT, DETECT, TREAT = CareLevel(1), CareLevel(3), CareLevel(5)


def service(name, level, *, places=(), themes=(), **target):
    return Service(name, name, "", level, USUAL_AIM[level], TargetGroup(**target), themes, municipalities=places)


def of(*services, places=()):
    partner = Partner("p", "P", services=services, municipalities=places)
    return baseline(replace(directory(), partners={"p": partner}))


@pytest.mark.parametrize(
    ("ages", "bands"),
    [
        ({}, list(AgeBand)[1:]),
        ({"unborn": True, "max_age": 0}, [AgeBand.UNBORN, AgeBand.BABY]),
        ({"min_age": 3, "max_age": 4}, [AgeBand.BABY, AgeBand.CHILD]),
        ({"min_age": 12, "max_age": 17}, [AgeBand.TEENAGER]),
        ({"min_age": 65}, [AgeBand.ELDERLY]),
        ({"min_age": 18, "max_age": 64}, [AgeBand.ADULT]),
    ],
)
def test_given_ages_then_they_fall_in_every_band_that_they_touch(ages, bands):
    assert [band for band in AgeBand if in_band(TargetGroup(**ages), band)] == bands


def test_given_a_service_in_one_town_then_the_other_is_not_covered():
    found = of(service("cursus", PREVENT, places=("stad",), themes=("opvoeding",)))
    assert [one.name for one in found.covered(PREVENT, "opvoeding")] == ["Stad"]
    assert found.at(PREVENT, AgeBand.CHILD, "dorp") == ()
    assert [one.service.id for one in found.at(PREVENT, AgeBand.CHILD)] == ["cursus"]


def test_given_a_service_without_places_then_it_is_where_its_partner_works():
    found = of(service("cursus", PREVENT), places=("dorp",))
    assert [one.name for one in found.covered(PREVENT, AgeBand.CHILD)] == ["Dorp"]


def test_given_filters_then_only_what_fits_is_left_and_the_groups_stay():
    found = of(service("a", PREVENT, themes=("scheiding",)), service("b", PREVENT, places=("dorp",), themes=("rouw",)))
    assert [one.service.id for one in found.about("rouw").offers] == ["b"]
    assert [one.service.id for one in found.within("stad").offers] == ["a"]
    assert found.within("stad").groups == found.about("rouw").groups == (*AgeBand, "rouw", "scheiding")


def test_given_levels_without_offer_then_they_are_gaps_for_the_whole_region():
    gaps = offer_gaps(of(service("a", PREVENT)))
    nothing = [one.level for one in gaps if not one.groups]
    assert nothing == [CareLevel(2), CareLevel(3), CareLevel(4), CareLevel(5)]
    (partly,) = [one for one in gaps if one.groups]
    assert (partly.level, partly.groups) == (PREVENT, (AgeBand.UNBORN,))


def test_given_towns_that_miss_the_same_then_they_stand_together_and_others_apart():
    found = of(service("a", TREAT, unborn=True), service("b", DETECT, unborn=True, places=("stad",)))
    places = {one.level: [place.name for place in one.municipalities] for one in offer_gaps(found)}
    assert places[DETECT] == ["Dorp"]
    assert TREAT not in places
    assert places[PREVENT] == ["Stad", "Dorp"]


def test_given_two_moments_then_what_came_and_went_is_told_and_what_was_renamed_is_not():
    before = of(service("a", PREVENT), service("b", PREVENT))
    after = of(replace(service("a", PREVENT), name="Anders"), service("c", TREAT))
    moved = shift(before, after)
    assert ([one.key for one in moved.added], [one.key for one in moved.gone]) == ([("p", "c")], [("p", "b")])


def test_given_the_example_region_then_each_offer_is_found_where_a_plain_count_finds_it():
    region = voorbeeldregio().to_directory(National({}, {}))
    found = baseline(region)
    for level in CareLevel:
        for group in found.groups:
            for place in region.region.municipalities:
                plain = [
                    one.id
                    for partner in region.partners.values()
                    for one in partner.services
                    if one.level is level
                    and Offer(partner, one).is_for(group)
                    and place.code in (one.municipalities or partner.municipalities or [place.code])
                ]
                assert [one.service.id for one in found.at(level, group, place.code)] == plain
