"""The five-minute route in words: one question, or what must happen today."""

from __future__ import annotations

from datetime import datetime

from routekaart.directory import Directory
from routekaart.engine.answers import Person
from routekaart.engine.quick import Today
from routekaart.engine.vocabulary import Action, ActionKind, Due, Item, Outcome
from routekaart.engine.walk import Position, Walk
from routekaart.presenters import words
from routekaart.presenters.item import View, item_view
from routekaart.presenters.partner_card import cards_for

GROUPS = {Due.NOW: "Nu meteen", Due.TODAY: "Vandaag"}


def quick_question_page(walk: Walk, position: Position, directory: Directory) -> View:
    """A question of the route, with its place in it ("Vraag 2 van 4")."""
    people = position.people
    everyone = walk.people or people
    view = item_view(position.question, directory.national, walk.routemap.edition.id, people, everyone)
    if len(people) > 1:
        text, detail = position.question.text, position.question.detail
        view |= {"text": words.about_each(text), "detail": words.about_each(detail)}
    route = walk.routemap.edition.quick
    legends = {one.id: words.person(one, everyone) for one in people}
    return {
        "question": view,
        "place": f"Vraag {route.index(position.question.id) + 1} van {len(route)}",
        "legends": {name: legend[:1].upper() + legend[1:] for name, legend in legends.items()},
    }


def today_page(found: Today, walk: Walk, directory: Directory, *, municipality: str | None, now: datetime) -> View:
    """What must happen today whatever else is answered, by when, and whom to call in doubt."""

    def row(item: Item, people: tuple[Person, ...] = ()) -> View:
        view = item_view(item, directory.national, walk.routemap.edition.id, people, walk.people)
        return view | _numbers(item, directory, municipality, now)

    actions = [row(one.item, one.people) for one in found.certain if isinstance(one.item, Action)]
    groups = [(title, [one for one in actions if one["due"] == due]) for due, title in GROUPS.items()]
    return {
        "decisions": [row(one.item, one.people)["text"] for one in found.certain if isinstance(one.item, Outcome)],
        "groups": [{"title": title, "actions": some} for title, some in groups if some],
        "in_doubt": [row(item) for item in found.in_doubt],
        "is_finished": walk.is_finished,
    }


def _numbers(item: Item, directory: Directory, municipality: str | None, now: datetime) -> View:
    """The first number to call for an action."""
    role = item.role if isinstance(item, Action) else ""
    cards = cards_for(directory, role, municipality=municipality, now=now)
    return {
        "phones": [line for card in cards for line in card["phones"]][:1],
        "is_emergency": isinstance(item, Action) and item.kind is ActionKind.EMERGENCY,
    }
