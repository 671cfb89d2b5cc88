"""Two people changed the same thing: their work laid together, field by field. Pure."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

_ABSENT = object()


@dataclass(frozen=True, slots=True)
class Merged:
    """Both people's changes together. Where both changed one field differently, `clashes` names it by its path
    ("contacts.0.value") and `data` holds mine.
    """

    data: Any
    clashes: tuple[str, ...] = ()


def merge(base: Any, mine: Any, theirs: Any, path: str = "") -> Merged:
    """What I made of a thing and what somebody else made of it, laid together over what it was for both."""
    if mine == theirs or theirs == base:
        return Merged(mine)
    if mine == base:
        return Merged(theirs)
    if all(isinstance(one, Mapping) for one in (base, mine, theirs)):
        return _merge_mappings(base, mine, theirs, path)
    if all(isinstance(one, list) for one in (base, mine, theirs)):
        return _merge_lists(base, mine, theirs, path)
    return Merged(mine, (path,))


def _merge_mappings(base: Any, mine: Any, theirs: Any, path: str) -> Merged:
    data: dict[str, Any] = {}
    clashes: list[str] = []
    for key in (*mine, *(key for key in theirs if key not in mine)):
        was, i_have, they_have = (one.get(key, _ABSENT) for one in (base, mine, theirs))
        merged = merge(was, i_have, they_have, f"{path}.{key}" if path else key)
        clashes += merged.clashes
        if merged.data is not _ABSENT:
            data[key] = merged.data
    return Merged(data, tuple(clashes))


def _merge_lists(base: list[Any], mine: list[Any], theirs: list[Any], path: str) -> Merged:
    """By id where every member has one (services), by place where none came or went, else as a whole."""
    lists = (base, mine, theirs)
    if all(isinstance(one, Mapping) and "id" in one for some in lists for one in some):
        was, i_have, they_have = ({one["id"]: one for one in some} for some in lists)
        merged = merge(was, i_have, they_have, path)
        return Merged(list(merged.data.values()), merged.clashes)
    if len(base) == len(mine) == len(theirs):
        members = [merge(*three, f"{path}.{at}") for at, three in enumerate(zip(*lists, strict=True))]
        return Merged([one.data for one in members], tuple(clash for one in members for clash in one.clashes))
    return Merged(mine, (path,))
