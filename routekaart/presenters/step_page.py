"""A step of the protocol as it holds here: what to do, with whom, what to record, and where each thing comes from."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime

from routekaart.directory import AMSTERDAM
from routekaart.engine.vocabulary import (
    Action,
    Deadline,
    Item,
    LayerKind,
    Outcome,
    Question,
    Record,
    Remark,
    Step,
)
from routekaart.presenters import words
from routekaart.presenters.condition_words import condition_words, declared_danger, item_text
from routekaart.presenters.guide_links import links_beside
from routekaart.presenters.here import SEARCH, WHO_HELPS, Here, View
from routekaart.presenters.item import item_view
from routekaart.presenters.marking import TermLinks, link_terms
from routekaart.presenters.partner_card import REPORTING_POINT, Card
from routekaart.presenters.region_page import local_document
from routekaart.presenters.role_cards import differs, role_cards

FIRST = ("acuut", REPORTING_POINT)


def step_page(
    here: Here, step: Step, now: datetime, *, only_different: bool = False, links: TermLinks | None = None
) -> View:
    """The page of one step. With `only_different`: only what does not come from the national edition.

    `links` leads the first use of each term to the glossary.
    """
    only = "1" if only_different else None
    cards = cards_of(here, [step], now, only_different=only_different)
    view = step_view(here, step, cards, only_different=only_different)
    if links:
        link_terms(view, links)
    return {
        "title": f"{title_of(here, step)} – {here.routemap.sector.title}",
        "eyebrow": f"{here.step_name(step)} · {step.short}",
        "step": view,
        "cards": [card for card in cards if card["is_main"]],
        "others": [card for card in cards if not card["is_main"]],
        "who_address": here.address(WHO_HELPS),
        "is_empty": view["is_empty"] and not cards,
        "local": local_view(here, step, now),
        "only_different": only_different,
        "switch_address": here.address(step.id, anders=None if only_different else "1"),
        "municipalities": here.municipality_choice(step.id, anders=only) if differs(here, roles_of([step])) else None,
        "begin_address": here.begin_address(),
        "trail": trail(here, step.short),
        "previous": neighbour(here, step, -1),
        "next": neighbour(here, step, 1),
        "search_address": here.address(SEARCH),
        "guides": links_beside(here, step.id),
    }


def local_view(here: Here, step: Step, now: datetime) -> View | None:
    """What region group, region and organisation tell at a step, and the documents that one needs there."""
    texts, documents = here.directory.texts_at(step.id), here.directory.documents_at(step.id)
    today = now.astimezone(AMSTERDAM).date()
    if not texts and not documents:
        return None
    return {
        "texts": [{"who": one.who, "text": one.text} for one in texts],
        "documents": [local_document(here.directory, one, today) for one in documents],
    }


def title_of(here: Here, step: Step) -> str:
    """The title of the browser's tab: says nothing of what the case is about (INV-33)."""
    if step.id == here.routemap.acute.id:
        return "Direct"
    station = here.routemap.station_of(step.id)
    return f"Stap {station.number} {step.short}" if station else step.short


def cards_of(here: Here, steps: Sequence[Step], now: datetime, *, only_different: bool = False) -> list[Card]:
    """Who helps at these steps, each once; with `only_different`: whom the region or organisation named.

    A card is `is_main` when somebody needs it whatever the situation is, not in one theme alone.
    """
    main = {_role(item) for step in steps for item in step.items if not item.branch}
    cards = [card | {"is_main": not main.isdisjoint(card["roles"])} for card in role_cards(here, roles_of(steps), now)]
    if only_different:
        return [card for card in cards if not card["is_gap"] and card["provenance"] != "landelijk"]
    return cards


def step_view(here: Here, step: Step, cards: Sequence[Card], *, only_different: bool = False) -> View:
    """What stands in a step, whatever the page around it; `cards` are those that the page shows."""
    items = [item for item in step.items if not only_different or is_different(item)]
    groups = list(_groups(here, step, items, cards))
    remarks = {name: _remarks(texts, only_different) for name, texts in _remarks_of(step)}
    return {
        "id": step.id,
        "heading": step.title,
        "name": here.step_name(step),
        "purpose": step.purpose,
        "main": next((group for group in groups if not group["title"]), None),
        "themes": [group for group in groups if group["title"]],
        "is_empty": not (groups or any(remarks.values())),
        **remarks,
    }


