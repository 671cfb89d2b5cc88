"""The five-minute route: what must happen today, as far as a few answers settle it.

An edition names the questions (`Edition.quick`) and the calls that always stand (`Edition.in_doubt`). What is named
besides those is certain: whatever the other questions are answered, a finished walk with these answers has it too.
"""

from __future__ import annotations

from dataclasses import dataclass

from routekaart.engine.answers import Person, key
from routekaart.engine.outlook import Foreseen, Outlook, answers_kept, outlook
from routekaart.engine.vocabulary import Action, Due, Item, Outcome
from routekaart.engine.walk import Position, Walk


@dataclass(frozen=True, slots=True)
class Today:
    """Where somebody stands on the five-minute route. `position`: the next of its questions; None: all are answered.

    `certain` are the outcomes, and the actions due now or today, that hold whatever else is answered.
    """

    position: Position | None
    certain: tuple[Foreseen, ...]
    in_doubt: tuple[Item, ...]


def today(walk: Walk) -> Today:
    """The five-minute route with the answers of a walk; those that it already has are not asked again."""
    routemap = walk.routemap
    ahead = outlook(routemap, answers_kept(walk))
    return Today(
        position=next((found for name in routemap.edition.quick if (found := _open(ahead, name))), None),
        certain=tuple(piece for piece in ahead.certain() if _is_for_today(piece.item)),
        in_doubt=tuple(routemap.placed[name].item for name in routemap.edition.in_doubt),
    )


def _open(ahead: Outlook, question_id: str) -> Position | None:
    """A question, and for whom it is asked and not answered; None when for nobody."""
    question = ahead.routemap.question(question_id)
    asked = [one for one in ahead.standing_with(question) if ahead.takes_part(question_id, one)]
    lacking = [one for one in asked if key(question, one) not in ahead.values]
    people: tuple[Person, ...] = tuple(one for one in lacking if one)
    return Position(question, ahead.routemap.placed[question_id].step, people) if lacking else None


def _is_for_today(item: Item) -> bool:
    return isinstance(item, Outcome) or (isinstance(item, Action) and item.due in (Due.NOW, Due.TODAY))
