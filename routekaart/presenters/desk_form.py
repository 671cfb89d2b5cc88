"""A form of the desk as a page shows it: its fields, what is wrong, and what is live next to what is drafted."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from routekaart.directory import National
from routekaart.presenters.desk_errors import FORM
from routekaart.presenters.desk_fields import Errors, Field, Shown, show_fields
from routekaart.presenters.region_changes import field_words, value_words
from routekaart.regions.comparing import entry_differences


@dataclass(frozen=True, slots=True)
class Around:
    """What an entry may refer to: the data of the whole draft, the national roles and partners, and the day."""

    data: Mapping[str, Any]
    national: National
    today: date
    editions: Mapping[str, str] = field(default_factory=dict)
    steps: Mapping[str, str] = field(default_factory=dict)
    sectors: Mapping[str, str] = field(default_factory=dict)
    free_municipalities: Mapping[str, str] = field(default_factory=dict)
    """Real municipalities that lie in no other region, by code."""
    shared: Mapping[str, Any] = field(default_factory=dict)
    """The data of the region's group; empty when it is in none."""

    @property
    def municipalities(self) -> dict[str, str]:
        """The names of the draft's municipalities by code."""
        return {one["code"]: one["name"] for one in self.data["municipalities"]}

    @property
    def partners(self) -> dict[str, str]:
        """The names of the draft's partners by id."""
        return {one["id"]: one["name"] for one in self.data["partners"]}

    @property
    def covenants(self) -> dict[str, str]:
        """The names of the draft's covenants by id."""
        return {one["id"]: one["name"] for one in self.data["covenants"]}

    @property
    def all_covenants(self) -> dict[str, str]:
        """The same with those of the region's group before them."""
        return {one["id"]: one["name"] for one in self.shared.get("covenants", ())} | self.covenants

    @property
    def roles(self) -> dict[str, str]:
        """The labels of the roles by id, as the region's edition calls them."""
        edition = self.data["edition"]
        return {one.id: one.label_in(edition) for one in self.national.roles.values()}


Make = Callable[[Around], Sequence[Field]]


def form_view(fields: Sequence[Field], data: Mapping[str, Any], errors: Errors, look_at: str = "") -> Shown:
    """The fields with what is wrong at each, and the list of it; `look_at` is the path of the row to begin at."""
    shown = show_fields(fields, data, errors)
    links = list(_links(shown))
    told = {link["text"] for link in links}
    rest = [text for place, text in errors.items() if place == FORM or not _is_told(text, told)]
    links = [{"text": text, "href": "#formulier"} for text in rest] + links
    return {"fields": shown, "error_links": links, "look_at": look_at}


def side_by_side(kind: str, live: Mapping[str, Any] | None, draft: Mapping[str, Any]) -> list[Shown]:
    """The fields that differ, as they are live and as they are in the draft."""
    return [
        {"field": field_words(one.path), "live": value_words(one.before), "draft": value_words(one.after)}
        for one in entry_differences(kind, live or {}, draft)
        if live is not None
    ]


def clash_rows(paths: Sequence[str], theirs: Mapping[str, Any], mine: Mapping[str, Any]) -> list[Shown]:
    """Per field that two people changed differently what each made of it; lists can be taken together."""
    rows = []
    for at, path in enumerate(paths):
        both = at_path(theirs, path), at_path(mine, path)
        rows.append(
            {
                "name": f"keuze-{at}",
                "path": path,
                "field": field_words(path.split(".")) or path,
                "theirs": value_words(both[0]),
                "mine": value_words(both[1]),
                "can_have_both": all(isinstance(one, list) for one in both),
            }
        )
    return rows


def chosen(
    paths: Sequence[str], theirs: Mapping[str, Any], merged: Mapping[str, Any], choices: Sequence[str]
) -> dict[str, Any]:
    """The merged data with, per path, what was chosen: "zij", "beide", else mine."""
    data: Any = dict(merged)
    for path, choice in zip(paths, choices, strict=True):
        if choice == "zij":
            data = _with(data, path.split("."), at_path(theirs, path))
        elif choice == "beide":
            those, own = at_path(theirs, path) or [], at_path(merged, path) or []
            data = _with(data, path.split("."), [*those, *(one for one in own if one not in those)])
    return dict(data)


def at_path(data: Any, path: str) -> Any:
    """The value at a path of names, places and ids; None when it is not there."""
    for part in path.split("."):
        data = _member(data, part)
    return data


def _member(data: Any, part: str) -> Any:
    if isinstance(data, Mapping):
        return data.get(part)
    if isinstance(data, list):
        place = _place(data, part)
        return data[place] if place is not None else None
    return None


def _place(rows: list[Any], part: str) -> int | None:
    """Where in a list: rows that have an id are found by it, others by their number."""
    for at, one in enumerate(rows):
        if isinstance(one, Mapping) and one.get("id") == part:
            return at
    return int(part) if part.isdecimal() and int(part) < len(rows) else None


def _with(data: Any, parts: Sequence[str], value: Any) -> Any:
    """The data with another value at a path; None takes a row out of its list."""
    if not parts:
        return value
    first, *rest = parts
    if isinstance(data, Mapping):
        return {**data, first: _with(data.get(first), rest, value)}
    rows = list(data or ())
    place = _place(rows, first)
    if place is None:
        return [*rows, value] if value is not None and not rest else rows
    if value is None and not rest:
        return rows[:place] + rows[place + 1 :]
    rows[place] = _with(rows[place], rest, value)
    return rows


def _links(shown: Sequence[Shown]) -> Iterator[dict[str, str]]:
    for one in shown:
        if one["error"]:
            yield {"text": f"{one['label']}: {one['error']}", "href": f"#{one['id']}"}
        yield from _links(one.get("fields", ()))
        for row in one.get("rows", ()) if one["kind"] == "rows" else ():
            yield from _links(row["fields"])


def _is_told(text: str, told: set[str]) -> bool:
    return any(one.endswith(f": {text}") for one in told)
