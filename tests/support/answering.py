"""Walking through the questions of the site as somebody would."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from routekaart.engine.answers import Value
from tests.support.scenarios import written
from tests.support.visitor import Page, Visitor

MOST_QUESTIONS = 60
Given = Mapping[str, Any]


def begin(visitor: Visitor, region: str = "voorbeeldregio", sector: str = "onderwijs", **more: str) -> Page:
    """Start a walk; gives the first question."""
    query = "&".join(f"{name}={value}" for name, value in {"regio": region, "sector": sector, **more}.items())
    code = visitor.submit(visitor.get(f"/doorloop/begin?{query}"), "/doorloop/begin")
    assert code.status == 200, code.text
    return visitor.get("/doorloop/")


def fields_for(page: Page, value: Value | Mapping[str, Value]) -> dict[str, Any]:
    """The fields of a question's form for one value for everybody."""
    names = {str(name) for name in page.form("/vraag/").fields if str(name).startswith("antwoord")}
    if any(name == "antwoord-kind-0-11" for name in names):
        assert isinstance(value, Mapping)
        return {f"antwoord-{category}": count for category, count in value.items()}
    if "antwoord-onbekend" in names:
        return {"antwoord-onbekend": "ja"} if value == "weet-niet" else {"antwoord": value}
    return dict.fromkeys(names, value)


def question_id(page: Page, visitor: Visitor) -> str:
    """Which question a page asks."""
    number = int(page.path.rsplit("/", 1)[1])
    routemap = written().map("voorbeeldregio", "onderwijs").routemap
    return next(place.item.id for place in routemap.placed.values() if place.order + 1 == number)


def walk_on(visitor: Visitor, page: Page, choose: Given, **extra: Any) -> Page:
    """Answer question after question until the advice; `choose` has values by question id, else "nee" or the first."""
    for _ in range(MOST_QUESTIONS):
        if "/vraag/" not in page.path:
            return page
        asked = question_id(page, visitor)
        value = choose.get(asked, usual(page))
        page = visitor.submit(page, "/vraag/", **fields_for(page, value), **extra)
    raise AssertionError(f"no end after {MOST_QUESTIONS} questions")


def usual(page: Page) -> Any:
    """An answer that any question of this kind takes: "nee" where that can be said, else the first option."""
    values = [str(i.get("value")) for i in page.document.xpath("//fieldset//input[@type='radio' or @type='checkbox']")]
    if values:
        return "nee" if "nee" in values else values[0]
    names = {str(name) for name in page.form("/vraag/").fields}
    return {"kind-0-11": 1} if "antwoord-kind-0-11" in names else "24-11-2026"
