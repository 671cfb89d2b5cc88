"""One item of the protocol as a page or print shows it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from routekaart.directory import National
from routekaart.engine.answers import Person
from routekaart.engine.vocabulary import Action, Deadline, Item, LayerKind, Outcome
from routekaart.presenters import words

View = dict[str, Any]


def item_view(
    item: Item,
    national: National,
    edition: str,
    people: Sequence[Person] = (),
    everyone: Sequence[Person] = (),
) -> View:
    """Text, detail, source and provenance of an item; the most specific wording leads, the earlier ones stay beside it.

    For actions and outcomes also binding force, role, term and words to say.
    """
    specific = item.specialisations[-1] if item.specialisations else None
    text, detail = (specific.text, specific.detail) if specific else (item.text, item.detail)
    origin = specific.provenance if specific else item.provenance
    everyone = everyone or people
    view: View = {
        "id": item.id,
        "text": words.about(text, people, everyone),
        "detail": words.about(detail, people, everyone),
        "source": (specific.source if specific else "") or item.source,
        "provenance": words.provenance(origin),
        "is_local": origin.kind is not LayerKind.EDITION,
        "earlier": _earlier(item, people, everyone),
        "people": [words.person(person, everyone) for person in people],
        "branch": item.branch,
    }
    if isinstance(item, Action | Outcome):
        view |= {"binding": words.BINDINGS[item.binding], "role": item.role, "who": _who(item.role, national, edition)}
    if isinstance(item, Action):
        view |= {"kind": str(item.kind), "when": words.DUE[item.due], "due": str(item.due), "words": list(item.words)}
    if isinstance(item, Deadline):
        view |= {
            "role": item.owed_by,
            "who": _who(item.owed_by, national, edition) or "jij",
            "term": words.term(item.term),
            "if_missed": item.if_missed,
        }
    return view


def _earlier(item: Item, people: Sequence[Person], everyone: Sequence[Person]) -> list[View]:
    """The wordings that a later layer made more precise, oldest first."""
    wordings = [(item.provenance, item.text), *((one.provenance, one.text) for one in item.specialisations)]
    return [
        {"who": words.provenance(origin), "text": words.about(text, people, everyone)} for origin, text in wordings[:-1]
    ]


def _who(role_id: str, national: National, edition: str) -> str:
    role = national.roles.get(role_id)
    return role.label_in(edition) if role else ""
