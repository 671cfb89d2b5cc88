"""What the guides beside the steps share: every one says from what and when it was written."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import Path
from typing import Annotated, TypeVar

from pydantic import BaseModel, ConfigDict, Field

from routekaart.content.models import Words
from routekaart.content.source import ContentError, Finding, Location, Source, parse, read

Lines = Annotated[tuple[Words, ...], Field(min_length=1)]
_Form = TypeVar("_Form", bound=BaseModel)


class GuideForm(BaseModel):
    """A mapping that does not change; an unknown field is an error."""

    model_config = ConfigDict(extra="forbid", frozen=True, str_strip_whitespace=True)


class GuideFile(GuideForm):
    """A file: on which day somebody last held it against its sources, and which those are."""

    reviewed: date
    sources: Lines


def read_guide(content: Path, name: str, form: type[_Form]) -> tuple[Source, _Form]:
    """One file of a content folder, with its lines. Raises ContentError."""
    source = read(content / name, shown_as=f"{content.name}/{name}")
    found, findings = parse(source, form)
    if found is None:
        raise ContentError(findings)
    return source, found


def raise_any(findings: Iterable[Finding]) -> None:
    """Raises ContentError when something was found."""
    if found := tuple(findings):
        raise ContentError(found)


def unknown(source: Source, where: Location, asked: str, known: Iterable[str], what: str) -> Iterator[Finding]:
    """A finding when what is asked for is not known; nothing asked for is fine."""
    names = sorted(known)
    if asked and asked not in names:
        yield source.finding(where, f'unknown {what} "{asked}"', f"one of: {', '.join(names)}")
