"""Asking a colleague to look along, as somebody would on the site."""

from __future__ import annotations

from tests.support.visitor import Page, Visitor

ADVICE = "Ik zou vandaag Veilig Thuis bellen."


def share(owner: Visitor, function: str = "aandachtsfunctionaris", may: str = "schrijven") -> str:
    """A code for a colleague; gives its twelve words."""
    before = codes(owner.get("/doorloop/delen"))
    page = ask(owner, functie=function, mag=may)
    assert page.status == 200, page.text
    return next(one for one in codes(page) if one not in before)


def ask(owner: Visitor, **fields: str) -> Page:
    """Send the form for a new code; the page may hold forms for older ones too."""
    return owner.submit(owner.get("/doorloop/delen"), "/doorloop/delen", to="/doorloop/delen", **fields)


def codes(page: Page) -> list[str]:
    """The codes that a page shows."""
    return [" ".join(one.text_content().split()) for one in page.document.xpath("//p[@class='code']")]


def look_along(colleague: Visitor, code: str) -> Page:
    """Open a walk with a code."""
    return colleague.submit(colleague.get("/meekijken"), "/meekijken", code=code)


def advise(colleague: Visitor, text: str = ADVICE, **fields: str) -> Page:
    """Write a view; fields of the form may be given."""
    given = {"functie": "aandachtsfunctionaris", "oordeel": "zelfde", "tekst": text} | fields
    return colleague.submit(colleague.get("/meekijken/doorloop"), "/meekijken/advies", **given)


def withdraw(owner: Visitor) -> Page:
    """Take the first code back."""
    return owner.submit(owner.get("/doorloop/delen"), "/doorloop/delen/weg")
