"""What would change the advice, in words: what is worth knowing before the call, and what makes no difference."""

from __future__ import annotations

from collections.abc import Sequence

from routekaart.directory import Directory
from routekaart.engine.asking import Ask
from routekaart.engine.differences import AdviceDifference
from routekaart.engine.influence import Influence, advice_if, influences, worth_finding_out
from routekaart.engine.vocabulary import Action, Due, Item, Outcome, QuestionKind
from routekaart.engine.walk import Given, Walk
from routekaart.presenters import words
from routekaart.presenters.item import View, item_view
from routekaart.presenters.overview import answer_row

REPORTING_POINT = "advies-en-meldpunt"
MOST_LINES = 3
WHOM = {
    Ask.NOBODY: "Zoek dit niet zelf uit. Zeg tegen {who} dat je het niet weet.",
    Ask.COLLEAGUE: (
        "Overleg met een collega, kijk in je eigen dossier of leg het voor aan {who}. "
        "Vraag het niet aan de mensen om wie het gaat."
    ),
    Ask.INVOLVED: (
        "Overleg met een collega of kijk in je eigen dossier. Nu praten veilig is, mag je het ook vragen aan de mensen "
        "om wie het gaat."
    ),
}


def change_page(walk: Walk, directory: Directory) -> View:
    """Every "weet ik niet" of a walk: worth knowing, of some weight, to be left alone, or without any difference."""
    found = influences(walk)
    worth = worth_finding_out(found)
    rest = [one for one in found if one not in worth and one.change]
    who = reporting_point(walk, directory)
    return {
        "is_acute": walk.is_acute,
        "is_finished": walk.is_finished,
        "who": who,
        "number": len(found),
        "worth": [_worth(one, walk, directory, who) for one in worth],
        "left_alone": [_line(one, walk) for one in rest if one.ask is Ask.NOBODY],
        "other": [_line(one, walk) for one in rest if one.ask is not Ask.NOBODY],
        "without": [_line(one, walk) for one in found if one.change is None],
    }


def reporting_point(walk: Walk, directory: Directory) -> str:
    """What the reporting point is called in this edition: Veilig Thuis, or AMK and SHG."""
    role = directory.national.roles.get(REPORTING_POINT)
    return role.label_in(walk.routemap.edition.id) if role else ""


def _line(one: Influence, walk: Walk) -> View:
    row = answer_row(one.given, walk)
    return {"text": row["key"], "number": row["number"]}


def _worth(one: Influence, walk: Walk, directory: Directory, who: str) -> View:
    return _line(one, walk) | {"whom": WHOM[one.ask].format(who=who), "answers": _answers(one.given, walk, directory)}


def _answers(given: Given, walk: Walk, directory: Directory) -> list[View]:
    """What each other answer brings; where more can be chosen, each choice has steps of its own and none is named."""
    if given.question.kind is not QuestionKind.SINGLE:
        return []
    found = []
    for option in given.question.options:
        if not option.unknown:
            differing = _heaviest_first(advice_if(walk, given, option.value))
            new = [_said(one, walk, directory) for one in differing if not one.is_gone]
            gone = [_said(one, walk, directory) for one in differing if one.is_gone]
            found.append({"text": option.text, "new": _shortened(new), "gone": _shortened(gone)})
    return [one for one in found if one["new"] or one["gone"]]


def _heaviest_first(differing: Sequence[AdviceDifference]) -> list[AdviceDifference]:
    return sorted(differing, key=lambda one: _weight(one.item))


def _weight(item: Item) -> int:
    if isinstance(item, Outcome):
        return 0
    return 1 if isinstance(item, Action) and item.due in (Due.NOW, Due.TODAY) else 2


def _said(one: AdviceDifference, walk: Walk, directory: Directory) -> View:
    people = (one.one if one.other is None else one.other) or ()
    return {"text": item_view(one.item, directory.national, walk.routemap.edition.id, people, walk.people)["text"]}


def _shortened(lines: list[View]) -> list[View]:
    """The first few, when more than one would be left out."""
    left = len(lines) - MOST_LINES
    return lines if left <= 1 else [*lines[:MOST_LINES], {"text": f"en nog {left} andere stappen"}]


def in_short(page: View) -> str:
    """One sentence on what is not known, for the result: "" when everything is, or when there is danger."""
    if not page["number"]:
        return ""
    known = [f"‘{one['text']}’" for one in page["worth"]]
    if not known:
        return "Je hoeft nu niets meer uit te zoeken. Ga door met het advies."
    return f"Goed om te weten als je belt: {words.listed(known)}. Weet je het niet, bel dan toch."
