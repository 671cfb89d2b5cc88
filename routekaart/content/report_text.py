"""report-text.yaml: the parts of a report, which exceptions to open reporting there are, and when one phones first."""

from __future__ import annotations

from collections.abc import Iterator
from enum import StrEnum
from pathlib import Path
from typing import Annotated

from pydantic import Field

from routekaart.content.doubles import doubles
from routekaart.content.guide_forms import GuideFile, GuideForm, Lines, raise_any, read_guide, unknown
from routekaart.content.models import Id, Words
from routekaart.content.source import Finding
from routekaart.content.telling import Askable, LineForm, Matches, wrong_lines, wrong_matches


class Nature(StrEnum):
    """What the lines of a part are: facts, what somebody thinks of them, or what was done and agreed."""

    FACT = "feit"
    THOUGHT = "gedachte"
    COURSE = "verloop"


class SectionForm(GuideForm):
    """A part of the report, with lines that are made and room to add one's own words."""

    id: Id
    title: Words
    nature: Nature
    lines: tuple[LineForm, ...] = ()
    add: Words
    hint: str = ""


class ReasonForm(GuideForm):
    """A ground that one may have; `sectors` and `editions` (none: all) are where it holds."""

    id: Id
    text: Words
    sectors: tuple[Id, ...] = ()
    editions: tuple[Id, ...] = ()

    def holds_in(self, sector: str, edition: str) -> bool:
        """Whether it is a ground there."""
        return (not self.sectors or sector in self.sectors) and (not self.editions or edition in self.editions)


class OpenForm(GuideForm):
    """Telling beforehand that one reports, and each exception to it; `reaction` is what one asks after it."""

    intro: Words
    ask: Words
    exceptions: Annotated[tuple[ReasonForm, ...], Field(min_length=1)]
    together: Words
    careful: Words
    closed: Words
    contradicts: Words


class AnonymousForm(GuideForm):
    """Whether those involved may know who reports; each ground that there is for hiding it."""

    intro: Words
    ask: Words
    grounds: Annotated[tuple[ReasonForm, ...], Field(min_length=1)]


class ReportTextForm(GuideFile):
    """The whole file. `urgent_when`: phone first; `careful_when`: not everybody can be told
    safely; nor can anybody as long as nothing of `together_when` was answered. `told_when`: they know, by the walk."""

    intro: Words
    urgent: Words
    not_yet: Words
    elsewhere: Words
    urgent_when: Matches
    careful_when: Matches
    together_when: Matches
    told_when: Matches
    openness: OpenForm
    anonymous: AnonymousForm
    sections: Annotated[tuple[SectionForm, ...], Field(min_length=1)]
    by_hand: Lines


def read_report_text(content: Path) -> ReportTextForm:
    """Raises ContentError."""
    source, form = read_guide(content, "report-text.yaml", ReportTextForm)
    raise_any(doubles(source, "sections", (one.id for one in form.sections)))
    return form


def check_report_text(content: Path, askable: Askable, editions: tuple[str, ...], sectors: tuple[str, ...]) -> None:
    """Raises ContentError when something refers to nothing."""
    source, form = read_guide(content, "report-text.yaml", ReportTextForm)

    def findings() -> Iterator[Finding]:
        for place, section in enumerate(form.sections):
            yield from wrong_lines(source, ("sections", place, "lines"), section.lines, askable)
        for name in ("urgent_when", "careful_when", "together_when", "told_when"):
            yield from wrong_matches(source, (name,), getattr(form, name), askable)
        reasons = {
            ("openness", "exceptions"): form.openness.exceptions,
            ("anonymous", "grounds"): form.anonymous.grounds,
        }
        for where, rows in reasons.items():
            for place, one in enumerate(rows):
                for sector in one.sectors:
                    yield from unknown(source, (*where, place, "sectors"), sector, sectors, "sector")
                for edition in one.editions:
                    yield from unknown(source, (*where, place, "editions"), edition, editions, "edition")

    raise_any(findings())
