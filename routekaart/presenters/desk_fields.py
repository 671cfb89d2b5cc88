"""The fields of which the desk's forms are made: how an entry's data is read from what was typed, and shown again.

A field knows its place by a path of names and numbers ("contacts.0.value"), which is its name in the page. What cannot
be read stays as it was typed: the entry's own form says what is wrong with it, and nothing typed is lost.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from routekaart.presenters.desk_typing import as_day, as_hours, as_it_is, as_number

Errors = Mapping[str, str]
Shown = dict[str, Any]
NOT_CHOSEN = "Kies een van de mogelijkheden."


@dataclass(frozen=True, slots=True)
class Typed:
    """What a browser sent: the values of each name, in their order."""

    values: Mapping[str, Sequence[str]]

    def one(self, path: str) -> str:
        """The value of a field; nothing when it was not sent."""
        found = self.values.get(path)
        return found[-1] if found else ""

    def all(self, path: str) -> list[str]:
        """The values of a field that may have several."""
        return list(self.values.get(path, ()))

    def places(self, path: str) -> list[int]:
        """The numbers of the rows that were sent under a path."""
        start = f"{path}."
        parts = (name[len(start) :].partition(".")[0] for name in self.values if name.startswith(start))
        return sorted({int(part) for part in parts if part.isdecimal()})


@dataclass(frozen=True, slots=True)
class Option:
    """Something to choose, with what choosing it means."""

    value: str
    text: str
    meaning: str = ""


@dataclass(frozen=True, slots=True)
class Field:
    """What every field has. `blank` is its value when nothing was filled in."""

    name: str
    label: str
    hint: str = ""

    kind = "text"

    def read(self, typed: Typed, path: str) -> Any:
        """The value as the entry's data has it, or the text when it cannot be read."""
        return typed.one(path).strip()

    def show(self, value: Any, path: str, errors: Errors) -> Shown:
        """What the page shows."""
        return {
            "kind": self.kind,
            "path": path,
            "id": html_id(path),
            "label": self.label,
            "hint": self.hint,
            "error": errors.get(path),
            "value": "" if value is None else value,
        }

    def is_empty(self, value: Any) -> bool:
        """Whether nothing was filled in."""
        return value in (None, "", [], False)


@dataclass(frozen=True, slots=True)
class Text(Field):
    """A text; with `rows` of several lines. `clean` is how what was typed is written."""

    rows: int = 1
    short: bool = False
    type: str = "text"
    clean: Callable[[str], str] = as_it_is

    def read(self, typed: Typed, path: str) -> str:
        """Without spaces around it."""
        text = typed.one(path).replace("\r\n", "\n").strip()
        return self.clean(text) if text else ""

    def show(self, value: Any, path: str, errors: Errors) -> Shown:
        """As a box of one or more lines."""
        return Field.show(self, value, path, errors) | {"rows": self.rows, "short": self.short, "type": self.type}


@dataclass(frozen=True, slots=True)
class Lines(Field):
    """Several texts, one on a line."""

    rows: int = 4
    clean: Callable[[str], str] = as_it_is
    kind = "lines"

    def read(self, typed: Typed, path: str) -> list[str]:
        """Every line that has something on it."""
        return [self.clean(line.strip()) for line in typed.one(path).splitlines() if line.strip()]

    def show(self, value: Any, path: str, errors: Errors) -> Shown:
        """The lines under each other; what is wrong with one of them stands at the field."""
        wrong = next((text for place, text in errors.items() if _is_under(place, path)), None)
        shown = {"kind": "text", "type": "text", "rows": self.rows, "value": "\n".join(value or ())}
        return Field.show(self, None, path, errors) | shown | {"error": wrong}


@dataclass(frozen=True, slots=True)
class Number(Field):
    """A whole number."""

    kind = "number"

    def read(self, typed: Typed, path: str) -> int | str | None:
        """A number; None when nothing was typed."""
        return as_number(typed.one(path))

    def is_empty(self, value: Any) -> bool:
        """Nought is a number too."""
        return value in (None, "")


@dataclass(frozen=True, slots=True)
class Day(Field):
    """A day, typed as people write it: 24-11-2026."""

    kind = "day"

    def read(self, typed: Typed, path: str) -> str | None:
        """The day in ISO form; None when nothing was typed."""
        return as_day(typed.one(path))

    def show(self, value: Any, path: str, errors: Errors) -> Shown:
        """As it is typed."""
        return Field.show(self, _day_typed(value), path, errors)


