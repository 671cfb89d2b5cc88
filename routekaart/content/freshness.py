"""Which sources each file of the content names, and when somebody last compared it with them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from routekaart.content.source import ContentError, Finding, read

MONTHS = 12
SOURCE_KEYS = frozenset({"source", "sources", "schedule_source"})
FOLDERS_APART = frozenset({"maps"})


@dataclass(frozen=True, slots=True)
class Review:
    """A file with its sources; `reviewed` is None when nobody said when it was compared with them."""

    file: str
    reviewed: date | None
    sources: tuple[str, ...]

    def is_due(self, today: date) -> bool:
        """Whether it was never reviewed, or longer ago than a year."""
        return self.reviewed is None or _months_between(self.reviewed, today) >= MONTHS


def reviews(content: Path) -> tuple[Review, ...]:
    """Every file of a content folder. Raises ContentError with what cannot be read."""
    found: list[Review] = []
    findings: list[Finding] = []
    for path in content_files(content):
        name = str(path.relative_to(content.parent))
        try:
            data = read(path, shown_as=name).data
        except ContentError as error:
            findings += error.findings
        else:
            found.append(Review(name, _reviewed(data), tuple(dict.fromkeys(_sources(data)))))
    if findings:
        raise ContentError(tuple(findings))
    return tuple(found)


def content_files(content: Path) -> list[Path]:
    """The YAML files of a content folder, by name."""
    return sorted(path for path in content.rglob("*.yaml") if path.relative_to(content).parts[0] not in FOLDERS_APART)


def _reviewed(data: Any) -> date | None:
    """`reviewed` of the file; lists of facts say it with `as_of`, and a region of its data."""
    if not isinstance(data, dict):
        return None
    about = data.get("data")
    said = data.get("reviewed") or data.get("as_of") or (about.get("as_of") if isinstance(about, dict) else None)
    if isinstance(said, date):
        return said
    try:
        return date.fromisoformat(str(said))
    except ValueError:
        return None


def _sources(data: Any) -> Iterator[str]:
    if isinstance(data, dict):
        for key, value in data.items():
            if key in SOURCE_KEYS:
                yield from (str(one) for one in (value if isinstance(value, list) else [value]) if one)
            else:
                yield from _sources(value)
    elif isinstance(data, list):
        for one in data:
            yield from _sources(one)


def _months_between(then: date, now: date) -> int:
    """Whole months from one day to another."""
    return (now.year - then.year) * 12 + now.month - then.month - (now.day < then.day)
