"""How rows of a sheet are laid over a draft's data: each finds what it is about, changes it, and is checked. Pure."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from copy import deepcopy
from dataclasses import dataclass, field
from difflib import get_close_matches
from typing import Any

from pydantic import ValidationError

from routekaart.content.partners import ContactForm, Form, LocationForm, PartnerForm, ServiceForm
from routekaart.regions.bulk import (
    PARTNER,
    PARTNERS,
    Becomes,
    Data,
    Fault,
    Kind,
    Line,
    NewId,
    Path,
    Plan,
    Record,
    State,
)
from routekaart.regions.checks import Known, Problem, inside_region, unknown
from routekaart.regions.document import RegionGroupDocument
from routekaart.regions.entries import unchecked

_FORMS: Mapping[Kind, type[Form]] = {
    Kind.PARTNER: PartnerForm,
    Kind.CONTACT: ContactForm,
    Kind.LOCATION: LocationForm,
    Kind.SERVICE: ServiceForm,
}
_OPTIONAL = ("waiting", "verification")
"""Groups that are not there when nothing is filled in; a review term alone does not count."""
_Place = tuple[str, Kind, int]
"""A partner's id, a kind, and where in that list; of the partner itself it is nought."""


class _Refused(Exception):
    """A row that cannot be laid down."""

    def __init__(self, *faults: Fault) -> None:
        super().__init__()
        self.faults = faults


def laid_over(
    data: Mapping[str, Any],
    records: Sequence[Record],
    known: Known,
    shared: RegionGroupDocument | None,
    new_id: NewId,
) -> Plan:
    """What rows would make of a draft's data. Wrong rows are left out of it, and so is what hangs from them."""
    refused: dict[int, tuple[Fault, ...]] = {}
    before = set(_problems(data, known, shared))
    while True:
        laid = _Laid(data, refused, new_id)
        lines = [laid.line(at, record) for at, record in enumerate(records)]
        found = laid.faults(_problems(laid.data(), known, shared), before)
        if not found:
            return Plan(lines, {one: laid.partners[one] for one in dict.fromkeys(laid.changed)})
        refused |= found


def _problems(data: Mapping[str, Any], known: Known, shared: RegionGroupDocument | None) -> Iterator[Problem]:
    document = unchecked(data)
    yield from inside_region(document)
    yield from unknown(document, known, shared)


@dataclass
class _Index:
    """Where in a list of a partner things are, by name and by id: a partner may have thousands."""

    names: dict[str, list[int]] = field(default_factory=dict)
    ids: dict[str, int] = field(default_factory=dict)

    def add(self, place: int, thing: Data) -> None:
        """Something came, or is called otherwise now."""
        there = self.names.setdefault(_name(thing), [])
        if place not in there:
            there.append(place)
        if "id" in thing:
            self.ids[thing["id"]] = place


