"""Ids that stand twice in a list."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from routekaart.content.source import Finding, Source


def again(ids: Iterable[str]) -> Iterator[tuple[int, str]]:
    """Each id that stood in the list before, with its place."""
    seen: set[str] = set()
    for place, one in enumerate(ids):
        if one in seen:
            yield place, one
        seen.add(one)


def doubles(source: Source, where: str, ids: Iterable[str], *key: str) -> Iterator[Finding]:
    """A finding for each id in a list `where` that stood there before; `key` is the field that holds it."""
    for place, one in again(ids):
        yield source.finding((where, place, *key), f'"{one}" stands twice in {where}', "each id once")
