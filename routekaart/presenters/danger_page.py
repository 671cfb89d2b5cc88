"""There is danger now: the numbers first, then what to do in order."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from routekaart.directory import National
from routekaart.engine.routemap import RouteMap
from routekaart.engine.vocabulary import Action
from routekaart.presenters.condition_words import declared_danger
from routekaart.presenters.here import Here, View
from routekaart.presenters.item import item_view
from routekaart.presenters.start import NUMBERS
from routekaart.presenters.step_page import step_page


def danger_page(here: Here, now: datetime, *, only_different: bool = False) -> View:
    """The acute step of a region, with its numbers."""
    page = step_page(here, here.routemap.acute, now, only_different=only_different)
    return page | {"numbers": NUMBERS, "next": None, "cards": [*page["cards"], *page["others"]]}


def national_danger_page(routemap: RouteMap, national: National) -> View:
    """The same without a region: what to do first holds everywhere."""
    actions: Sequence[Action] = [item for item in routemap.acute.items if isinstance(item, Action) and not item.branch]
    views = [item_view(item, national, routemap.edition.id) for item in actions]
    declared = [view for item, view in zip(actions, views, strict=True) if item.when == declared_danger(routemap)]
    return {
        "title": "Direct",
        "heading": routemap.acute.title,
        "purpose": routemap.acute.purpose,
        "numbers": NUMBERS,
        "actions": declared,
        "pitfalls": [{"text": one.text, "source": one.source} for one in routemap.acute.pitfalls],
    }
