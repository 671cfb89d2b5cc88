"""What is wrong with one entry of a draft that its own form cannot see: what it refers to, what refers to it. Pure."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from routekaart.regions.checks import (
    Known,
    Problem,
    Where,
    inside_group,
    inside_region,
    shared_covenants,
    unknown,
    unknown_in_group,
)
from routekaart.regions.document import RegionGroupDocument
from routekaart.regions.entries import HEAD, LAYER, LISTS, is_group, unchecked, unchecked_group


def entry_problems(
    data: Mapping[str, Any], kind: str, place: int, known: Known, shared: RegionGroupDocument | None = None
) -> tuple[Problem, ...]:
    """What is wrong in one entry of a draft's data; `place` is where it stands among its kind.

    Each problem says where in the entry it is.
    """
    if is_group(data):
        group = unchecked_group(data)
        return tuple(_within((*inside_group(group), *unknown_in_group(group, known)), kind, place))
    document = unchecked(data)
    found = (*inside_region(document), *unknown(document, known, shared))
    return tuple(_within(found, kind, place))


def broken_elsewhere(
    before: Mapping[str, Any],
    after: Mapping[str, Any],
    kind: str,
    place: int,
    shared: RegionGroupDocument | None = None,
) -> tuple[Where, ...]:
    """Where, outside the entry, a draft does not hold together any more after a change; places are those after it."""
    known = {one.message for one in _references(before, shared)}
    fresh = (one.where for one in _references(after, shared) if one.message not in known)
    return tuple(where for where in fresh if where[:2] != (kind, place))


def _references(data: Mapping[str, Any], shared: RegionGroupDocument | None) -> Iterator[Problem]:
    if is_group(data):
        yield from inside_group(unchecked_group(data))
        return
    document = unchecked(data)
    yield from inside_region(document)
    yield from shared_covenants(document, shared)


def _within(found: tuple[Problem, ...], kind: str, place: int) -> Iterator[Problem]:
    for one in found:
        first = one.where[0] if one.where else ""
        if kind in LISTS and one.where[:2] == (kind, place):
            yield Problem(one.where[2:], one.problem, one.expected)
        elif first == kind == LAYER:
            yield Problem(one.where[1:], one.problem, one.expected)
        elif kind == HEAD and first not in LISTS and first != LAYER:
            yield one
