from datetime import date

import pytest

from routekaart.directory import Verification, stale


@pytest.mark.parametrize(
    ("checked", "months", "due"),
    [
        (date(2026, 1, 31), 1, date(2026, 2, 28)),
        (date(2024, 2, 29), 12, date(2025, 2, 28)),
        (date(2026, 11, 24), 12, date(2027, 11, 24)),
        (date(2026, 11, 24), 14, date(2028, 1, 24)),
    ],
)
def test_given_a_review_term_when_counted_then_it_ends_on_the_same_day_of_the_month(checked, months, due):
    assert Verification(checked, "iemand", months).due == due


def test_given_a_check_when_its_term_ends_then_it_is_stale_from_that_day():
    check = Verification(date(2026, 1, 1), "iemand", 6)
    assert not stale(check, date(2026, 6, 30))
    assert stale(check, date(2026, 7, 1))


def test_given_no_check_at_all_when_asked_then_it_is_stale():
    assert stale(None, date(2026, 1, 1))
