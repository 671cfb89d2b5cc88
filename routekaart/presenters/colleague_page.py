"""A walk as a colleague reads it: where it stands, what is in it, what it advises and why, and whom to call."""

from __future__ import annotations

from datetime import datetime

from routekaart.content.casework import CaseworkForm
from routekaart.directory import public_holidays
from routekaart.engine.signals import Catalogue
from routekaart.engine.walk import Walk
from routekaart.presenters import dates
from routekaart.presenters.case_document import contacts, standing, steps
from routekaart.presenters.item import View
from routekaart.presenters.log import Choice, log_lines
from routekaart.presenters.partner_card import Card
from routekaart.presenters.question_page import step_cards
from routekaart.presenters.result import danger_is_over, result
from routekaart.presenters.signals import seen
from routekaart.regions.maps import RegionalMap
from routekaart.walks.casefile import CaseFile

DANGER = "In deze doorloop staat: er is nu gevaar"
DANGER_TEXT = "Overleg eerst of 112 is gebeld, en daarna Veilig Thuis: 0800-2000. Al het andere kan wachten."
WAS_DANGER = "Er was gevaar"
WAS_DANGER_TEXT = "Volgens de antwoorden is dat nu voorbij. Vraag je collega of dat nog klopt."


def colleague_page(
    case: CaseFile, walk: Walk, place: RegionalMap, *, lists: Catalogue, casework: CaseworkForm, now: datetime
) -> View:
    """Everything that a colleague may see."""
    advice = result(
        walk,
        place.directory,
        municipality=case.municipality,
        ticked=case.ticked,
        now=now,
        is_holiday=lambda day: day in public_holidays(day.year),
    )
    return advice | {
        "danger": _danger(walk),
        "standing": standing(walk),
        "begun": dates.day(case.started_on),
        "people": [one["person"] for one in advice["weighing"]],
        "steps": [_answered(one) for one in steps(case, walk, advice) if one["is_met"]],
        "seen": seen(lists, case.signals, walk.routemap, place.directory, municipality=case.municipality, now=now),
        "log": log_lines(case.log, Choice.of(casework, walk.people)),
        "contacts": _whom_to_call(case, walk, place, now),
    }


def _answered(step: View) -> View:
    """A step with its answers: each question once, with who got which answer."""
    rows = [
        {"key": row["key"], "value": [": ".join(filter(None, one.values())) for one in row["answers"]]}
        for row in step["answers"]
    ]
    return {"title": step["title"], "date": step["date"], "note": step["note"], "rows": rows}


def _whom_to_call(case: CaseFile, walk: Walk, place: RegionalMap, now: datetime) -> list[Card]:
    """Whom the advice names, then who helps at the step where the walk is; each once."""
    step, municipality = walk.position.step if walk.position else None, case.municipality
    here = step_cards(walk, step, place.directory, municipality, now) if step else []
    found = {card["id"]: card for card in (*contacts(walk, place.directory, municipality, now), *here)}
    return sorted(found.values(), key=lambda card: bool(card["is_gap"]))


def _danger(walk: Walk) -> View | None:
    """Danger that was declared: it comes before everything else."""
    if not walk.is_acute:
        return None
    if danger_is_over(walk):
        return {"kind": "warning", "title": WAS_DANGER, "text": WAS_DANGER_TEXT}
    return {"kind": "danger", "title": DANGER, "text": DANGER_TEXT}