@dataclass(frozen=True, slots=True)
class Flag(Field):
    """Yes or no: a box to tick."""

    kind = "flag"

    def read(self, typed: Typed, path: str) -> bool:
        """Whether it is ticked."""
        return bool(typed.one(path))


@dataclass(frozen=True, slots=True)
class Kept(Field):
    """What stays as it is and is shown nowhere: the id of a row."""

    kind = "kept"

    def is_empty(self, value: Any) -> bool:
        """It fills no row."""
        return True


@dataclass(frozen=True, slots=True)
class Choice(Field):
    """One of some things. `nothing` is the word for choosing none; without it one has to choose."""

    options: tuple[Option, ...] = ()
    nothing: str = ""
    large: bool = False
    number: bool = False
    kind = "choice"

    def read(self, typed: Typed, path: str) -> Any:
        """What was chosen; None for nothing."""
        return (as_number(typed.one(path)) if self.number else typed.one(path).strip()) or None

    def show(self, value: Any, path: str, errors: Errors) -> Shown:
        """With what was chosen, also when it is not offered any more."""
        chosen = "" if value is None else str(value)
        rows = [_offered(one, one.value == chosen) for one in self.options]
        if chosen and not any(row["selected"] for row in rows):
            rows.append({"value": chosen, "text": chosen, "meaning": "", "selected": True, "checked": True})
        if self.nothing:
            rows.insert(0, _offered(Option("", self.nothing), not chosen))
        wrong = NOT_CHOSEN if errors.get(path) and not chosen else errors.get(path)
        return Field.show(self, chosen, path, errors) | {"options": rows, "large": self.large, "error": wrong}

    def is_empty(self, value: Any) -> bool:
        """A choice alone makes no row."""
        return True


@dataclass(frozen=True, slots=True)
class Choices(Field):
    """Some of several things: boxes to tick. `inline` when the words are short; `folded` when they are many."""

    options: tuple[Option, ...] = ()
    inline: bool = False
    folded: bool = False
    kind = "choices"

    def read(self, typed: Typed, path: str) -> list[str]:
        """What is ticked, in the order in which it is offered."""
        ticked = dict.fromkeys(typed.all(path))
        offered = [one.value for one in self.options if one.value in ticked]
        return offered + [one for one in ticked if one and one not in offered]

    def show(self, value: Any, path: str, errors: Errors) -> Shown:
        """With what is ticked, also when it is not offered any more."""
        ticked = list(value or ())
        rows = [_offered(one, one.value in ticked) for one in self.options]
        offered = {one.value for one in self.options}
        rows += [_offered(Option(one, one), True) for one in ticked if one not in offered]
        wrong = next((text for place, text in errors.items() if _is_under(place, path)), None)
        count = sum(row["checked"] for row in rows)
        more = {"options": rows, "inline": self.inline, "folded": self.folded, "count": count, "error": wrong}
        return Field.show(self, None, path, errors) | more


@dataclass(frozen=True, slots=True)
class Span(Field):
    """From one time of the day to another: "09:00-17:00" in the data, two boxes on the page."""

    kind = "span"

    def read(self, typed: Typed, path: str) -> str:
        """Both times, as far as they can be read."""
        start, end = typed.one(f"{path}.van").strip(), typed.one(f"{path}.tot").strip()
        return as_hours(f"{start}-{end}") if start or end else ""

    def show(self, value: Any, path: str, errors: Errors) -> Shown:
        """The two apart."""
        start, _, end = (value or "").partition("-")
        return Field.show(self, value, path, errors) | {"start": start, "end": end}


@dataclass(frozen=True, slots=True)
class Group(Field):
    """Fields that belong together. `optional`: None when nothing in it was filled in. `folded`: opens when one asks.

    `clean` is how what was typed is written.
    """

    fields: tuple[Field, ...] = ()
    optional: bool = False
    folded: bool = False
    clean: Callable[[dict[str, Any]], dict[str, Any]] = dict
    kind = "group"

    def read(self, typed: Typed, path: str) -> dict[str, Any] | None:
        """Each field under its name."""
        found = {one.name: one.read(typed, f"{path}.{one.name}") for one in self.fields}
        return None if self.optional and self.is_empty(found) else self.clean(found)

    def show(self, value: Any, path: str, errors: Errors) -> Shown:
        """Its fields; open when something in it is wrong."""
        rows = show_fields(self.fields, value or {}, errors, path)
        wrong = any(_is_under(place, path) for place in errors)
        filled = value is not None and not self.is_empty(value)
        more = {"fields": rows, "folded": self.folded, "open": wrong, "filled": filled}
        return Field.show(self, None, path, errors) | more

    def is_empty(self, value: Any) -> bool:
        """Whether all of it is."""
        return not value or all(one.is_empty(value.get(one.name)) for one in self.fields)


