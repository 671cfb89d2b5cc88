"""What a coordinator sees before publishing: what changes, what stands in the way, and what is planned."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from typing import Any

from routekaart.directory import AMSTERDAM
from routekaart.presenters import dates
from routekaart.presenters.desk_errors import OTHERWISE, entry_words, message
from routekaart.presenters.region_changes import change_lines
from routekaart.regions.checks import Problem
from routekaart.regions.comparing import differences
from routekaart.regions.document import RegionDocument
from routekaart.regions.planning import Ending, Planned
from routekaart.regions.publishing import Looked

View = dict[str, Any]
MOST_NOTE = 1000
ERRORS: Mapping[str, str] = {
    "no-note": "Schrijf op wat er verandert en waarom. Professionals lezen het.",
    "long-note": f"Houd het korter dan {MOST_NOTE} tekens.",
    "no-date": "Kies een dag en een tijd.",
    "past-date": "Kies een dag en een tijd die nog komen.",
}
"""What can be wrong with the form, by what it is called in the view."""
MOVED = "Er is intussen iets gewijzigd. Kijk de lijst na en publiceer dan."
UNPROVED = "De controle kwam niet klaar. Er is niets veranderd. Probeer het zo nog eens."
MEANWHILE = "Iemand anders publiceerde net. Kijk de lijst na."
OWN_WORK = "Je kunt je eigen verzoek niet goedkeuren. Vraag een collega."
GONE = "Deze publicatie staat niet meer klaar. Kijk wat er nu geldt."
BROKEN = re.compile(r'INV-\S+ "(.+?)" is broken')
RULE = "Hiermee houdt een veiligheidsregel niet meer: ‘{rule}’"
NO_FIT = "De tekst of afspraak past niet op het landelijke protocol: {problem}"
PLACES: Mapping[str, str] = {
    "partners": "desk.partners",
    "municipalities": "desk.municipalities",
    "bindings": "desk.bindings",
    "agreements": "desk.agreements",
    "covenants": "desk.covenants",
    "referral_index": "desk.referral_indices",
    "training": "desk.trainings",
    "organisations": "desk.organisations",
    "layer": "desk.region_text",
}
"""Where each kind of entry is mended: an endpoint of the desk."""
HEAD_PLACE = "desk.head_edit"
ENDINGS: Mapping[Ending, str] = {
    Ending.OVERTAKEN: "is niet doorgegaan: er is intussen iets anders gepubliceerd.",
    Ending.REFUSED: "is niet doorgegaan: er klopte iets niet meer.",
}


def publish_page(
    live: RegionDocument,
    draft: Looked,
    problems: Sequence[Problem],
    given: Mapping[str, str],
    errors: Mapping[str, str],
) -> View:
    """The page of a draft; `problems` are those of an attempt just now, `given` and `errors` of the form."""
    return {
        "seen": draft.seen,
        "changes": changes_view(live, draft.document),
        "problems": problem_views(dict.fromkeys((*problems, *draft.problems)), draft.data),
        "is_proved": draft.is_proved and not draft.problems,
        "needs_approval": draft.needs_approval,
        "notices": [],
        "form": {**usual_form(), **given},
        "errors": errors,
        "error_links": [{"text": text, "href": f"#{name or 'formulier'}"} for name, text in errors.items()],
    }


def changes_view(live: RegionDocument, draft: RegionDocument) -> list[View]:
    """What differs, per entry: `title` and its `lines`."""
    return grouped(change_lines(differences(live, draft)))


def grouped(lines: Iterable[Mapping[str, str]]) -> list[View]:
    """Lines with the same title together, in the order in which they come."""
    found: dict[str, list[str]] = {}
    for one in lines:
        found.setdefault(one["title"], []).append(one["text"])
    return [{"title": title, "lines": texts} for title, texts in found.items()]


def problem_views(problems: Iterable[Problem], data: Mapping[str, Any]) -> list[View]:
    """What stands in the way: where, what, and the endpoint of the page that mends it."""
    return [
        {
            "where": entry_words(one.where, data) if one.where else "De regio",
            "text": _told(one),
            "endpoint": PLACES.get(str(one.where[0]), HEAD_PLACE) if one.where else HEAD_PLACE,
        }
        for one in problems
    ]


def _told(one: Problem) -> str:
    known = message(one.problem)
    if known != OTHERWISE:
        return known
    broken = BROKEN.match(one.problem)
    return RULE.format(rule=broken[1]) if broken else NO_FIT.format(problem=one.problem)


def plan_view(planned: Planned, live: RegionDocument, account: int, now: datetime) -> View:
    """What is planned: when, by whom, for whom it waits, and what it changes."""
    return {
        "number": planned.number,
        "when": moment(planned.due_at) if planned.due_at > now else "",
        "author": planned.author,
        "made": moment(planned.made_at),
        "approver": planned.approver,
        "waits": planned.waits,
        "is_mine": planned.account == account,
        "note": planned.note,
        "changes": changes_view(live, planned.region),
    }


def ended_text(planned: Planned | None) -> str:
    """What went wrong with the last plan; "" when nothing did."""
    if planned is None or planned.ending is None or planned.ending not in ENDINGS:
        return ""
    return f"De publicatie die {planned.author} plande voor {moment(planned.due_at)} {ENDINGS[planned.ending]}"


def moment(when: datetime) -> str:
    """ "24 november 2026, 9.00 uur"."""
    here = when.astimezone(AMSTERDAM)
    return f"{dates.day(here.date())}, {dates.clock(here)}"


def usual_form() -> dict[str, str]:
    """The form as it first stands."""
    return {"uitleg": "", "wanneer": "nu", "dag": "", "tijd": "06:00"}
