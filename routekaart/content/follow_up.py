"""follow-up.yaml: what one looks at after the decision, and where each answer leads."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from enum import StrEnum
from pathlib import Path
from typing import Annotated

from pydantic import Field

from routekaart.content.casework import WordForm
from routekaart.content.doubles import doubles
from routekaart.content.guide_forms import GuideFile, GuideForm, raise_any, read_guide, unknown
from routekaart.content.models import Id, Words
from routekaart.content.source import Finding, Source


class Asked(StrEnum):
    """What is asked at a look with options to choose from; named as the fields of `casework.FollowUp`."""

    STARTED = "started"
    BROUGHT = "brought"
    FEEDBACK = "feedback"
    NEW_SIGNALS = "new_signals"


class Place(StrEnum):
    """A page of the walk that a way leads to."""

    SIGNALS = "signalen"
    LOG = "logboek"


class QuestionForm(GuideForm):
    """Something to look at, with what one may find."""

    text: Words
    options: Annotated[tuple[WordForm, ...], Field(min_length=2)]

    def word(self, option: str) -> str:
        """An option as one reads it; "" when there is none of that id."""
        return next((one.text for one in self.options if one.id == option), "")


class AgainForm(GuideForm):
    """A question of the walk to answer anew, and why."""

    question: Id
    text: Words


Again = tuple[tuple[AgainForm, ...], ...]
"""Of each group the first question that is asked in a walk is meant: editions and answers differ in what they ask."""


class WayForm(GuideForm):
    """Where an entry leads when each question in `when` has one of these options. `role` is whom to call."""

    id: Id
    when: Annotated[Mapping[Asked, tuple[Id, ...]], Field(min_length=1)]
    title: Words
    text: Words
    pages: tuple[Place, ...] = ()
    again: Again = ()
    role: str = ""
    source: Words


class TermForm(GuideForm):
    """What to answer anew on the day of a term of the protocol."""

    deadline: Id
    again: Again


class FollowUpForm(GuideFile):
    """The whole file. `asking` is what to mind before asking anybody; `myself` stands before the functions."""

    intro: Words
    asking: Words
    myself: WordForm
    questions: Mapping[Asked, QuestionForm]
    ways: Annotated[tuple[WayForm, ...], Field(min_length=1)]
    terms: tuple[TermForm, ...]


def read_follow_up(content: Path, roles: Collection[str]) -> FollowUpForm:
    """Raises ContentError with every finding, also for an option or role that nobody knows."""
    source, found = read_guide(content, "follow-up.yaml", FollowUpForm)
    raise_any(_findings(source, found, roles))
    return found


def _findings(source: Source, found: FollowUpForm, roles: Collection[str]) -> Iterator[Finding]:
    for asked in Asked:
        if asked not in found.questions:
            yield source.finding(("questions",), f'no question "{asked}"', f"all of: {', '.join(Asked)}")
    yield from doubles(source, "ways", (one.id for one in found.ways))
    yield from doubles(source, "terms", (one.deadline for one in found.terms))
    for place, way in enumerate(found.ways):
        yield from unknown(source, ("ways", place, "role"), way.role, roles, "role")
        for asked, options in way.when.items():
            known = [one.id for one in found.questions[asked].options] if asked in found.questions else options
            for option in options:
                yield from unknown(source, ("ways", place, "when"), option, known, f"option of {asked}")
