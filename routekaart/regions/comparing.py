"""What differs between two versions of a region or a region group: field by field, each where it is. Pure."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from routekaart.regions.document import RegionDocument, RegionGroupDocument
from routekaart.regions.entries import Piece, split

Path = tuple[str, ...]
AnyDocument = RegionDocument | RegionGroupDocument


@dataclass(frozen=True, slots=True)
class Difference:
    """One field that differs. `name` is what people call the entry; an empty `path` is the entry as a whole.

    `before` and `after` are plain values of the document; None: it was not there, or is not there any more.
    """

    kind: str
    id: str
    name: str
    path: Path
    before: Any
    after: Any


def differences(before: AnyDocument, after: AnyDocument) -> tuple[Difference, ...]:
    """Everything that differs, in the order of the document; what merely moved is no difference."""
    old, new = ({(one.kind, one.id): one for one in split(document)} for document in (before, after))
    names = {partner.id: partner.name for document in (before, after) for partner in getattr(document, "partners", ())}
    keys = dict.fromkeys((*new, *old))
    return tuple(one for key in keys for one in _compared(old.get(key), new.get(key), names))


def touching(before: RegionDocument, after: RegionDocument, roles: Collection[str]) -> tuple[Difference, ...]:
    """The differences that matter to who deals with some roles: their partners, bindings and agreements."""
    both = (before, after)
    bound = {one.partner for document in both for one in document.bindings if one.role in roles}
    places = {str(at) for document in both for at, one in enumerate(document.bindings, 1) if one.role in roles}
    agreed = {one.id for document in both for one in document.agreements if one.role in roles}
    wanted = {"partners": bound, "bindings": places, "agreements": agreed}
    return tuple(one for one in differences(before, after) if one.id in wanted.get(one.kind, ()))


def entry_differences(kind: str, before: Mapping[str, Any], after: Mapping[str, Any]) -> tuple[Difference, ...]:
    """What differs between two versions of one entry."""
    return tuple(_fields(Piece(kind, "", after), before, after, {}))


def _compared(old: Piece | None, new: Piece | None, names: Mapping[str, str]) -> Iterator[Difference]:
    there = new or old
    assert there is not None
    if old is None or new is None:
        before, after = (None if piece is None else dict(piece.data) for piece in (old, new))
        yield Difference(there.kind, there.id, _name(there, names), (), before, after)
    elif old.data != new.data:
        yield from _fields(new, old.data, new.data, names)


def _fields(piece: Piece, before: Any, after: Any, names: Mapping[str, str]) -> Iterator[Difference]:
    for path, was, became in _unequal(before, after, ()):
        yield Difference(piece.kind, piece.id, _name(piece, names), path, was, became)


def _unequal(before: Any, after: Any, path: Path) -> Iterator[tuple[Path, Any, Any]]:
    if before == after:
        return
    if isinstance(before, Mapping) and isinstance(after, Mapping):
        for key in dict.fromkeys((*after, *before)):
            yield from _unequal(before.get(key), after.get(key), (*path, key))
    elif _are_lists_of_things(before, after):
        old, new = _by_key(before), _by_key(after)
        for key in dict.fromkeys((*new, *old)):
            yield from _unequal(old.get(key), new.get(key), (*path, key))
    else:
        yield path, before, after


def _are_lists_of_things(before: Any, after: Any) -> bool:
    both = (before, after)
    return all(isinstance(one, list) for one in both) and any(isinstance(one, dict) for some in both for one in some)


def _by_key(things: list[dict[str, Any]]) -> dict[str, Any]:
    """Things by what they are told apart by: their id, else what they are for, numbered when that is not enough."""
    found: dict[str, Any] = {}
    for one in things:
        key = str(one.get("id") or one.get("label") or one.get("name") or one.get("kind") or "")
        place = 2
        while (unique := key if key and key not in found else f"{key} {place}".strip()) in found:
            place += 1
        found[unique] = one
    return found


def _name(piece: Piece, names: Mapping[str, str]) -> str:
    data = piece.data
    if piece.kind == "bindings":
        return names.get(data["partner"], data["partner"])
    return str(data.get("name") or data.get("title") or data.get("does") or data.get("text") or piece.id)
