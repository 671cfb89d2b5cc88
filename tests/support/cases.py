"""Cases on the small protocol and on the real content, ready to be printed."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import UTC, date, datetime
from functools import cache
from typing import Any

from routekaart.content.guides import Guides, read_guides
from routekaart.content.national import read_national
from routekaart.content.signals import read_signals
from routekaart.engine.answers import Answers, Person, Value, key
from routekaart.engine.signals import Catalogue
from routekaart.engine.vocabulary import Question, QuestionKind
from routekaart.engine.walk import Walk, walk
from routekaart.regions.maps import RegionalMap
from routekaart.regions.written import WrittenRegions
from routekaart.walks.casefile import CaseFile
from tests.support.protocol import mini
from tests.support.regions import CONTENT, directory, role

NOW = datetime(2026, 11, 24, 8, 5, tzinfo=UTC)
STARTED = date(2026, 11, 20)
Choose = Callable[[Question, Person | None], Value]


@cache
def mini_place() -> RegionalMap:
    """The small protocol in a region where nobody fills a role."""
    roles = tuple(role(name) for name in ("acuut", "advies-en-meldpunt", "collega", "lokaal-team"))
    return RegionalMap("r", 1, NOW, directory(roles=roles), mini())


@cache
def _written() -> WrittenRegions:
    return WrittenRegions(CONTENT)


@cache
def lists() -> Catalogue:
    """The lists of signals of content/."""
    return read_signals(CONTENT)


@cache
def guides() -> Guides:
    """The guides and words of content/."""
    return read_guides(CONTENT, read_national(CONTENT))


@cache
def real_place(region: str = "voorbeeldregio", sector: str = "onderwijs") -> RegionalMap:
    """A region of content/ as if it were published."""
    here = _written().map(region, sector)
    return RegionalMap(region, 3, NOW, here.directory, here.routemap)


def case_of(place: RegionalMap, answers: Answers, **fields: Any) -> CaseFile:
    """The case file of these answers."""
    routemap = place.routemap
    return CaseFile(
        region=place.slug,
        revision=place.revision,
        sector=routemap.sector.id,
        edition=routemap.edition.id,
        started_on=STARTED,
        values=answers.values,
        departures=answers.departures,
        **fields,
    )


def walked(place: RegionalMap, choose: Choose, reason: str = "Dat raadde Veilig Thuis aan.", most: int = 200) -> Walk:
    """A walk to its end (or over the first questions), with an answer of one's choice for everybody."""
    answers = Answers()
    for _ in range(most):
        position = walk(place.routemap, answers).position
        if position is None:
            break
        if position.reason_needed:
            against = {outcome for option in position.question.options for outcome in option.departs_from}
            for outcome in against:
                answers = answers.departing(outcome, reason)
        people = position.people or (None,)
        answers = answers.with_values({key(position.question, one): choose(position.question, one) for one in people})
    return walk(place.routemap, answers)


def choosing(wanted: Mapping[str, Any], day: str = "2026-11-25") -> Choose:
    """Answers by question id; the others get their first option, or this day."""

    def choose(question: Question, person: Person | None) -> Value:
        found = wanted.get(question.id)
        if found is not None:
            return found(person) if callable(found) else found
        match question.kind:
            case QuestionKind.DATE:
                return day
            case QuestionKind.MULTIPLE:
                return tuple(sorted(one.value for one in question.options if not one.unknown and one.value != "geen"))
        return question.options[0].value

    return choose
