"""Sentences with a number in them."""

import pytest

from routekaart.web.filters import dialled


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("Bel 112.", 'Bel <a class="number" href="tel:112">112</a>.'),
        ("Veilig Thuis, 0800-2000", 'Veilig Thuis, <a class="number" href="tel:08002000">0800-2000</a>'),
        ("artikel 1120 en 2112", "artikel 1120 en 2112"),
        ("<b>112</b>", '&lt;b&gt;<a class="number" href="tel:112">112</a>&lt;/b&gt;'),
    ],
)
def test_given_a_sentence_when_written_then_national_numbers_can_be_pressed_and_markup_is_escaped(text, shown):
    assert dialled(text) == shown
