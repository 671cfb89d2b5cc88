import pytest

from routekaart.printing.letters import printable

LETTERS = frozenset(map(ord, "abcefgimnp é<>/&;#0123456789"))


@pytest.mark.parametrize(
    ("typed", "drawn"),
    [
        ("abc é", "abc é"),
        ("e\u0301", "é"),
        ("a\nb", "a\nb"),
        ("a\tb", "a b"),
        ("a\x00\x07b", "ab"),
        ("a\u200db", "ab"),
        ("→", "-&gt;"),
        ("✓", "[vinkje]"),
        ("ﬁ", "fi"),
        ("😀", "[teken U+1F600]"),
        ("<b>&amp;</b>", "<b>&amp;</b>"),
    ],
)
def test_given_a_letter_that_the_typeface_lacks_then_it_is_written_out(typed, drawn):
    assert printable(typed, LETTERS) == drawn
