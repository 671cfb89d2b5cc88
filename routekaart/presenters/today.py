"""The five-minute route in words: one question, or what must happen today."""

from __future__ import annotations

from dataclasses import dataclass
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


@dataclass(frozen=True, slots=True)
class Calling:
    """Where and when somebody would call."""

    directory: Directory
    municipality: str | None
    now: datetime


def quick_question_page(found: Today, position: Position, walk: Walk, calling: Calling) -> View:
    """A question of the route, with its place in it ("Vraag 2 van 4") and what does not wait for the others."""
    people, route = position.people, walk.routemap.edition.quick
    view = item_view(position.question, calling.directory.national, walk.routemap.edition.id, people, walk.people)
    if len(people) > 1:
        text, detail = position.question.text, position.question.detail
        view |= {"text": words.about_each(text), "detail": words.about_each(detail)}
    labels = {one.id: view["text"] if len(people) == 1 else _label(one, walk) for one in people}
    return {
        "question": view,
        "place": f"Vraag {route.index(position.question.id) + 1} van {len(route)}",
        "legends": labels,
        "now": [one for one in _actions(found, walk, calling) if one["due"] == Due.NOW],
    }


def _label(person: Person, walk: Walk) -> str:
    label = words.person(person, walk.people)
    return label[:1].upper() + label[1:]


def today_page(found: Today, walk: Walk, calling: Calling) -> View:
    """What must happen today whatever else is answered, by when, and whom to call in doubt."""
    actions = _actions(found, walk, calling)
    groups = [(title, [one for one in actions if one["due"] == due]) for due, title in GROUPS.items()]
    outcomes = [one for one in found.certain if isinstance(one.item, Outcome)]
    return {
        "decisions": [_row(one.item, one.people, walk, calling)["text"] for one in outcomes],
        "groups": [{"title": title, "actions": some} for title, some in groups if some],
        "in_doubt": [_row(item, (), walk, calling) for item in found.in_doubt],
        "is_finished": walk.is_finished,
    }


def _actions(found: Today, walk: Walk, calling: Calling) -> list[View]:
    return [_row(one.item, one.people, walk, calling) for one in found.certain if isinstance(one.item, Action)]


def _row(item: Item, people: tuple[Person, ...], walk: Walk, calling: Calling) -> View:
    """An item with the first number to call for it."""
    role = item.role if isinstance(item, Action) else ""
    cards = cards_for(calling.directory, role, municipality=calling.municipality, now=calling.now)
    view = item_view(item, calling.directory.national, walk.routemap.edition.id, people, walk.people)
    return view | {
        "phones": [line for card in cards for line in card["phones"]][:1],
        "is_emergency": isinstance(item, Action) and item.kind is ActionKind.EMERGENCY,
    }
