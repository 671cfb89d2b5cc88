"""call-sheet.yaml: what is asked in a call for advice or to report, in the order in which it is asked."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Annotated

from pydantic import Field

from routekaart.content.doubles import doubles
from routekaart.content.guide_forms import GuideFile, GuideForm, Lines, raise_any, read_guide
from routekaart.content.models import Id, Words
from routekaart.content.source import Finding
from routekaart.content.telling import Askable, LineForm, wrong_lines

MOST_ROOM = 2_450
"""How many characters of answers fit on one page, all topics together."""


class WantForm(GuideForm):
    """What one wants from a call: how one opens it, and what one asks."""

    title: Words
    say: Words
    asks: Lines


class WantsForm(GuideForm):
    """By what the walk advises: there is danger now, it goes by another route, report, or ask advice."""

    emergency: WantForm
    elsewhere: WantForm
    report: WantForm
    advice: WantForm


class TopicForm(GuideForm):
    """Something that is asked. `room`: how many characters of its answer go on paper; the screen shows all."""

    id: Id
    ask: Words
    lines: Annotated[tuple[LineForm, ...], Field(min_length=1)]
    room: Annotated[int, Field(ge=60)]


class CallSheetForm(GuideFile):
    """The whole file. `points` says per edition whom one calls; `elsewhere` are outcomes that lead another way."""

    points: Mapping[Id, Words]
    intro: Words
    advice: Words
    report: Words
    wants: WantsForm
    elsewhere: tuple[Id, ...]
    topics: Annotated[tuple[TopicForm, ...], Field(min_length=1)]
    by_hand: Lines
    speakers: Lines
    after: Lines


def read_call_sheet(content: Path) -> CallSheetForm:
    """Raises ContentError."""
    source, form = read_guide(content, "call-sheet.yaml", CallSheetForm)
    findings = [*doubles(source, "topics", (one.id for one in form.topics))]
    room = sum(one.room for one in form.topics)
    if room > MOST_ROOM:
        findings.append(source.finding(("topics",), f"the topics take {room} characters", f"at most {MOST_ROOM}"))
    raise_any(findings)
    return form


def check_call_sheet(content: Path, askable: Askable, editions: tuple[str, ...]) -> None:
    """Raises ContentError when a line refers to nothing, or an edition has nobody to call."""
    source, form = read_guide(content, "call-sheet.yaml", CallSheetForm)

    def findings() -> Iterator[Finding]:
        for edition in editions:
            if edition not in form.points:
                yield source.finding(("points",), f'edition "{edition}" has nobody to call', "a name for each edition")
        for place, topic in enumerate(form.topics):
            yield from wrong_lines(source, ("topics", place, "lines"), topic.lines, askable)

    raise_any(findings())
