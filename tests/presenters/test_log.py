"""Whatever stands in the log, the walk and its advice are the same (INV-31)."""

from datetime import date

from hypothesis import given, settings
from hypothesis import strategies as st

from routekaart.engine.answers import Answers
from routekaart.engine.walk import walk
from routekaart.presenters.case_document import case_document
from routekaart.presenters.log import GONE, Choice, in_order, options
from routekaart.walks.casework import Entry
from tests.support.cases import NOW, case_of, guides, lists, mini_place
from tests.support.walks import messy_answers

PLACE = mini_place()
KEPT = st.sampled_from(["", "kind", "kind-0-11.1", "kind-0-11.9", "school", "verdwenen", "kind-0-11.x"])
ENTRIES = st.builds(
    Entry, st.dates(), saw=st.text(), said=st.text(), said_by=KEPT, thought=st.text(), who=KEPT, where=KEPT
)


@settings(max_examples=25)
@given(answers=messy_answers(PLACE.routemap), log=st.lists(ENTRIES, max_size=4))
def test_given_any_walk_and_any_log_then_nothing_but_the_log_differs(answers, log):
    cases = [case_of(PLACE, answers), case_of(PLACE, answers, log=in_order(log))]
    found = walk(PLACE.routemap, Answers(answers.values, answers.departures))
    plain, logged = (case_document(one, found, PLACE, lists=lists(), guides=guides(), now=NOW) for one in cases)
    differing = {name for name in plain if plain[name] != logged[name]}
    assert differing <= {"log"}


@given(log=st.lists(ENTRIES, max_size=8))
def test_given_lines_then_they_stand_by_day_and_lines_of_one_day_as_they_were_written(log):
    ordered = in_order(log)
    assert [one.on for one in ordered] == sorted(one.on for one in log)
    for day in {one.on for one in log}:
        assert [one for one in ordered if one.on == day] == [one for one in log if one.on == day]


def test_given_a_word_that_is_not_offered_any_more_then_it_stays_chosen():
    choice = Choice.of(guides().casework, ())
    rows = options(choice.people, "kind-16-17.2")
    assert rows[-1] == {"value": "kind-16-17.2", "text": "jongere (16–17 jaar)", "selected": True}
    assert options(choice.places, "verdwenen")[-1]["text"] == GONE
    assert choice.person(Entry(date(2026, 11, 20)).who) == ""
