"""One question of a walk as a page shows it."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import datetime
from functools import lru_cache, partial
from typing import Any

from routekaart.directory import Directory
from routekaart.engine.answers import Person
from routekaart.engine.routemap import RouteMap
from routekaart.engine.vocabulary import Action, ActionKind, Category, Outcome, Question, Step
from routekaart.engine.walk import Advised, Dropped, Walk
from routekaart.presenters import words
from routekaart.presenters.item import View, item_view
from routekaart.presenters.partner_card import Card, cards_for, roles_in_order

MOST_CARDS = 4
CARDS_KEPT = 256
SAFETY_FIRST = "Eerst de veiligheid"
CATEGORY_HINTS = {
    Category.CHILD_0_11: "",
    Category.CHILD_12_15: "",
    Category.CHILD_16_17: "",
    Category.UNBORN: "Is iemand zwanger en is die onveilig? Tel het kind mee.",
    Category.ADULT: "Van 18 jaar en ouder, ook een partner of ex.",
    Category.DEPENDENT: "Iemand die van anderen afhankelijk is, door leeftijd, ziekte of beperking.",
}


def number_of(routemap: RouteMap, question: Question) -> int:
    """The number of a question in addresses: neutral, it says nothing about what is asked."""
    return routemap.placed[question.id].order + 1


def question_numbered(routemap: RouteMap, number: int) -> Question | None:
    """The question with this number in addresses."""
    for place in routemap.placed.values():
        if place.order + 1 == number and isinstance(place.item, Question):
            return place.item
    return None


def before(walk: Walk, question: Question) -> int | None:
    """The number of the question that was answered before this one."""
    here = walk.routemap.placed[question.id].order
    earlier = [number_of(walk.routemap, given.question) for given in walk.path]
    return max((number for number in earlier if number <= here), default=None)


def question_page(
    walk: Walk,
    question: Question,
    directory: Directory,
    *,
    municipality: str | None,
    ticked: frozenset[str],
    now: datetime,
) -> View:
    """Heading, why, legends per person, tasks and partners of a question that is asked now."""
    routemap = walk.routemap
    step = routemap.placed[question.id].step
    people = tuple(person for person in walk.asked(question.id) if person)
    view = item_view(question, directory.national, routemap.edition.id, people, walk.people)
    if len(people) > 1:
        view |= {"text": words.about_each(question.text), "detail": words.about_each(question.detail)}
    cards = partial(_cards_in, directory, municipality, now.replace(second=0, microsecond=0))
    tasks = tasks_at(walk, step, directory, ticked)
    for one in tasks:
        one["phones"] = [line for card in cards(one["role"]) for line in card["phones"]][:1]
    return {
        "number": number_of(routemap, question),
        "question": view,
        "step": SAFETY_FIRST if question == routemap.acute_question else step_line(routemap, step),
        "step_id": step.id,
        "is_acute": step.id == routemap.acute.id and walk.is_acute,
        "legends": {person.id: _legend(question, person, walk) for person in people},
        "previous": before(walk, question),
        "tasks": tasks,
        "cards": _step_cards(walk, step, cards),
        "departs": [one["text"] for one in departing(walk, question, directory)],
        "pitfalls": [remark.text for remark in step.pitfalls],
    }


def _legend(question: Question, person: Person, walk: Walk) -> str:
    """Alone: the question itself; with others, whom this part of the page is about."""
    label = words.person(person, walk.people)
    alone = len(walk.asked(question.id)) == 1
    return words.about(question.text, (person,), walk.people) if alone else label[:1].upper() + label[1:]


def step_line(routemap: RouteMap, step: Step) -> str:
    """ "Stap 3 van 5 · Gesprek"; for the lines beside it only their name."""
    station = routemap.station_of(step.id)
    return f"Stap {station.number} van {len(routemap.stations)} · {station.short}" if station else step.title


def tasks_at(walk: Walk, step: Step, directory: Directory, ticked: frozenset[str]) -> list[View]:
    """What there is to do in a step so far."""
    found = (advised for advised in walk.actions if advised.step.id == step.id)
    return [task(advised, walk, directory, ticked) for advised in found]


def task(advised: Advised, walk: Walk, directory: Directory, ticked: frozenset[str]) -> View:
    """An action to tick off."""
    view = item_view(advised.item, directory.national, walk.routemap.edition.id, advised.people, walk.people)
    return view | {
        "name": "gedaan",
        "value": advised.item.id,
        "checked": advised.item.id in ticked,
        "is_emergency": isinstance(advised.item, Action) and advised.item.kind is ActionKind.EMERGENCY,
    }


def step_cards(walk: Walk, step: Step, directory: Directory, municipality: str | None, now: datetime) -> list[Card]:
    """The partners of a step: whom the advice names, then whom the step can involve; gaps come last."""
    return _step_cards(walk, step, partial(_cards_in, directory, municipality, now.replace(second=0, microsecond=0)))


@lru_cache(maxsize=CARDS_KEPT)
def _cards_in(directory: Directory, municipality: str | None, minute: datetime, role: str) -> tuple[Card, ...]:
    """The cards of a role, made once a minute, as guide pages are: nothing in them belongs to a visitor."""
    return tuple(cards_for(directory, role, municipality=municipality, now=minute))


def _step_cards(walk: Walk, step: Step, cards: Callable[[str], Sequence[Card]]) -> list[Card]:
    advised = [one.item for one in walk.advised if one.step.id == step.id]
    involved = [item for item in (*advised, *step.items) if isinstance(item, Action | Outcome)]
    partners: list[Card] = []
    gaps: list[Card] = []
    for role in roles_in_order(item.role for item in involved):
        for card in cards(role):
            (gaps if card["is_gap"] else partners).append(card)
        if len(partners) >= MOST_CARDS:
            break
    return [*partners, *gaps][:MOST_CARDS]


def departing(walk: Walk, question: Question, directory: Directory) -> list[View]:
    """The advice that some answer to this question goes against."""
    against = {outcome for option in question.options for outcome in option.departs_from}
    return [
        item_view(one.item, directory.national, walk.routemap.edition.id, one.people, walk.people)
        for one in walk.outcomes
        if one.item.id in against
    ]


def dropped_lines(dropped: Sequence[Dropped], walk: Walk) -> list[str]:
    """The questions whose answers no longer count, once each."""
    texts = (words.about(one.question.text, (), walk.people) for one in dropped if one.question)
    return list(dict.fromkeys(texts))


def option_views(question: Question, chosen: Sequence[str]) -> list[Mapping[str, Any]]:
    """The options of a choice."""
    return [
        {
            "value": option.value,
            "text": option.text,
            "meaning": option.meaning,
            "checked": option.value in chosen,
        }
        for option in question.options
    ]