def roles_of(steps: Iterable[Step]) -> tuple[str, ...]:
    """The roles that steps can need: 112 and the reporting point first, then those of the main line."""
    ordered = sorted((item for step in steps for item in step.items), key=lambda item: item.branch != "")
    found = dict.fromkeys(role for item in ordered if (role := _role(item)))
    return tuple(sorted(found, key=lambda role: FIRST.index(role) if role in FIRST else len(FIRST)))


def is_different(item: Item) -> bool:
    """Whether an item, or its wording here, does not come from the national edition."""
    return item.provenance.kind is not LayerKind.EDITION or bool(item.specialisations)


def trail(here: Here, text: str) -> list[View]:
    """Where the page stands in the guide."""
    return [
        {"text": here.region.name, "href": here.region_address()},
        {"text": here.routemap.sector.title, "href": here.address()},
        {"text": text},
    ]


def neighbour(here: Here, step: Step, ahead: int) -> View | None:
    """The step before or after this one on the main line and the follow-up line."""
    line = here.routemap.steps[1:]
    if step not in line:
        return None
    place = line.index(step) + ahead
    if not 0 <= place < len(line):
        return None
    found = line[place]
    station = here.routemap.station_of(found.id)
    return {"number": station.number if station else "", "title": found.short, "href": here.address(found.id)}


def shown(here: Here, step: Step, item: Item, cards: Sequence[Card]) -> View:
    """One item with its condition in words and who is involved."""
    view = item_view(item, here.directory.national, here.routemap.edition.id)
    return view | {
        "number": here.routemap.placed[item.id].order,
        "condition": _condition(here, step, item),
        "card": _card_link([card for card in cards if _role(item) in card["roles"]]),
        "options": [{"text": one.text, "meaning": one.meaning} for one in getattr(item, "options", ())],
        "starts": item_text(here.routemap.placed[item.starts].item) if isinstance(item, Deadline) else "",
    }


def _card_link(cards: Sequence[Card]) -> View | None:
    """From an action to the card of its role; with the number when there is one such card."""
    if not cards:
        return None
    phone = next(iter(cards[0]["phones"]), None) if len(cards) == 1 else None
    return {"anchor": cards[0]["anchor"], "phone": phone}


def _groups(here: Here, step: Step, items: Sequence[Item], cards: Sequence[Card]) -> Iterator[View]:
    known = {branch.id: branch for branch in here.routemap.branches}
    for name in dict.fromkeys(["", *known]):
        inside = [item for item in items if item.branch == name]
        if inside:
            branch = known.get(name)
            views = [(item, shown(here, step, item, cards)) for item in inside]
            yield {
                "id": name,
                "title": branch.title if branch else "",
                "summary": branch.summary if branch else "",
                "actions": _blocks(views, Action),
                "outcomes": _blocks(views, Outcome),
                "questions": [view for item, view in views if isinstance(item, Question)],
                "records": _blocks(views, Record),
                "deadlines": [view for item, view in views if isinstance(item, Deadline)],
            }


def _blocks(views: Iterable[tuple[Item, View]], kind: type[Item]) -> list[View]:
    """Items of a kind in order; neighbours that hang on the same answer stand under one line."""
    blocks: list[View] = []
    for item, view in views:
        if not isinstance(item, kind):
            continue
        if not blocks or blocks[-1]["condition"] != view["condition"]:
            blocks.append({"condition": view["condition"], "items": []})
        blocks[-1]["items"].append(view)
    return blocks


def _condition(here: Here, step: Step, item: Item) -> str:
    if step is here.routemap.acute and item.when == declared_danger(here.routemap):
        return ""
    return condition_words(item.when, here.routemap)


def _remarks_of(step: Step) -> tuple[tuple[str, tuple[Remark, ...]], ...]:
    return (("pitfalls", step.pitfalls), ("legal", step.legal))


def _remarks(remarks: Iterable[Remark], only_different: bool) -> list[View]:
    return [
        {"text": one.text, "source": one.source, "provenance": words.provenance(one.provenance)}
        for one in remarks
        if not only_different or one.provenance.kind is not LayerKind.EDITION
    ]


def _role(item: Item) -> str:
    if isinstance(item, Action | Outcome):
        return item.role
    return item.owed_by if isinstance(item, Deadline) else ""
