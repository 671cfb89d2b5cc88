"""What an address of a walk says does not come back in the page (docs/decisions/0012-compressed-walks.md)."""

import pytest

from tests.support.answering import begin
from tests.support.visitor import Visitor


@pytest.mark.parametrize("path", ["/doorloop/vraag/1", "/doorloop/overzicht", "/doorloop/advies", "/doorloop/code"])
def test_given_words_of_others_in_an_address_then_the_page_does_not_repeat_them(visitor: Visitor, path: str):
    begin(visitor)
    page = visitor.get(f"{path}?terug=klaproos&eerste=klaproos&notitie=klaproos&antwoord=klaproos")
    assert page.status == 200
    assert "klaproos" not in page.response.get_data(as_text=True)
