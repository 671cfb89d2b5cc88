"""A partner's entry as its own people see and change it: a few fields of plain text. Pure.

Opening hours, services and municipalities have a shape that no line of text holds: for those there is `REMARK`.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from enum import Enum
from typing import Any

from pydantic import ValidationError

from routekaart.directory import BY_ITSELF
from routekaart.directory.verification import DEFAULT_REVIEW_MONTHS
from routekaart.regions.entries import written

REMARK = "remark"
MOST_CHARACTERS = 2000
_LISTS = ("does", "does_not")
_TEXTS = ("name", "note")
Data = Mapping[str, Any]


class Moved(Exception):
    """The field is no longer what the proposal was made from."""


class Trouble(Enum):
    """Why a text cannot be what a field holds."""

    EMPTY = "empty"
    TOO_LONG = "too long"
    PHONE = "no phone number"
    EMAIL = "no mail address"
    URL = "no web address"
    OTHER = "not as it should be"


@dataclass(frozen=True, slots=True)
class EntryField:
    """A field and its text now; a list has a line for each. `label` and `kind` are those of a contact."""

    key: str
    text: str
    kind: str = ""
    label: str = ""


def fields_of(data: Data) -> Iterator[EntryField]:
    """The fields of an entry that its partner may propose to change."""
    yield EntryField("name", str(data["name"]))
    for place, one in enumerate(data["contacts"]):
        yield EntryField(f"contact-{place}", str(one["value"]), one["kind"], one["label"])
    for key in _LISTS:
        yield EntryField(key, "\n".join(data[key]))
    yield EntryField("note", str(data["note"]))


def proposed(data: Data, texts: Mapping[str, str]) -> dict[str, tuple[str, str]]:
    """What differs: before and after by field. Fields that the entry does not have are passed over."""
    before = {one.key: one.text for one in fields_of(data)} | {REMARK: ""}
    given = {key: _plain(text) for key, text in texts.items() if key in before}
    return {key: (before[key], text) for key, text in given.items() if text != _plain(before[key])}


def errors(data: Data, texts: Mapping[str, str]) -> dict[str, Trouble]:
    """What is wrong with what is proposed, by field."""
    found = ((key, _trouble(data, key, *change)) for key, change in proposed(data, texts).items())
    return {key: trouble for key, trouble in found if trouble}


def applied(data: Data, key: str, before: str, after: str) -> dict[str, Any]:
    """The entry with one field changed. Raises Moved."""
    if key in _TEXTS and data[key] == before:
        return {**data, key: after}
    if key in _LISTS and "\n".join(data[key]) == before:
        return {**data, key: [line.strip() for line in after.splitlines() if line.strip()]}
    if key.startswith("contact-"):
        return {**data, "contacts": _contacts(data, before, after)}
    raise Moved(key)


def checked(data: Data, on: date) -> dict[str, Any]:
    """The entry as its partner confirmed it on a day."""
    contacts = [{**one, "verification": _check(one["verification"], on)} for one in data["contacts"]]
    kept = [new if one["verification"] else one for one, new in zip(data["contacts"], contacts, strict=True)]
    return {**data, "contacts": kept, "verification": _check(data["verification"], on)}


def unchecked(data: Data) -> dict[str, Any]:
    """The entry without who checked it when: to see whether anything else differs."""
    contacts = [{**one, "verification": None} for one in data["contacts"]]
    return {**data, "contacts": contacts, "verification": None}


def _trouble(data: Data, key: str, before: str, after: str) -> Trouble | None:
    if len(after) > MOST_CHARACTERS:
        return Trouble.TOO_LONG
    if key == REMARK:
        return None
    if key == "name" and not after:
        return Trouble.EMPTY
    try:
        written("partners", applied(data, key, before, after))
    except ValidationError:
        kind = next((one.kind for one in fields_of(data) if one.key == key), "")
        return _KINDS.get(kind, Trouble.OTHER)
    return None


_KINDS = {"phone": Trouble.PHONE, "email": Trouble.EMAIL, **dict.fromkeys(("url", "chat", "form"), Trouble.URL)}


def _check(before: Data | None, on: date) -> dict[str, Any]:
    months = before["review_months"] if before else DEFAULT_REVIEW_MONTHS
    return {"verified_on": on.isoformat(), "verified_by": BY_ITSELF, "review_months": months}


def _contacts(data: Data, before: str, after: str) -> list[Data]:
    """A contact with an empty value is taken out."""
    places = [place for place, one in enumerate(data["contacts"]) if one["value"] == before]
    if not places:
        raise Moved(before)
    changed = [{**one, "value": after} if place == places[0] else one for place, one in enumerate(data["contacts"])]
    return [one for one in changed if one["value"]]


def _plain(text: str) -> str:
    return "\n".join(line.strip() for line in text.strip().splitlines())
