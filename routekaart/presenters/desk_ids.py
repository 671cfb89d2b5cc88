"""New things get an id that is made of their name, and keep it."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import Any

from routekaart.presenters.desk_fields import Field, Rows
from routekaart.presenters.desk_typing import as_id


def with_ids(fields: Sequence[Field], data: Mapping[str, Any]) -> dict[str, Any]:
    """The data in which every row that goes by an id has one."""
    rows = {
        one.name: with_ids_of(data.get(one.name) or (), one.named_by)
        for one in fields
        if isinstance(one, Rows) and one.named_by
    }
    return {**data, **rows}


def with_ids_of(rows: Iterable[Mapping[str, Any]], named_by: str, taken: Collection[str] = ()) -> list[dict[str, Any]]:
    """Rows of which those without an id get one, unlike the others and unlike those that are `taken`."""
    found = [dict(row) for row in rows]
    used = {*taken, *(row["id"] for row in found if row.get("id"))}
    for row in found:
        if not row.get("id"):
            row["id"] = as_id(str(row.get(named_by) or ""), used)
            used.add(row["id"])
    return found