@dataclass
class _Laid:
    """A draft's data with rows on top, as far as one came."""

    before: Mapping[str, Any]
    refused: Mapping[int, tuple[Fault, ...]]
    new_id: NewId
    partners: dict[str, Data] = field(init=False)
    named: dict[str, list[str]] = field(init=False, default_factory=dict)
    places: dict[_Place, int] = field(init=False, default_factory=dict)
    rows: dict[_Place, int] = field(init=False, default_factory=dict)
    indexes: dict[tuple[str, Kind], _Index] = field(init=False, default_factory=dict)
    changed: list[str] = field(init=False, default_factory=list)
    fallen: set[str] = field(init=False, default_factory=set)

    def __post_init__(self) -> None:
        self.partners = {one["id"]: deepcopy(one) for one in self.before[PARTNERS]}
        for one in self.partners.values():
            self.named.setdefault(_key(one["name"]), []).append(one["id"])

    def data(self) -> Data:
        """The draft's data with what was laid down."""
        return {**self.before, PARTNERS: list(self.partners.values())}

    def line(self, at: int, record: Record) -> Line:
        """Lays a row down, or says what is wrong with it."""
        try:
            if faults := (*record.faults, *self.refused.get(at, ())):
                raise _Refused(*faults)
            return self._partner(at, record) if record.kind is Kind.PARTNER else self._part(at, record)
        except _Refused as refused:
            if record.kind is Kind.PARTNER:
                self.fallen |= {_key(record.plain("id")), _key(record.plain("name"))}
            name = record.plain("name") or record.plain("value")
            return Line(record, State.WRONG, record.partner, name, faults=refused.faults)

    def faults(self, problems: Iterator[Problem], before: set[Problem]) -> dict[int, tuple[Fault, ...]]:
        """The problems that rows brought along, by the place of the row."""
        found: dict[int, tuple[Fault, ...]] = {}
        for one in problems:
            if one not in before and (at := self._cause(one)) is not None:
                found[at[0]] = (*found.get(at[0], ()), Fault(at[1], one.problem))
        return found

    def _cause(self, problem: Problem) -> tuple[int, Path] | None:
        """The row behind a problem, and the path of the cell."""
        where = problem.where
        if where[0] == "bindings":
            row = self.places.get((self.before["bindings"][where[1]]["partner"], Kind.PARTNER, 0))
            return None if row is None else (row, ("roles",))
        if where[0] != PARTNERS:
            return None
        partner = list(self.partners)[int(where[1])]
        if len(where) > 3 and where[2] in list(Kind):
            row, path = self.places.get((partner, Kind(str(where[2])), int(where[3]))), where[4:]
        else:
            row, path = self.places.get((partner, Kind.PARTNER, 0)), where[2:]
        return None if row is None else (row, tuple(part for part in path if isinstance(part, str)))

    def _partner(self, at: int, record: Record) -> Line:
        own, name = record.plain("id"), record.plain("name")
        found = own if own in self.partners else "" if own else self._by_name(name, ("name",))
        before = self.partners.get(found)
        fresh = own or self.new_id(name, self.partners)
        after = self._made(record, {**(before or {}), "id": found or fresh})
        self._claim((after["id"], Kind.PARTNER, 0), at, record)
        if after["id"] not in self.named.setdefault(_key(after["name"]), []):
            self.named[_key(after["name"])].append(after["id"])
        self.partners[after["id"]] = after
        return self._line(record, after, before, after)

    def _part(self, at: int, record: Record) -> Line:
        """A row about something of a partner."""
        partner = self.partners[self._owner(record)]
        if record.kind is Kind.LOCATION and (partner["address_secret"] or "opvang" in partner["roles"]):
            raise _Refused(Fault(("name",), "the address of a shelter"))
        things: list[Data] = partner[record.kind]
        index = self._index(partner, record.kind)
        place = self._place(record, partner["id"], index)
        before = None if place is None else things[place]
        start: Data = dict(before or {})
        if record.kind is Kind.SERVICE:
            start["id"] = start.get("id") or record.plain("id") or self.new_id(record.plain("name"), index.ids)
        after = self._made(record, start)
        place = len(things) if place is None else place
        self._claim((partner["id"], record.kind, place), at, record)
        things[place : place + 1] = [after]
        index.add(place, after)
        return self._line(record, partner, before, after)

    def _index(self, partner: Data, kind: Kind) -> _Index:
        key = (partner["id"], kind)
        if key not in self.indexes:
            self.indexes[key] = _Index()
            for place, one in enumerate(partner[kind]):
                self.indexes[key].add(place, one)
        return self.indexes[key]

    def _line(self, record: Record, partner: Data, before: Data | None, after: Data) -> Line:
        state = State.NEW if before is None else State.CHANGED if before != after else State.UNCHANGED
        if state is not State.UNCHANGED:
            self.changed.append(partner["id"])
        name = str(after.get("name") or after.get("value") or "")
        return Line(record, state, partner["name"], name, before, after)

    def _owner(self, record: Record) -> str:
        """The id of the partner that a row is of."""
        wanted = record.partner
        if not wanted:
            raise _Refused(Fault(PARTNER, "missing"))
        found = wanted if wanted in self.partners else self._by_name(wanted, PARTNER)
        if found:
            return found
        if _key(wanted) in self.fallen:
            raise _Refused(Fault(PARTNER, "its partner is wrong"))
        names = {_key(one["name"]): one["name"] for one in self.partners.values()}
        near = get_close_matches(_key(wanted), names, 1, cutoff=0.75)
        raise _Refused(Fault(PARTNER, "unknown partner", names[near[0]] if near else ""))

    def _by_name(self, name: str, path: Path) -> str:
        found = self.named.get(_key(name), [])
        if len(found) > 1:
            raise _Refused(Fault(path, "several have this name", ", ".join(found)))
        return found[0] if found else ""

    def _place(self, record: Record, partner: str, index: _Index) -> int | None:
        """Where in the partner's list the thing is that a row is about; None: it is new."""
        if record.kind is Kind.SERVICE and (own := record.plain("id")):
            return index.ids.get(own)
        if record.kind is Kind.CONTACT:
            wanted = _name({"kind": record.plain("kind"), "value": record.instead_of or record.plain("value")})
        else:
            wanted = _key(record.plain("name"))
        places = index.names.get(wanted, [])
        if record.instead_of and not places:
            raise _Refused(Fault(("instead_of",), "no such contact"))
        if record.kind is Kind.SERVICE and len(places) > 1:
            raise _Refused(Fault(("name",), "several have this name"))
        untold = (at for at in places if (partner, record.kind, at) not in self.places)
        return next(untold, places[0] if places else None)

    def _claim(self, place: _Place, at: int, record: Record) -> None:
        """Each thing is told of once."""
        if place in self.places:
            path: Path = ("value",) if record.kind is Kind.CONTACT else ("name",)
            raise _Refused(Fault(path, "stands twice in the sheet", str(self.rows[place])))
        self.places[place], self.rows[place] = at, record.number

    def _made(self, record: Record, start: Data) -> Data:
        """A thing as a row makes it, in the form of the document."""
        after = deepcopy(start)
        for path, becomes in record.cells.items():
            if path != ("id",):
                _put(after, path, becomes)
        for group in _OPTIONAL:
            if isinstance(after.get(group), dict) and not _is_filled(after[group]):
                after[group] = None
        try:
            return _FORMS[record.kind].model_validate(after).model_dump(mode="json")
        except ValidationError as wrong:
            raise _Refused(*map(_fault, wrong.errors())) from None


def _put(data: Data, path: Path, becomes: Becomes) -> None:
    *groups, name = path
    for group in groups:
        data[group] = dict(data.get(group) or {})
        data = data[group]
    data[name] = becomes(data.get(name))


def _is_filled(group: Data) -> bool:
    return any(value not in (None, "") for name, value in group.items() if name != "review_months")


def _fault(complaint: Mapping[str, Any]) -> Fault:
    path = tuple(part for part in complaint["loc"] if isinstance(part, str))
    if complaint["type"] == "value_error":
        return Fault(path, str(complaint["msg"]))
    return Fault(path, complaint["type"], context=complaint.get("ctx") or {})


def _name(thing: Mapping[str, Any]) -> str:
    """What a thing of a partner is known by."""
    return f"{thing['kind']} {thing['value']}" if "value" in thing else _key(thing["name"])


def _key(name: str) -> str:
    """A name as names are compared."""
    return " ".join(name.split()).casefold()
