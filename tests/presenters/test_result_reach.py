"""The result orders the partners of an action by who can be reached before its term ends."""

from dataclasses import replace
from datetime import datetime, time

import pytest

from routekaart.directory import AMSTERDAM, Hours, Partner, Period, RoleBinding, Schedule, Weekday
from routekaart.engine.vocabulary import Action, Due
from routekaart.presenters.partner_card import cards_for
from routekaart.presenters.result import action
from tests.support.cases import choosing, real_place, walked

DAILY = tuple(Weekday)
MORNING = Schedule(periods=(Period(DAILY, Hours(time(8), time(12))),), open_on_holidays=True)
EVENING = Schedule(periods=(Period(DAILY, Hours(time(18), time(22))),), open_on_holidays=True)
ALWAYS = Schedule(always=True)
HOURS = {"onbekend": None, "morgen": MORNING, "vanavond": EVENING, "altijd": ALWAYS}
AFTERNOON = datetime(2026, 11, 24, 14, tzinfo=AMSTERDAM)
ANSWERS = {"acuut-gevaar": "nee", "onthulling": "nee", "wie": {"kind-0-11": 1}, "besluit-melden": "ja"}


def filled(directory, role):
    """The same directory in which four partners fill a role, the least reachable first."""
    partners = {name: Partner(name, name, schedule=schedule) for name, schedule in HOURS.items()}
    bindings = tuple(RoleBinding(role, name) for name in HOURS)
    return replace(directory, partners={**directory.partners, **partners}, bindings=bindings)


def partners(due, now=AFTERNOON):
    place = real_place()
    walk = walked(place, choosing(ANSWERS))
    found = (one for one in walk.actions if isinstance(one.item, Action) and one.item.role and one.item.due is due)
    advised = next(one for one in found if one.item.role not in ("collega", "aandachtsfunctionaris", "leidinggevende"))
    return action(advised, walk, filled(place.directory, advised.item.role), None, frozenset(), now)["partners"]


def test_given_an_action_for_today_then_who_is_open_comes_first_and_of_whom_nothing_is_known_last():
    assert partners(Due.TODAY) == ["altijd", "vanavond", "morgen", "onbekend"]


def test_given_a_late_hour_then_who_opens_tomorrow_is_not_before_the_others():
    late = datetime(2026, 11, 24, 23, tzinfo=AMSTERDAM)
    assert partners(Due.TODAY, late) == ["altijd", "morgen", "vanavond", "onbekend"]


@pytest.mark.parametrize("due", [Due.WEEK, Due.AGREED])
def test_given_an_action_that_can_wait_then_the_region_s_own_order_holds(due):
    assert partners(due) == list(HOURS)


def test_given_a_page_of_the_guide_then_the_region_s_own_order_holds():
    directory = filled(real_place().directory, "lokaal-team")
    assert [card["name"] for card in cards_for(directory, "lokaal-team", municipality=None, now=AFTERNOON)] == list(
        HOURS
    )
