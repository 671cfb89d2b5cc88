"""The result of a walk: what to do, in which order, by when, with whom, and why."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from datetime import date, datetime, time, timedelta

from routekaart.directory import AMSTERDAM, Directory
from routekaart.engine.answers import UNKNOWN_DATE, Person
from routekaart.engine.deadlines import ends_on
from routekaart.engine.vocabulary import (
    Action,
    ActionKind,
    Deadline,
    Due,
    Outcome,
    OutcomeKind,
    Scope,
)
from routekaart.engine.walk import Advised, Given, Walk
from routekaart.presenters import dates, words
from routekaart.presenters.item import View, item_view
from routekaart.presenters.overview import answer_row, answer_words
from routekaart.presenters.partner_card import cards_for, to_call
from routekaart.presenters.question_page import task

_FIRST = {Due.NOW: 0, Due.TODAY: 1, Due.WEEK: 2, Due.AGREED: 3}
_WEIGHT = {
    OutcomeKind.EMERGENCY: 0,
    OutcomeKind.REPORT: 1,
    OutcomeKind.ADVICE: 2,
    OutcomeKind.HELP: 3,
    OutcomeKind.FOLLOW_UP: 4,
    OutcomeKind.CLOSE: 5,
}
_CARRIES_OUT = {
    OutcomeKind.EMERGENCY: ActionKind.EMERGENCY,
    OutcomeKind.REPORT: ActionKind.REPORT,
    OutcomeKind.ADVICE: ActionKind.CONSULTATION,
    OutcomeKind.HELP: ActionKind.HELP,
}
_TOLD = frozenset({ActionKind.CONSULTATION, ActionKind.REPORT})
GROUPS = {Due.NOW: "Nu meteen", Due.TODAY: "Vandaag", Due.WEEK: "Deze week", Due.AGREED: "Ook van belang"}
WHEN_DANGER_WAS_THERE = "Toen er gevaar was: heb je dit gedaan?"
FOLLOW_UP = "Zo volg je of het helpt"


def result(
    walk: Walk,
    directory: Directory,
    *,
    municipality: str | None,
    ticked: frozenset[str],
    now: datetime,
    is_holiday: Callable[[date], bool],
) -> View:
    """Everything that a finished (or unfinished) walk advises."""
    actions = [action(one, walk, directory, municipality, ticked, now) for one in ordered(walk.actions)]
    terms = deadlines(walk, directory, is_holiday)
    follow_up = walk.routemap.follow_up.id
    decisions = [outcome(one, walk, directory) for one in by_weight(walk.outcomes)]
    if danger_is_over(walk):
        decisions.sort(key=lambda one: one["step_id"] == walk.routemap.acute.id)
    return {
        "is_finished": walk.is_finished,
        "decisions": decisions,
        "first": first(actions, decisions, walk),
        "actions": [one for one in actions if one["step_id"] != follow_up],
        "follow_up": [one for one in actions if one["step_id"] == follow_up],
        "groups": groups(actions, walk),
        "weighing": weighing(walk),
        "deadlines": terms,
        "timeline": [timeline_row(one) for one in terms],
        "records": [about(one, walk, directory) for one in walk.records],
        "words": [sentence for one in actions for sentence in one["words"]],
        "decides": walk.routemap.sector.decides,
        "gaps": [one for one in actions if one["is_gap"]],
    }


def danger_is_over(walk: Walk) -> bool:
    """Whether danger was declared and the answers on the acute line left nothing that is still to be done now."""
    acute = (one for one in walk.advised if one.step.id == walk.routemap.acute.id)
    asked = {given.question.id for one in acute for given in one.because}
    return walk.is_acute and not walk.on_acute_line and asked <= {walk.routemap.acute_question.id}


def first(actions: list[View], decisions: list[View], walk: Walk) -> View | None:
    """What to start with: what carries out the heaviest advice, if it has a number; else what comes first."""
    over = walk.routemap.acute.id if danger_is_over(walk) else None
    todo = [one for one in actions if not one["checked"] and one["step_id"] != over]
    kind = _CARRIES_OUT.get(decisions[0]["kind"]) if decisions else None
    carrying_out = [one for one in todo if one["kind"] == kind and one["phones"]]
    return next(iter((*carrying_out, *todo)), None)


def groups(actions: list[View], walk: Walk) -> list[View]:
    """All there is to do, by when; what can wait is folded, so that what cannot stands on the first screens."""
    acute, follow_up = walk.routemap.acute.id, walk.routemap.follow_up.id
    over = [one for one in actions if one["step_id"] == acute and danger_is_over(walk)]
    after = [one for one in actions if one["step_id"] == follow_up]
    rest = [one for one in actions if one not in over and one not in after]
    named = [(title, [one for one in rest if one["due"] == due]) for due, title in GROUPS.items()]
    found = [(title, some) for title, some in (*named, (FOLLOW_UP, after), (WHEN_DANGER_WAS_THERE, over)) if some]
    urgent = {GROUPS[Due.NOW], GROUPS[Due.TODAY]} & {title for title, _ in found} or {found[0][0]} if found else set()
    return [
        {"title": title, "actions": some, "is_open": title in urgent, "in_one_talk": in_one_talk(some)}
        for title, some in found
    ]


def in_one_talk(actions: list[View]) -> list[str]:
    """For whom several points are, in words: they are told in one talk, and nobody thinks that they call five times."""
    points = Counter(one["who"] for one in actions if one["kind"] in _TOLD and one["phones"] and not one["checked"])
    return [
        f"{count} van deze punten bespreek je in één gesprek met {who}." for who, count in points.items() if count > 1
    ]


def ordered(actions: tuple[Advised, ...]) -> list[Advised]:
    """What is most urgent first; within that, in the order of the map."""
    return sorted(actions, key=lambda one: _FIRST[one.item.due] if isinstance(one.item, Action) else len(_FIRST))


def by_weight(outcomes: tuple[Advised, ...]) -> list[Advised]:
    """The heaviest advice first."""
    return sorted(outcomes, key=lambda one: _WEIGHT[one.item.kind] if isinstance(one.item, Outcome) else len(_WEIGHT))


def action(
    advised: Advised, walk: Walk, directory: Directory, municipality: str | None, ticked: frozenset[str], now: datetime
) -> View:
    """An action with whom to call for it: what is for now or today, who can be reached the soonest today."""
    view = task(advised, walk, directory, ticked) | _trace(advised, walk)
    before = midnight(now) if isinstance(advised.item, Action) and advised.item.due in (Due.NOW, Due.TODAY) else None
    cards = cards_for(directory, view["role"], municipality=municipality, now=now, before=before)
    return view | {
        "phones": to_call(cards)[:2],
        "partners": [card["name"] for card in cards if not card["is_gap"]],
        "opening": next((card["opening"] for card in cards if not card["is_gap"]), None),
        "is_gap": bool(cards) and all(card["is_gap"] for card in cards),
        "instead": cards[0]["instead"] if cards and cards[0]["is_gap"] else "",
    }


def midnight(now: datetime) -> datetime:
    """The end of today in the Netherlands."""
    return datetime.combine(now.astimezone(AMSTERDAM).date() + timedelta(days=1), time(), tzinfo=AMSTERDAM)


def outcome(advised: Advised, walk: Walk, directory: Directory) -> View:
    """An outcome with its rule, its reasons, and whether one may depart from it."""
    item = advised.item
    departable = isinstance(item, Outcome) and item.departable
    kind = str(item.kind) if isinstance(item, Outcome) else ""
    return about(advised, walk, directory) | {"departable": departable, "kind": kind}


def about(advised: Advised, walk: Walk, directory: Directory) -> View:
    """Any advised item with its trace."""
    view = item_view(advised.item, directory.national, walk.routemap.edition.id, advised.people, walk.people)
    return view | _trace(advised, walk)


def _trace(advised: Advised, walk: Walk) -> View:
    return {
        "because": [answer_row(given, walk) for given in advised.because],
        "rule": f"{advised.step.title} ({words.provenance(advised.item.provenance)})",
        "departure": advised.departure,
        "step_id": advised.step.id,
        "step": advised.step.short,
    }


def weighing(walk: Walk) -> list[View]:
    """Per person: the answers to questions asked for each, and the outcomes for that person."""
    return [
        {
            "person": words.person(person, walk.people),
            "rows": [_weighed(given) for given in walk.path if given.person == person],
            "outcomes": [words.about(one.item.text, (person,), walk.people) for one in _outcomes_for(walk, person)],
        }
        for person in walk.people
    ]


def _weighed(given: Given) -> View:
    text = words.about(given.question.text, (), ())
    return {"id": given.question.id, "key": text, "value": answer_words(given.question, given.value)}


def _outcomes_for(walk: Walk, person: Person) -> Iterator[Advised]:
    return (one for one in by_weight(walk.outcomes) if one.item.scope is Scope.SITUATION or person in one.people)


def deadlines(walk: Walk, directory: Directory, is_holiday: Callable[[date], bool]) -> list[View]:
    """The terms that run, soonest first; without a start date in words."""
    found = [_deadline(one, walk, directory, is_holiday) for one in walk.deadlines]
    return sorted(found, key=lambda view: view["on"] or date.max)


def _deadline(advised: Advised, walk: Walk, directory: Directory, is_holiday: Callable[[date], bool]) -> View:
    item = advised.item
    assert isinstance(item, Deadline)
    start = _start(walk, item)
    end = ends_on(item.term, start, is_holiday) if start else None
    return about(advised, walk, directory) | {
        "on": end,
        "started_on": start,
        "when": _when(item, end, _start_words(walk, item)),
        "is_owed": bool(item.owed_by),
    }


def timeline_row(deadline: View) -> View:
    """A term as a line of the timeline."""
    return {
        "when": deadline["when"],
        "what": deadline["text"],
        "who": deadline["who"],
        "note": deadline["if_missed"],
        "state": "theirs" if deadline["is_owed"] else "ahead",
    }


def _when(item: Deadline, end: date | None, start_words: str) -> str:
    if end:
        return f"{'' if item.term.amount == 0 else 'uiterlijk '}{dates.day_with_weekday(end)}"
    if item.term.amount == 0:
        return "op de dag die je afspreekt"
    return f"{words.term(item.term)} na de dag bij ‘{start_words}’"


def _start(walk: Walk, item: Deadline) -> date | None:
    given = next((one for one in walk.path if one.question.id == item.starts), None)
    value = given.value if given else UNKNOWN_DATE
    return None if value == UNKNOWN_DATE else date.fromisoformat(str(value))


def _start_words(walk: Walk, item: Deadline) -> str:
    return walk.routemap.question(item.starts).text
