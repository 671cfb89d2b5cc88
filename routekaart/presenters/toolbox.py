"""The tools around a case, each with where it is and what was kept with it so far."""

from __future__ import annotations

from dataclasses import dataclass

from routekaart.presenters.call_sheet import state as call_state
from routekaart.presenters.consulting import state as shares_state
from routekaart.presenters.follow_up import state as follow_up_state
from routekaart.presenters.log import state as log_state
from routekaart.presenters.report_text import state as report_state
from routekaart.presenters.safety_plan import state as plan_state
from routekaart.walks.casefile import CaseFile


@dataclass(frozen=True, slots=True)
class Tool:
    """A way on from a walk. `endpoint` is its page; `state` says what is in it already, "" for nothing."""

    endpoint: str
    title: str
    purpose: str
    state: str = ""


def toolbox(case: CaseFile) -> tuple[Tool, ...]:
    """Every tool, in the order in which a case meets them. All can be skipped."""
    return (
        Tool(
            "walk.log",
            "Logboek",
            "Wat je zag, wat er gezegd is en wat je ervan denkt, dag voor dag.",
            log_state(case.log),
        ),
        Tool(
            "walk.shares",
            "Vraag een collega mee te kijken",
            "Je collega leest mee met een eigen code en schrijft er een advies bij, zonder in te loggen.",
            shares_state(case),
        ),
        Tool(
            "walk.call",
            "Bellen voorbereiden",
            "Wat ze vragen, wat je al weet, en wat het gesprek opleverde.",
            call_state(case.calls),
        ),
        Tool(
            "walk.report_text",
            "De tekst voor een melding",
            "Klaargemaakt uit je doorloop, om over te nemen of voor te lezen. Wij versturen niets.",
            report_state(case.report),
        ),
        Tool(
            "walk.safety_plan",
            "Plan met het gezin",
            "Afspraken, wie oplet, wie je belt en wanneer je weer kijkt. Ook op papier.",
            plan_state(case.safety_plan),
        ),
        Tool(
            "walk.follow_up",
            "Vervolg",
            "Is de hulp begonnen, en helpt die? Met de dagen waarop je weer kijkt.",
            follow_up_state(case),
        ),
        Tool(
            "walk.today",
            "Wat moet vandaag?",
            "In vijf minuten: wat nu al vaststaat, en wie je belt als je twijfelt.",
        ),
        Tool(
            "walk.change",
            "Wat zou dit advies veranderen?",
            "Welke ‘weet ik niet’ telt, en welke niets uitmaakt.",
        ),
        Tool(
            "walk.reuse",
            "Begin een nieuwe doorloop hieruit",
            "Dezelfde mensen, een nieuwe vraag. Neem mee wat nog klopt.",
        ),
    )


def counted(number: int, one: str, several: str) -> str:
    """How many there are, in words; nothing is "". `counted(2, "regel", "regels")` is "2 regels"."""
    return "" if not number else f"{number} {one if number == 1 else several}"
