from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from routekaart.engine.deadlines import ends_on
from routekaart.engine.vocabulary import Term

CHRISTMAS = {date(2026, 12, 25), date(2026, 12, 26)}


@pytest.mark.parametrize(
    ("term", "start", "end"),
    [
        (Term(5, "working_days"), date(2026, 11, 24), date(2026, 12, 1)),
        (Term(5, "working_days"), date(2026, 12, 18), date(2026, 12, 28)),
        (Term(10, "days"), date(2026, 11, 24), date(2026, 12, 4)),
        (Term(10, "weeks"), date(2026, 11, 24), date(2027, 2, 2)),
        (Term(3, "months"), date(2026, 11, 30), date(2027, 2, 28)),
        (Term(12, "months"), date(2024, 2, 29), date(2025, 2, 28)),
    ],
)
def test_a_term_ends_on(term, start, end):
    assert ends_on(term, start, CHRISTMAS.__contains__) == end


@given(st.dates(date(2000, 1, 1), date(2100, 1, 1)), st.integers(1, 60))
def test_a_term_in_working_days_ends_on_a_working_day_and_counts_them(start, amount):
    end = ends_on(Term(amount, "working_days"), start, CHRISTMAS.__contains__)
    between = [start + timedelta(days=n) for n in range(1, (end - start).days + 1)]
    worked = [day for day in between if day.weekday() < 5 and day not in CHRISTMAS]
    assert worked[-1] == end
    assert len(worked) == amount
