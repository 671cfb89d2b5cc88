"""parents.yaml: a page to show to parents, in plain Dutch and shorter in other languages."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from pathlib import Path
from typing import Annotated, Literal

from pydantic import Field, StringConstraints

from routekaart.content.doubles import doubles
from routekaart.content.guide_forms import GuideFile, GuideForm, Lines, raise_any, read_guide, unknown
from routekaart.content.models import Id, Words
from routekaart.content.source import Finding, Source

Language = Annotated[str, StringConstraints(pattern=r"^[a-z]{2}$")]


class Part(GuideForm):
    """A heading with sentences under it."""

    heading: Words
    text: Lines


class ParentsNumber(GuideForm):
    """A national partner of which the number is shown, and what it is for."""

    partner: Id
    text: Words


class Translation(GuideForm):
    """The short version in one language. `unreviewed` says in that language that no native speaker read it yet."""

    lang: Language
    name: Words
    dutch_name: Words
    direction: Literal["ltr", "rtl"] = "ltr"
    unreviewed: str = ""
    heading: Words
    parts: Annotated[tuple[Part, ...], Field(min_length=1)]
    numbers_heading: Words
    numbers: Annotated[tuple[ParentsNumber, ...], Field(min_length=1)]


class ParentsForm(GuideFile):
    """The whole file: Dutch, then the others."""

    dutch: Translation
    translations: tuple[Translation, ...]

    def get(self, lang: str) -> Translation | None:
        """The version in a language other than Dutch."""
        return next((one for one in self.translations if one.lang == lang), None)


def read_parents(content: Path, partners: Collection[str]) -> ParentsForm:
    """Raises ContentError with every finding, also for a number that is not certain enough to be shown."""
    source, found = read_guide(content, "parents.yaml", ParentsForm)
    raise_any(_findings(source, found, partners))
    return found


def _findings(source: Source, found: ParentsForm, partners: Collection[str]) -> Iterator[Finding]:
    yield from doubles(source, "translations", [one.lang for one in found.translations])
    for at, row in enumerate(found.dutch.numbers):
        yield from unknown(source, ("dutch", "numbers", at, "partner"), row.partner, partners, "national partner")
    for place, one in enumerate(found.translations):
        for at, row in enumerate(one.numbers):
            where = ("translations", place, "numbers", at, "partner")
            yield from unknown(source, where, row.partner, partners, "national partner")
