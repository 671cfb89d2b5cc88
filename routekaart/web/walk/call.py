"""The call sheet: what they will ask, filled from the walk, and what the call brought, kept with it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

from flask import Response, abort, redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from flask_wtf import FlaskForm
from wtforms import BooleanField, HiddenField, SelectMultipleField, StringField, TextAreaField

from routekaart import clock
from routekaart.presenters.call_sheet import call_sheet, calls, for_paper, to_tick
from routekaart.presenters.log import options
from routekaart.presenters.papers import paper_frame
from routekaart.presenters.telling import Story
from routekaart.walks.casefile import CaseFile
from routekaart.walks.casework import Call
from routekaart.web.services import services
from routekaart.web.walk import bp
from routekaart.web.walk.answer import iso_date
from routekaart.web.walk.current import CurrentWalk, current_walk, keep, unchanged_walk
from routekaart.web.walk.notes import Looked, look_over
from routekaart.web.walk.report import paper
from routekaart.web.walk.shares import case_with_views

NO_DAY = "Vul de dag van het gesprek in, zoals 24-11-2026. Dat kan geen dag zijn die nog komt."
NOTHING = "Schrijf op wat het advies was, of wat jullie afspraken."
TEXTS = {"advies": "advised", "afspraken": "agreed"}


class CallForm(FlaskForm):
    """What a call brought."""

    dag = StringField()
    functie = StringField()
    advies = TextAreaField()
    afspraken = TextAreaField()
    gedaan = SelectMultipleField(validate_choice=False)
    toch_bewaren = BooleanField()
    versie = HiddenField()


@bp.get("/bellen")
def call() -> ResponseReturnValue:
    """The sheet, the calls so far, and a form for what a call brought."""
    return _sheet(current_walk(), CallForm(dag=f"{clock.today():%d-%m-%Y}"))


@bp.post("/bellen")
def add_call() -> ResponseReturnValue:
    """Keep what a call brought; the same sent twice is kept once."""
    current, form = current_walk(), CallForm()
    looked, made = _read(current, form)
    if made is None or not looked.is_fine:
        return _sheet(current, form, looked, status=422)
    return _keep(current, form, (*(one for one in current.case.calls if one != made), made))


@bp.get("/bellen/<int:number>")
def call_made(number: int) -> ResponseReturnValue:
    """What a call brought, to change it."""
    current = current_walk()
    made = _made(current, number)
    texts = {name: getattr(made, field) for name, field in TEXTS.items()}
    return _one(current, number, CallForm(dag=f"{made.on:%d-%m-%Y}", functie=made.function, **texts))


@bp.post("/bellen/<int:number>")
def change_call(number: int) -> ResponseReturnValue:
    """Keep it changed. Changed elsewhere meanwhile: what was typed comes back as a new one."""
    current, form = current_walk(), CallForm()
    if form.versie.data != current.opened.version:
        return _sheet(current, form, status=409, changed_elsewhere=True)
    before = _made(current, number)
    looked, made = _read(current, form, before)
    if made is None or not looked.is_fine:
        return _one(current, number, form, looked, status=422)
    return _keep(current, form, tuple(made if one is before else one for one in current.case.calls))


@bp.get("/bellen/<int:number>/verwijderen")
def ask_remove_call(number: int) -> ResponseReturnValue:
    """Make sure before it is removed."""
    current = current_walk()
    shown = calls([_made(current, number)])[0] | {"number": number}
    return render_template("walk/call_remove.html", call=shown, **current.frame)


@bp.post("/bellen/<int:number>/verwijderen")
def remove_call(number: int) -> ResponseReturnValue:
    """Remove what a call brought."""
    current = unchanged_walk()
    gone = _made(current, number)
    keep(current, replace(current.case, calls=tuple(one for one in current.case.calls if one is not gone)))
    return redirect(url_for("walk.call", _anchor="na"))


@bp.get("/bellen.pdf")
def call_pdf() -> Response:
    """The sheet on one page."""
    current, now = current_walk(), clock.now()
    frame = paper_frame("Belblad", current.case, current.walk, current.place, now)
    return paper("call.html", frame | for_paper(story_of(current), current.directory, now))


def story_of(current: CurrentWalk) -> Story:
    """What can be told of a walk."""
    return Story(case_with_views(current), current.walk, services().signals, services().guides)


def _keep(current: CurrentWalk, form: CallForm, made: tuple[Call, ...]) -> ResponseReturnValue:
    """Keep the calls by day, and tick off what was carried out by one."""
    case: CaseFile = replace(current.case, calls=tuple(sorted(made, key=lambda one: one.on)))
    offered = {one["id"] for one in to_tick(story_of(current))}
    for action in offered & set(form.gedaan.data or ()):
        case = case.ticking(action, done=True)
    keep(current, case)
    return redirect(url_for("walk.call", _anchor="na"))


def _made(current: CurrentWalk, number: int) -> Call:
    return current.case.calls[number - 1] if 0 < number <= len(current.case.calls) else abort(404)


def _read(current: CurrentWalk, form: CallForm, before: Call | None = None) -> tuple[Looked, Call | None]:
    """What stands in the way of keeping it, and the call if it can be read."""
    texts = {name: (form[name].data or "").strip() for name in TEXTS}
    kept = {name: getattr(before, field) for name, field in TEXTS.items()} if before else {}
    looked = look_over(texts, current.directory, is_sure=bool(form.toch_bewaren.data), kept=kept)
    found = iso_date(form.dag.data or "")
    day = date.fromisoformat(found) if found else None
    if day is None or day > clock.today():
        looked.errors["dag"] = NO_DAY
    if not any(texts.values()):
        looked.errors["advies"] = NOTHING
    if day is None or looked.errors:
        return looked, None
    function = _chosen(current, form.functie.data or "", before)
    return looked, Call(day, function, **{TEXTS[name]: text for name, text in texts.items()})


def _chosen(current: CurrentWalk, value: str, before: Call | None) -> str:
    return value if value in _speakers(current) or (before and value == before.function) else ""


def _speakers(current: CurrentWalk) -> list[str]:
    story = story_of(current)
    return [story.named(one) for one in story.sheet.speakers]


def _sheet(
    current: CurrentWalk, form: CallForm, looked: Looked | None = None, *, status: int = 200, **more: Any
) -> ResponseReturnValue:
    page = call_sheet(story_of(current), current.directory, clock.now())
    fields = _fields(current, form, looked) | {"to_tick": page["to_tick"], "ticked": form.gedaan.data or ()}
    return render_template("walk/call.html", page=page, fields=fields, **more, **current.frame), status


def _one(
    current: CurrentWalk, number: int, form: CallForm, looked: Looked | None = None, *, status: int = 200
) -> ResponseReturnValue:
    fields = _fields(current, form, looked) | {"to_tick": [], "ticked": ()}
    return render_template("walk/call_made.html", number=number, fields=fields, **current.frame), status


def _fields(current: CurrentWalk, form: CallForm, looked: Looked | None) -> dict[str, Any]:
    """What the form shows: as it was typed, with what is wrong."""
    found = looked or Looked({}, [])
    return {
        **{name: form[name].data or "" for name in ("dag", *TEXTS)},
        "speakers": options({one: one for one in _speakers(current)}, form.functie.data or ""),
        "errors": found.errors,
        "hints": found.hints,
        "error_links": found.links,
    }