@dataclass(frozen=True, slots=True)
class Rows(Field):
    """A thing of which there may be several: contacts, services. `one` is what a single one is called ("contact").

    `named_by`: the field from which the id of a new row is made. `title_by`: the fields that name a row in its heading.
    """

    fields: tuple[Field, ...] = ()
    one: str = ""
    named_by: str = ""
    title_by: tuple[str, ...] = ()
    folded: bool = False
    clean: Callable[[dict[str, Any]], dict[str, Any]] = dict
    kind = "rows"

    def read(self, typed: Typed, path: str) -> list[dict[str, Any]]:
        """Every row that was sent, empty ones too."""
        return [self._read_row(typed, f"{path}.{at}") for at in typed.places(path)]

    def show(self, value: Any, path: str, errors: Errors) -> Shown:
        """Each row with its fields."""
        rows = [self._row(one, f"{path}.{at}", errors, at) for at, one in enumerate(value or ())]
        return Field.show(self, None, path, errors) | {"rows": rows, "one": self.one, "add": f"meer:{path}"}

    def is_empty(self, value: Any) -> bool:
        """Whether every row is."""
        return all(self._is_blank(row) for row in value or ())

    def filled(self, value: Iterable[Mapping[str, Any]]) -> list[dict[str, Any]]:
        """The rows in which something was filled in."""
        return [without_empty_rows(self.fields, one) for one in value if not self._is_blank(one)]

    def _read_row(self, typed: Typed, path: str) -> dict[str, Any]:
        return self.clean({one.name: one.read(typed, f"{path}.{one.name}") for one in self.fields})

    def _is_blank(self, row: Mapping[str, Any]) -> bool:
        return all(one.is_empty(row.get(one.name)) for one in self.fields)

    def _row(self, value: Mapping[str, Any], path: str, errors: Errors, at: int) -> Shown:
        names = [str(value.get(name) or "") for name in self.title_by]
        wrong = any(_is_under(place, path) for place in errors)
        return {
            "id": html_id(path),
            "number": at + 1,
            "title": " · ".join(name for name in names if name),
            "fields": show_fields(self.fields, value, errors, path),
            "remove": f"minder:{path}",
            "up": f"hoger:{path}" if at else "",
            "folded": self.folded and not wrong and not self._is_blank(value),
        }


def read_fields(fields: Iterable[Field], typed: Typed, before: Mapping[str, Any]) -> dict[str, Any]:
    """The data of an entry as it was typed; what the form does not have stays as it was `before`."""
    return {**before, **{one.name: one.read(typed, one.name) for one in fields}}


def show_fields(fields: Iterable[Field], data: Mapping[str, Any], errors: Errors, path: str = "") -> list[Shown]:
    """Every field as a page shows it."""
    return [one.show(data.get(one.name), f"{path}.{one.name}" if path else one.name, errors) for one in fields]


def without_empty_rows(fields: Iterable[Field], data: Mapping[str, Any]) -> dict[str, Any]:
    """The same data without the rows in which nothing was filled in."""
    rows = {one.name: one.filled(data.get(one.name) or ()) for one in fields if isinstance(one, Rows)}
    groups = {
        one.name: without_empty_rows(one.fields, data[one.name])
        for one in fields
        if isinstance(one, Group) and data.get(one.name)
    }
    return {**data, **rows, **groups}


def html_id(path: str) -> str:
    """The id of a field in a page."""
    return path.replace(".", "-")


def _is_under(place: str, path: str) -> bool:
    return place == path or place.startswith(f"{path}.")


def _offered(one: Option, chosen: bool) -> Shown:
    return {"value": one.value, "text": one.text, "meaning": one.meaning, "selected": chosen, "checked": chosen}


def _day_typed(value: Any) -> str:
    try:
        return f"{date.fromisoformat(value or ''):%d-%m-%Y}"
    except ValueError:
        return str(value or "")
