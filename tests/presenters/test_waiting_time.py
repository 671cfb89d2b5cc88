"""A waiting time is shown only while somebody knew it not long ago."""

from datetime import UTC, datetime, timedelta

import pytest

from routekaart.presenters.here import Here
from routekaart.presenters.social_map import WAITING_HOLDS, Wanted, social_map
from routekaart.web.services import services
from tests.support.published import published_app

KNOWN_ON = datetime(2026, 9, 1, 12, tzinfo=UTC)


@pytest.fixture(scope="module")
def here(tmp_path_factory):
    app = published_app(tmp_path_factory.mktemp("presenters"))
    with app.app_context():
        return Here(services().maps.get("voorbeeldregio", "onderwijs"))


@pytest.mark.parametrize(("later", "shown"), [(timedelta(days=1), True), (WAITING_HOLDS + timedelta(days=1), False)])
def test_given_when_a_waiting_time_was_known_then_it_stands_there_or_not(here, later, shown):
    page = social_map(here, Wanted(theme="scheiding"), KNOWN_ON + later)
    keys = [fact["key"] for group in page["groups"] for one in group["services"] for fact in one["facts"]]
    assert ("Wachttijd" in keys) is shown
