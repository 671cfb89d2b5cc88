import pytest

from routekaart.web.prose import prose


def test_given_markdown_when_read_then_lists_emphasis_and_links_remain():
    html = prose("Bel **eerst**.\n\n- een\n- [twee](https://a.example)")
    assert "<strong>eerst</strong>" in html
    assert '<li><a href="https://a.example" rel="noopener noreferrer">twee</a></li>' in html


@pytest.mark.parametrize(
    "text",
    [
        "<script>alert(1)</script>",
        "[x](javascript:alert(1))",
        "[x](data:text/html,x)",
        "![x](https://a.example/x.png)",
        '<a href="https://a.example" onclick="x()">x</a>',
        "# Kop",
    ],
)
def test_given_what_a_page_must_not_hold_when_read_then_it_is_only_text(text):
    html = prose(text)
    assert not any(
        part in html
        for part in ("<script", "<img", "<h1", 'href="javascript', 'href="data', '<a href="https://a.example" onclick')
    )
