"""The log of signals: per day what was seen, what was said and by whom, and, apart, what one thinks of it.

It leads the walk nowhere and nothing counts it (INV-31).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from typing import Any

from flask import Response, abort, redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from flask_wtf import FlaskForm
from wtforms import BooleanField, HiddenField, StringField, TextAreaField

from routekaart import clock
from routekaart.presenters.log import Choice, in_order, log_lines, options
from routekaart.presenters.papers import log_paper
from routekaart.walks.casefile import MOST_CHARACTERS, CaseFile
from routekaart.walks.casework import Entry
from routekaart.web.services import services
from routekaart.web.walk import bp
from routekaart.web.walk.answer import iso_date
from routekaart.web.walk.current import CurrentWalk, current_walk, keep, unchanged_walk
from routekaart.web.walk.notes import Looked, look_over
from routekaart.web.walk.report import paper

NO_DAY = "Vul de dag in waarop het was, zoals 24-11-2026. Dat kan geen dag zijn die nog komt."
NOTHING = "Schrijf op wat je zag, wat er gezegd is of wat je ervan denkt."
TEXTS = {"gezien": "saw", "gezegd": "said", "gedacht": "thought"}


class LogForm(FlaskForm):
    """One line of the log."""

    dag = StringField()
    wie = StringField()
    waar = StringField()
    gezien = TextAreaField()
    gezegd = TextAreaField()
    gezegd_door = StringField()
    gedacht = TextAreaField()
    toch_bewaren = BooleanField()
    versie = HiddenField()


@bp.get("/logboek")
def log() -> ResponseReturnValue:
    """The log so far, and a form for a new line."""
    return _log_page(current_walk(), LogForm(dag=f"{clock.today():%d-%m-%Y}"))


@bp.post("/logboek")
def add_line() -> ResponseReturnValue:
    """Keep a new line; the same line sent twice is kept once."""
    current, form = current_walk(), LogForm()
    looked, entry = _read(current, form)
    if entry is None or not looked.is_fine:
        return _log_page(current, form, looked, status=422)
    others = tuple(one for one in current.case.log if one != entry)
    return _keep(current, (*others, entry), entry)


@bp.get("/logboek/<int:number>")
def log_line(number: int) -> ResponseReturnValue:
    """A line, to change it."""
    current = current_walk()
    entry = _entry(current, number)
    texts = {name: getattr(entry, field) for name, field in TEXTS.items()}
    chosen = {"wie": entry.who, "waar": entry.where, "gezegd_door": entry.said_by}
    return _line_page(current, number, LogForm(dag=f"{entry.on:%d-%m-%Y}", **chosen, **texts))


@bp.post("/logboek/<int:number>")
def change_line(number: int) -> ResponseReturnValue:
    """Keep a changed line. Changed elsewhere meanwhile: what was typed comes back as a new line."""
    current, form = current_walk(), LogForm()
    if form.versie.data != current.opened.version:
        return _log_page(current, form, status=409, changed_elsewhere=True)
    before = _entry(current, number)
    looked, entry = _read(current, form, before)
    if entry is None or not looked.is_fine:
        return _line_page(current, number, form, looked, status=422)
    return _keep(current, tuple(entry if one is before else one for one in current.case.log), entry)


@bp.get("/logboek/<int:number>/verwijderen")
def ask_remove_line(number: int) -> ResponseReturnValue:
    """Make sure before a line is removed."""
    current = current_walk()
    line = log_lines([_entry(current, number)], _choice(current))[0] | {"number": number}
    return render_template("walk/log_remove.html", line=line, **current.frame)


@bp.post("/logboek/<int:number>/verwijderen")
def remove_line(number: int) -> ResponseReturnValue:
    """Remove a line."""
    current = unchanged_walk()
    gone = _entry(current, number)
    keep(current, replace(current.case, log=tuple(one for one in current.case.log if one is not gone)))
    return redirect(url_for("walk.log"))


@bp.get("/logboek.pdf")
def log_pdf() -> Response:
    """The log alone on paper."""
    current, now = current_walk(), clock.now()
    return paper("log.html", log_paper(current.case, current.walk, current.place, _choice(current), now))


def with_typed_line(case: CaseFile, current: CurrentWalk) -> CaseFile:
    """With the line that was being typed when danger was declared; nobody is stopped over it, too long is cut."""
    form = LogForm()
    texts = {name: (form[name].data or "").strip()[:MOST_CHARACTERS] for name in TEXTS}
    if not any(texts.values()):
        return case
    entry = _written(current, form, _day(form.dag.data or "") or clock.today(), texts, None)
    return replace(case, log=in_order((*(one for one in case.log if one != entry), entry)))


def _keep(current: CurrentWalk, log: tuple[Entry, ...], entry: Entry) -> ResponseReturnValue:
    ordered = in_order(log)
    keep(current, replace(current.case, log=ordered))
    return redirect(url_for("walk.log", _anchor=f"regel-{ordered.index(entry) + 1}"))


def _entry(current: CurrentWalk, number: int) -> Entry:
    return current.case.log[number - 1] if 0 < number <= len(current.case.log) else abort(404)


def _choice(current: CurrentWalk) -> Choice:
    return Choice.of(services().guides.casework, current.walk.people)


def _read(current: CurrentWalk, form: LogForm, before: Entry | None = None) -> tuple[Looked, Entry | None]:
    """What stands in the way of keeping a line, and the line if it can be read."""
    texts = {name: (form[name].data or "").strip() for name in TEXTS}
    kept = {name: getattr(before, field) for name, field in TEXTS.items()} if before else {}
    looked = look_over(texts, current.directory, is_sure=bool(form.toch_bewaren.data), kept=kept)
    day = _day(form.dag.data or "")
    if day is None:
        looked.errors["dag"] = NO_DAY
    if not any(texts.values()):
        looked.errors["gezien"] = NOTHING
    return looked, None if day is None or looked.errors else _written(current, form, day, texts, before)


def _written(current: CurrentWalk, form: LogForm, day: date, texts: Mapping[str, str], before: Entry | None) -> Entry:
    choice, earlier = _choice(current), before or Entry(day)
    return Entry(
        on=day,
        who=_chosen(form.wie.data, choice.people, earlier.who),
        where=_chosen(form.waar.data, choice.places, earlier.where),
        said_by=_chosen(form.gezegd_door.data, choice.people, earlier.said_by),
        **{TEXTS[name]: text for name, text in texts.items()},
    )


def _chosen(value: str | None, offered: Mapping[str, str], earlier: str) -> str:
    return value if value and (value in offered or value == earlier) else ""


def _day(text: str) -> date | None:
    found = iso_date(text)
    day = date.fromisoformat(found) if found else None
    return day if day and day <= clock.today() else None


def _log_page(
    current: CurrentWalk, form: LogForm, looked: Looked | None = None, *, status: int = 200, **more: Any
) -> ResponseReturnValue:
    lines = log_lines(current.case.log, _choice(current))
    fields = _fields(current, form, looked)
    return render_template("walk/log.html", lines=lines, fields=fields, **more, **current.frame), status


def _line_page(
    current: CurrentWalk, number: int, form: LogForm, looked: Looked | None = None, *, status: int = 200
) -> ResponseReturnValue:
    fields = _fields(current, form, looked)
    return render_template("walk/log_line.html", number=number, fields=fields, **current.frame), status


def _fields(current: CurrentWalk, form: LogForm, looked: Looked | None) -> dict[str, Any]:
    """What the form shows: as it was typed, with what is wrong."""
    choice = _choice(current)
    found = looked or Looked({}, [])
    return {
        **{name: form[name].data or "" for name in ("dag", *TEXTS)},
        "people": options(choice.people, form.wie.data or ""),
        "places": options(choice.places, form.waar.data or ""),
        "speakers": options(choice.people, form.gezegd_door.data or ""),
        "errors": found.errors,
        "error_links": found.links,
        "hints": found.hints,
    }
