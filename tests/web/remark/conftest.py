"""A card of the example region with a number of its own."""

import pytest

from routekaart.directory.phone import dialled
from tests.support.regions import voorbeeldregio

TEAM = "wijkteams-voorbeeldstad"


@pytest.fixture
def team():
    return next(one for one in voorbeeldregio().partners if one.id == TEAM)


@pytest.fixture
def number(team):
    return next(one.value for one in team.contacts if one.kind == "phone")


@pytest.fixture
def call_address(number):
    return f"/gebeld/voorbeeldregio/{TEAM}/{dialled(number)}"
