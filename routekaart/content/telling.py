"""How a case is told to somebody else: lines filled from answers, or from what was kept with them.

The call sheet and the report text are both made of these lines, so that they say the same.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Self

from pydantic import model_validator

from routekaart.content.guide_forms import GuideForm, unknown
from routekaart.content.models import Id, Words
from routekaart.content.source import Finding, Location, Source

POINT = "{meldpunt}"
"""Stands in a text for whom one calls and reports to; `points` says who that is in each edition."""

Matches = Mapping[Id, tuple[Id, ...]]
"""Questions with the answers that are looked for; one of them is enough."""


class Take(StrEnum):
    """What a line takes from a case, beside answers."""

    SECTOR = "beroep"
    WANT = "vraag"
    ADVICE = "advies"
    URGENT_SIGNALS = "signalen-vandaag"
    SIGNALS = "signalen"
    SEEN = "logboek-gezien"
    SAID = "logboek-gezegd"
    THOUGHT = "logboek-gedacht"
    PERIOD = "logboek-periode"
    DONE = "gedaan"
    STEPS = "stappen"
    CONSULTED = "overleg"
    FOLLOWED = "vervolg"


class LineForm(GuideForm):
    """A line: of one answer, of a kind of thing that was kept, of the note of a step, or (none) to think of oneself.

    `needed`: when it is not known yet, that is told, in the words of `gap` if it has them; else the line is left out.
    """

    label: Words
    question: str = ""
    take: Take | None = None
    note: str = ""
    needed: bool = False
    gap: str = ""

    @model_validator(mode="after")
    def _has_one_origin(self) -> Self:
        if sum(map(bool, (self.question, self.take, self.note))) > 1:
            raise ValueError(f'line "{self.label}" has several origins; expected: one of question, take, note')
        return self

    @property
    def is_own(self) -> bool:
        """Whether no walk knows it: somebody thinks of it beforehand."""
        return not (self.question or self.take or self.note)


@dataclass(frozen=True, slots=True)
class Askable:
    """What a line may refer to: each question of any edition with its options, and the ids of all steps."""

    questions: Mapping[str, Collection[str]]
    steps: Collection[str]


def wrong_lines(source: Source, where: Location, lines: Iterable[LineForm], askable: Askable) -> Iterator[Finding]:
    """A finding for each line that refers to a question or step that is nowhere."""
    for place, line in enumerate(lines):
        yield from unknown(source, (*where, place, "question"), line.question, askable.questions, "question")
        yield from unknown(source, (*where, place, "note"), line.note, askable.steps, "step")


def wrong_matches(source: Source, where: Location, matches: Matches, askable: Askable) -> Iterator[Finding]:
    """A finding for each question or option that is nowhere."""
    for question, options in matches.items():
        yield from unknown(source, (*where, question), question, askable.questions, "question")
        for place, option in enumerate(options if question in askable.questions else ()):
            known = askable.questions[question]
            yield from unknown(source, (*where, question, place), option, known, f'option of "{question}"')
