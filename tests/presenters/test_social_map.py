"""What fits a wish on the social map."""

import pytest

from routekaart.directory import Aim, CareLevel, Partner, Service, TargetGroup
from routekaart.presenters.social_map import Wanted, age_words


def service(**more):
    values = {"id": "x", "name": "X", "what": "", "level": CareLevel.EARLY_INTERVENTION, "aim": Aim.STOP} | more
    return Service(**values)


PARTNER = Partner(id="p", name="P", municipalities=("GM0001",))


@pytest.mark.parametrize(
    ("wanted", "offered", "fits"),
    [
        (Wanted(), service(), True),
        (Wanted(aim="stoppen"), service(), True),
        (Wanted(aim="voorkomen"), service(), False),
        (Wanted(theme="scheiding"), service(themes=("scheiding", "opvoeding")), True),
        (Wanted(theme="scheiding"), service(), False),
        (Wanted(age=6), service(target=TargetGroup(min_age=6, max_age=12)), True),
        (Wanted(age=13), service(target=TargetGroup(min_age=6, max_age=12)), False),
        (Wanted(age=13), service(), True),
        (Wanted(municipality="GM0001"), service(), True),
        (Wanted(municipality="GM0002"), service(), False),
        (Wanted(municipality="GM0002"), service(municipalities=("GM0002",)), True),
    ],
)
def test_given_a_wish_then_a_service_fits_or_not(wanted, offered, fits):
    assert wanted.fits(offered, PARTNER) is fits


@pytest.mark.parametrize(
    ("target", "words"),
    [
        (TargetGroup(), ""),
        (TargetGroup(min_age=4, max_age=12), "van 4 tot en met 12 jaar"),
        (TargetGroup(max_age=4, unborn=True), "vanaf de zwangerschap, tot en met 4 jaar"),
        (TargetGroup(max_age=0, unborn=True), "tijdens de zwangerschap"),
        (TargetGroup(min_age=18), "vanaf 18 jaar"),
    ],
)
def test_given_a_target_group_then_its_ages_read_well(target, words):
    assert age_words(target) == words
