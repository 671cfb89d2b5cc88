from hypothesis import given
from hypothesis import strategies as st

from routekaart.drawing.advances import ADVANCES
from routekaart.drawing.lettering import fit, text_width
from tools.measure_typeface import WEIGHTS, advances


def test_given_the_typeface_that_we_serve_then_the_table_is_its_measure():
    assert {weight: advances(weight) for weight in WEIGHTS} == ADVANCES


@given(st.text("abMWij é-", min_size=1, max_size=60), st.floats(60, 300))
def test_given_any_text_and_lane_then_every_line_fits_and_no_letter_is_lost(text, lane):
    setting = fit(text, lane)
    assert all(text_width(line, setting.size) <= lane for line in setting.lines)
    assert "".join(setting.lines).replace("-", "").replace(" ", "") == text.replace("-", "").replace(" ", "")


def test_given_a_lane_that_is_wide_enough_then_the_text_stands_on_one_line_at_full_size():
    setting = fit("Beslissen", 200)
    assert (setting.lines, setting.size) == (("Beslissen",), 17.0)


def test_given_two_lines_then_they_are_about_as_long():
    assert fit("Tijdelijk huisverbod nu", 130).lines == ("Tijdelijk", "huisverbod nu")
