"""All steps together: in short on one page, who helps on another, and every word on a third, to print or keep."""

from __future__ import annotations

from datetime import datetime

from routekaart.presenters.here import EVERYTHING, SEARCH, WHO_HELPS, WHOLE, Here, View
from routekaart.presenters.marking import TermLinks, link_terms
from routekaart.presenters.role_cards import differs
from routekaart.presenters.step_page import cards_of, roles_of, step_view, trail


def everything_page(here: Here, now: datetime, *, only_different: bool = False) -> View:
    """What to do at each step, the acute line first, with whom and when; the rest stands at the step itself."""
    page = _all_steps(here, now, EVERYTHING, only_different)
    for step in page["steps"]:
        step["address"] = here.address(step["id"])
        for theme in step["themes"]:
            theme["address"] = f"{step['address']}#{step['id']}-thema-{theme['id']}"
    return page | {
        "title": f"Alle stappen – {here.routemap.sector.title}",
        "who_address": here.address(WHO_HELPS),
        "whole_address": here.address(WHOLE, anders="1" if only_different else None),
        "trail": trail(here, "Alle stappen"),
    }


def whole_page(here: Here, now: datetime, *, only_different: bool = False, links: TermLinks | None = None) -> View:
    """Every word of all steps; `links` leads the first use of each term to the glossary."""
    page = _all_steps(here, now, WHOLE, only_different)
    if links:
        for step in page["steps"]:
            link_terms(step, links)
    return page | {
        "title": f"Alle stappen, volledig – {here.routemap.sector.title}",
        "everything_address": here.address(EVERYTHING),
        "trail": _trail(here, "Volledig"),
    }


def who_helps_page(here: Here, now: datetime) -> View:
    """Everybody whom the steps can lead to, each once."""
    return {
        "title": f"Wie helpt – {here.routemap.sector.title}",
        "cards": cards_of(here, here.routemap.steps, now),
        "municipalities": _municipalities(here, WHO_HELPS),
        "trail": _trail(here, "Wie helpt"),
    }


def _all_steps(here: Here, now: datetime, page: str, only_different: bool) -> View:
    steps = here.routemap.steps
    cards = cards_of(here, steps, now, only_different=only_different)
    views = [step_view(here, step, cards, only_different=only_different) for step in steps]
    only = "1" if only_different else None
    return {
        "steps": views,
        "cards": cards,
        "is_empty": not cards and all(view["is_empty"] for view in views),
        "only_different": only_different,
        "switch_address": here.address(page, anders=None if only_different else "1"),
        "search_address": here.address(SEARCH),
        "municipalities": _municipalities(here, page, only),
        "begin_address": here.begin_address(),
    }


def _municipalities(here: Here, page: str, only: str | None = None) -> View | None:
    return here.municipality_choice(page, anders=only) if differs(here, roles_of(here.routemap.steps)) else None


def _trail(here: Here, text: str) -> list[View]:
    return [*trail(here, "")[:2], {"text": "Alle stappen", "href": here.address(EVERYTHING)}, {"text": text}]
