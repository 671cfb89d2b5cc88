import pytest
from hypothesis import given, settings

from routekaart.drawing import Progress, progress_of, text_alternative
from routekaart.drawing.scene import Line
from routekaart.engine.answers import Answers
from routekaart.engine.walk import answer, declare_acute, walk
from tests.drawing.maps import a_map, at
from tests.support.protocol import answers, mini
from tests.support.walks import finished_answers

MAP = mini()


def test_given_no_answer_then_the_walk_stands_at_the_first_station():
    assert progress_of(walk(MAP, Answers())) == Progress(current=1)


def test_given_danger_is_declared_then_the_walk_stands_on_the_acute_line_and_what_was_visited_stays():
    begun = answer(MAP, answers(acuut_gevaar="nee"), {"wie": {"volwassene": 1}})
    result = progress_of(walk(MAP, declare_acute(MAP, begun.answers)))
    assert (result.current, result.on, result.visited) == (None, Line.ACUTE, {1})
    assert Line.ACUTE in result.taken


def test_given_danger_was_dealt_with_then_the_acute_line_is_taken_and_the_walk_is_back_at_a_station():
    result = progress_of(walk(MAP, answers(acuut_gevaar="ja", acuut_stand="ja")))
    assert (result.on, result.current is None) == (Line.MAIN, False)
    assert Line.ACUTE in result.taken


@given(finished_answers(MAP))
@settings(max_examples=30)
def test_given_any_finished_walk_then_no_station_is_current(finished):
    result = progress_of(walk(MAP, finished))
    assert result.finished
    assert (result.current, result.on) == (None, Line.MAIN)
    assert result.visited <= {station.number for station in MAP.stations}


@pytest.mark.parametrize(
    ("progress", "said"),
    [
        (at(3), "Je bent nu bij stap 3 van 5: Gesprek."),
        (at(3), "Geweest: stappen 1 en 2."),
        (at(2), "Geweest: stap 1."),
        (at(2, Line.ACUTE), "Je bent nu op een zijlijn: Acuut gevaar: bel 112."),
        (at(4, taken=[Line.ORDER]), "Ook op de route: Tijdelijk huisverbod."),
        (at(None, finished=True), "De route is helemaal doorlopen."),
    ],
)
def test_given_a_walk_then_the_text_alternative_says_where_it_stands(progress, said):
    assert said in text_alternative(a_map(), progress).splitlines()


def test_given_no_walk_then_the_text_alternative_tells_the_lines_of_this_edition():
    told = text_alternative(a_map(year=2011), None)
    assert "De hoofdlijn heeft 5 stations: 1 Signalen, 2 Overleg, 3 Gesprek, 4 Wegen en 5 Beslissen." in told
    assert "AMK of SHG" in told
    assert "Veilig Thuis" not in told
