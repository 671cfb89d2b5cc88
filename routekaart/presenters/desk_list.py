"""A list of the desk: the entries of one kind, with what is not published yet."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from routekaart.presenters.desk_fields import Shown
from routekaart.presenters.desk_form import Around
from routekaart.presenters.region_changes import KINDS
from routekaart.regions.editing import Change, Entry, Unpublished


@dataclass(frozen=True, slots=True)
class Row:
    """How a list shows an entry: its name, and what tells it from others in a line or two."""

    name: str
    about: tuple[str, ...] = ()
    mark: str = ""


Tell = Callable[[Mapping[str, Any], Around], Row]
NEW, CHANGED = "nieuw", "gewijzigd"


def entry_list(
    entries: Iterable[Entry],
    pending: Mapping[str, Unpublished],
    tell: Tell,
    around: Around,
    wanted: str,
    only_changed: bool,
) -> Shown:
    """The entries that hold what one looks for, and those that are gone but still live."""
    found = list(entries)
    rows = [_row(one, tell(one.data, around), state_of(one, pending)) for one in found]
    fitting = [row for row in rows if _fits(row, wanted) and (row["state"] or not only_changed)]
    there = {one.id for one in found}
    gone = [
        {"name": tell(one.live, around).name, "undo": one.last.number}
        for entry_id, one in pending.items()
        if entry_id not in there and one.live is not None
    ]
    return {"rows": fitting, "total": len(rows), "gone": gone, "wanted": wanted, "only_changed": only_changed}


def state_of(entry: Entry, pending: Mapping[str, Unpublished]) -> str:
    """Whether an entry is new or differs from what is live."""
    since = pending.get(entry.id)
    if since is None or since.live == entry.data:
        return ""
    return NEW if since.live is None else CHANGED


def done_words(change: Change, name: str) -> str:
    """What a change did, in a line."""
    kind = KINDS[change.kind]
    if change.after is None:
        return f"{kind} ‘{name}’ is verwijderd uit je concept."
    return f"{kind} ‘{name}’ {'staat nu' if change.before is None else 'is bewaard'} in je concept."


def _row(entry: Entry, told: Row, state: str) -> Shown:
    return {"id": entry.id, "name": told.name, "about": [one for one in told.about if one], "mark": told.mark} | {
        "state": state
    }


def _fits(row: Shown, wanted: str) -> bool:
    text = " ".join((row["name"], *row["about"])).lower()
    return all(word in text for word in wanted.lower().split())
