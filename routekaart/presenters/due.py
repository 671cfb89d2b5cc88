"""What is due after a decision: terms of others, terms of one's own, and the looks that were agreed."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from routekaart.content.follow_up import Again, FollowUpForm
from routekaart.content.safety_plan import SafetyPlanForm
from routekaart.engine.vocabulary import Deadline
from routekaart.engine.walk import Walk
from routekaart.presenters import dates
from routekaart.presenters.item import View
from routekaart.presenters.overview import answer_row
from routekaart.presenters.question_page import number_of
from routekaart.presenters.safety_plan import plan_days
from routekaart.walks.casefile import CaseFile
from routekaart.walks.casework import FollowUp

MARKS = {"past": "De dag is voorbij", "today": "Vandaag", "done": "Klaar"}


def due(
    case: CaseFile, walk: Walk, deadlines: list[View], form: FollowUpForm, plan: SafetyPlanForm, today: date
) -> list[View]:
    """Everything with a day, soonest first, and last the terms whose day is not known yet.

    `deadlines` are those of `presenters.result`. A row's `key` settles it in an entry; looks settle themselves.
    """
    again = {one.deadline: one.again for one in form.terms}
    settled = {key for one in case.follow_ups for key in one.settled}
    terms = [_term(one, walk, again.get(one["id"], ()), settled, today) for one in deadlines]
    looks = [_look(one, case.follow_ups, today) for one in case.follow_ups if one.again_on]
    together = [_together(day, case.follow_ups, today) for day in plan_days(plan, case.safety_plan)]
    return sorted((*terms, *looks, *together), key=lambda row: row["on"] or date.max)


def _term(deadline: View, walk: Walk, again: Again, settled: set[str], today: date) -> View:
    """A term; what is answered anew on its day shows from that day on."""
    on = deadline["on"]
    key = f"{deadline['id']}@{on}" if on else ""
    links = _start(deadline, walk) if on is None else list(again_links(again, walk)) if on <= today else []
    return {
        "key": key,
        "on": on,
        "when": deadline["when"],
        "what": deadline["text"],
        "detail": deadline["detail"],
        "who": deadline["who"],
        "if_missed": deadline["if_missed"],
        "is_owed": deadline["is_owed"],
        "again": links,
    } | _state(on, today, is_done=key in settled)


def _start(deadline: View, walk: Walk) -> list[View]:
    """The question for the day from which a term runs, where that is not known yet."""
    item = walk.routemap.placed[deadline["id"]].item
    starts = item.starts if isinstance(item, Deadline) else ""
    return [_link(starts, "Weet je de dag nu wel? Vul hem in", walk)] if walk.asked(starts) else []


def agreed_days(case: CaseFile, plan: SafetyPlanForm) -> list[date]:
    """The days on which one looks again: agreed at a look, or with the family in its plan."""
    return [one.again_on for one in case.follow_ups if one.again_on] + plan_days(plan, case.safety_plan)


def _look(agreed: FollowUp, entries: tuple[FollowUp, ...], today: date) -> View:
    assert agreed.again_on
    why = f"Dit sprak je af op {dates.day(agreed.on)}."
    return _moment(agreed.again_on, "Kijk opnieuw hoe het gaat", why, entries, today)


def _together(on: date, entries: tuple[FollowUp, ...], today: date) -> View:
    return _moment(on, "Kijk samen opnieuw naar het plan", "Dit spraken jullie af in het plan.", entries, today)


def _moment(on: date, what: str, why: str, entries: tuple[FollowUp, ...], today: date) -> View:
    """A day of one's own; a look on it or later settles it."""
    return {
        "key": "",
        "on": on,
        "when": dates.day_with_weekday(on),
        "what": what,
        "detail": "",
        "who": "jij",
        "if_missed": why,
        "is_owed": False,
        "again": [],
    } | _state(on, today, is_done=any(other.on >= on for other in entries))


def _state(on: date | None, today: date, *, is_done: bool) -> View:
    state = "done" if is_done else "ahead" if on is None or on > today else "today" if on == today else "past"
    return {"state": state, "mark": MARKS.get(state, "")}


def again_links(again: Again, walk: Walk) -> Iterator[View]:
    """Of each group the first question that is asked in this walk, with what was answered before."""
    for group in again:
        found = next((one for one in group if walk.asked(one.question)), None)
        if found:
            yield _link(found.question, found.text, walk)


def _link(question: str, text: str, walk: Walk) -> View:
    given = [answer_row(one, walk) for one in walk.path if one.question.id == question]
    earlier = dict.fromkeys(f"{one['person']}: {one['value']}" if one["person"] else one["value"] for one in given)
    return {
        "text": text,
        "number": number_of(walk.routemap, walk.routemap.question(question)),
        "earlier": list(earlier),
    }
