"""What somebody sees who brings in a sheet: row by row what it would do, and what is wrong, before anything happens."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from routekaart.exchange.sheet import Cell, Sheet
from routekaart.presenters.desk_errors import TYPES, message
from routekaart.presenters.region_changes import field_words
from routekaart.presenters.sheet_cells import Words
from routekaart.presenters.sheet_columns import COLUMNS, KEYS, TITLES, column_of
from routekaart.presenters.sheet_reading import Read
from routekaart.presenters.sheet_writing import headings, written
from routekaart.presenters.words import listed
from routekaart.regions.bulk import Collision, Fault, Line, Plan, Record, State

View = dict[str, Any]
ON_A_PAGE = 100
STATES: Mapping[str, tuple[State, str]] = {
    "fout": (State.WRONG, "fout"),
    "nieuw": (State.NEW, "nieuw"),
    "gewijzigd": (State.CHANGED, "gewijzigd"),
    "gelijk": (State.UNCHANGED, "zonder wijziging"),
}
"""The filters of the page, with what they show and are called."""
WRONG = "Wat er mis is"
ONLY_GOOD = "Vink aan dat je alleen de goede rijen inleest, of verbeter eerst het bestand."
CHANGED_MEANWHILE = (
    "Er is intussen iets gewijzigd in het concept. Er is nog niets ingelezen. Kijk de rijen nog eens na."
)
GONE = "Dit bestand staat niet meer klaar; we bewaren het een uur. Kies het opnieuw."
_PROBLEMS: Mapping[str, str] = {
    "missing": "Hier staat niets.",
    "too_short": "Hier staat niets.",
    "int_type": "Dit is geen heel getal.",
    "greater_than_equal": "Dit getal is te klein. Het kleinste is {ge}.",
    "less_than_equal": "Dit getal is te groot. Het grootste is {le}.",
    "date_parsing": "Dit is geen dag die bestaat.",
    "date_type": "Hier staat geen dag.",
    "neither yes nor no": "Dit is geen ja of nee.",
    "no care level": "Dit zorgniveau bestaat niet.",
    "no aim": "Dit doel bestaat niet.",
    "no kind of contact": "Deze soort contact bestaat niet.",
    "unknown theme": "Dit thema kennen we niet.",
    "are no opening hours": "Dit zijn geen openingstijden.",
    "a formula": "Hier staat een formule. We lezen alleen wat er zelf staat.",
    "its partner is wrong": "De rij van deze partner is fout. Verbeter die eerst.",
    "no such contact": "Dit nummer of adres heeft de partner niet.",
    "is no phone number": "Dit is geen telefoonnummer. Valt er een nul weg? Maak de cel tekst.",
}
_FORMULA = "De waarde zelf, of de tekst zonder = ervoor."


def preview_page(name: str, read: Read, plan: Plan, words: Words, wanted: str, number: int) -> View:
    """The rows of a state, or all; `number` is the page of them."""
    counts = {key: plan.count(state) for key, (state, _) in STATES.items()}
    state = STATES[wanted][0] if wanted in STATES else None
    lines = sorted((one for one in plan.lines if state in (None, one.state)), key=_order)
    pages = max(1, -(-len(lines) // ON_A_PAGE))
    number = min(max(number, 1), pages)
    shown = lines[(number - 1) * ON_A_PAGE : number * ON_A_PAGE]
    return {
        "name": name,
        "total": len(plan.lines),
        "good": counts["nieuw"] + counts["gewijzigd"],
        "wrong": counts["fout"],
        "filters": [_filter("", "alle", len(plan.lines), wanted not in STATES)]
        + [_filter(key, words_, counts[key], key == wanted) for key, (_, words_) in STATES.items()],
        "faults": [row for one in shown if one.state is State.WRONG for row in _faults(one)],
        "rows": [_row(one, words) for one in shown if one.state is not State.WRONG],
        "wanted": wanted if wanted in STATES else "",
        "number": number,
        "pages": pages,
        "notices": list(_notices(read, plan, words)),
        "missing": [f"{title}: {listed(list(columns))}" for title, columns in read.missing.items()],
    }


def wrong_sheets(plan: Plan) -> tuple[Sheet, ...]:
    """The wrong rows as they were, with what is wrong behind each: to mend and send again."""
    return tuple(
        Sheet(TITLES[kind], ((*headings(kind), WRONG), *rows))
        for kind in COLUMNS
        if (rows := [_wrong_row(one) for one in plan.lines if (one.record.kind, one.state) == (kind, State.WRONG)])
    )


def done_words(plan: Plan) -> str:
    """What was read in."""
    count = plan.count(State.NEW) + plan.count(State.CHANGED)
    rows = "1 rij is" if count == 1 else f"{count} rijen zijn"
    partners = "1 partner" if len(plan.partners) == 1 else f"{len(plan.partners)} partners"
    return f"{rows} ingelezen, bij {partners}. Alles staat in je concept; professionals zien het als je publiceert."


def collision_words(collisions: Iterable[Collision], names: Mapping[str, str]) -> str:
    """Which partners somebody else changed meanwhile."""
    told = [_collision(one, names.get(one.partner, one.partner)) for one in collisions]
    return f"Iemand anders wijzigde intussen: {'; '.join(told)}. Er is nog niets ingelezen. Kijk de rijen nog eens na."


def fault_words(fault: Fault) -> str:
    """What is wrong in a cell."""
    if fault.problem == "stands twice in the sheet":
        return f"Dit staat ook in rij {fault.near}."
    if fault.problem == "several have this name":
        return f"Er zijn er meer met deze naam. Vul het kenmerk in{f': {fault.near}' if fault.near else ''}."
    known = next((text for problem, text in _PROBLEMS.items() if problem in fault.problem), None)
    told = known or TYPES.get(fault.problem) or message(fault.problem)
    near = f" Bedoel je ‘{fault.near}’?" if fault.near else ""
    return told.format_map(dict(fault.context)) + near


def expected_words(record: Record, fault: Fault) -> str:
    """What belongs in the cell."""
    if fault.problem == "a formula":
        return _FORMULA
    column = column_of(record.kind, fault.path)
    return column.hint if column else ""


def _order(line: Line) -> tuple[int, int]:
    return list(COLUMNS).index(line.record.kind), line.record.number


def _filter(key: str, words: str, count: int, is_here: bool) -> View:
    return {"key": key, "text": f"{words} ({count})", "is_here": is_here}


def _faults(line: Line) -> Iterator[View]:
    for fault in line.faults:
        yield {
            "sheet": TITLES[line.record.kind],
            "row": line.record.number,
            "column": _column_title(line.record, fault),
            "said": _said(line.record, fault) or "(leeg)",
            "problem": fault_words(fault),
            "expected": expected_words(line.record, fault),
        }


def _row(line: Line, words: Words) -> View:
    return {
        "sheet": TITLES[line.record.kind],
        "row": line.record.number,
        "name": line.name,
        "partner": line.partner if line.partner != line.name else "",
        "state": next(text for state, text in STATES.values() if state is line.state),
        "is_same": line.state is State.UNCHANGED,
        "changes": list(_changes(line, words)) if line.state is State.CHANGED else [],
    }


def _changes(line: Line, words: Words) -> Iterator[View]:
    for column in COLUMNS[line.record.kind]:
        if column.path not in KEYS:
            before, after = (str(written(column, one, words)) for one in (line.before, line.after))
            if before != after:
                yield {"field": column.title, "before": before or "(leeg)", "after": after or "(leeg)"}


def _column_title(record: Record, fault: Fault) -> str:
    column = column_of(record.kind, fault.path)
    return column.title if column else field_words(fault.path)


def _said(record: Record, fault: Fault) -> str:
    column = column_of(record.kind, fault.path)
    return record.said.get(column.path, "") if column else ""


def _wrong_row(line: Line) -> tuple[Cell, ...]:
    told = "\n".join(f"{_column_title(line.record, one)}: {fault_words(one)}" for one in line.faults)
    return (*(line.record.said.get(column.path, "") for column in COLUMNS[line.record.kind]), told)


def _notices(read: Read, plan: Plan, words: Words) -> Iterator[str]:
    for title, columns in read.unknown.items():
        yield f"Op blad {title} staan kolommen die we niet kennen. We slaan ze over: {listed(list(columns))}."
    if fresh := _new_themes(plan.lines, words):
        yield f"Deze thema’s zijn nieuw in je regio: {listed(fresh)}. Kijk of ze goed geschreven zijn."


def _new_themes(lines: Sequence[Line], words: Words) -> list[str]:
    named = {
        theme
        for one in lines
        if one.state in (State.NEW, State.CHANGED)
        for theme in (one.after or {}).get("themes", ())
    }
    return sorted(one.replace("-", " ") for one in named - words.themes)


def _collision(one: Collision, name: str) -> str:
    fields = list(dict.fromkeys(field_words(path.split(".")) for path in one.fields))
    told = listed([field for field in fields if field])
    return f"{name} ({told})" if told else name
