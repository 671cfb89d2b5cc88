"""Rows that come, go and move in a form that is not saved yet.

A button says what to do where: "meer:contacts", "minder:contacts.2", "hoger:contacts.2".
"""

from __future__ import annotations

from collections.abc import Mapping
from copy import deepcopy
from typing import Any

MORE, LESS, UP = "meer", "minder", "hoger"
DOES = (MORE, LESS, UP)


def moved_rows(data: Mapping[str, Any], what: str) -> tuple[dict[str, Any], str]:
    """The data after what a button asks, and the path of the row to look at next; unknown paths change nothing."""
    does, _, path = what.partition(":")
    changed = deepcopy(dict(data))
    if does == MORE:
        rows = _rows(changed, path.split("."))
        rows.append({})
        return changed, f"{path}.{len(rows) - 1}"
    *parts, number = path.split(".")
    rows, at = _rows(changed, parts), int(number) if number.isdecimal() else -1
    if not 0 <= at < len(rows):
        return changed, ""
    if does == LESS:
        del rows[at]
        return changed, ".".join(parts)
    if at:
        rows[at - 1], rows[at] = rows[at], rows[at - 1]
    return changed, f"{'.'.join(parts)}.{max(at - 1, 0)}"


def _rows(data: Any, parts: list[str]) -> list[Any]:
    """The list at a path; groups that are not there yet are made on the way."""
    for part in parts[:-1]:
        if isinstance(data, list):
            data = data[int(part)] if part.isdecimal() and int(part) < len(data) else {}
        else:
            data[part] = data.get(part) or {}
            data = data[part]
    if not isinstance(data, dict) or not parts:
        return []
    found = data[parts[-1]] = data.get(parts[-1]) or []
    return found if isinstance(found, list) else []
