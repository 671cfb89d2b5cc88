"""The follow-up log: look again on a day after the decision, and be led back to where that asks for."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from typing import Any

from flask import Response, abort, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_wtf import FlaskForm
from wtforms import BooleanField, HiddenField, SelectMultipleField, StringField, TextAreaField

from routekaart import clock
from routekaart.content.follow_up import Asked
from routekaart.presenters.follow_up import FIELDS, Following, entry_view, follow_up_form, follow_up_page, in_order
from routekaart.presenters.papers import follow_up_paper
from routekaart.presenters.reminders import reminder_form
from routekaart.walks.casefile import MOST_CHARACTERS, CaseFile
from routekaart.walks.casework import FollowUp
from routekaart.web.services import services
from routekaart.web.walk import bp
from routekaart.web.walk.answer import iso_date
from routekaart.web.walk.current import CurrentWalk, current_walk, keep, unchanged_walk
from routekaart.web.walk.notes import Looked, look_over
from routekaart.web.walk.report import paper

NO_DAY = "Vul de dag in waarop je keek, zoals 24-11-2026. Dat kan geen dag zijn die nog komt."
NOT_LATER = "Vul een dag in die nog komt, zoals 24-11-2026, of laat het veld leeg."
NO_OPTION = "Kies een van de antwoorden."
NOTHING = "Vul minstens één ding in: een antwoord, je aantekening of de dag waarop je weer kijkt."


class FollowUpForm(FlaskForm):
    """One look."""

    dag = StringField()
    begonnen = StringField()
    door = StringField()
    gebracht = StringField()
    gehoord = StringField()
    nieuw = StringField()
    klaar = SelectMultipleField(validate_choice=False)
    overzicht = StringField()
    notitie = TextAreaField()
    opnieuw = StringField()
    toch_bewaren = BooleanField()
    versie = HiddenField()


@bp.get("/vervolg")
def follow_up() -> ResponseReturnValue:
    """What is due, where the last look leads, every look so far, and a form for a new one."""
    return follow_up_view(current_walk(), FollowUpForm(dag=f"{clock.today():%d-%m-%Y}"))


@bp.post("/vervolg")
def add_look() -> ResponseReturnValue:
    """Keep a new look; the same look sent twice is kept once."""
    current, form = current_walk(), FollowUpForm()
    looked, entry = _read(current, form)
    if entry is None or not looked.is_fine:
        return follow_up_view(current, form, looked, status=422)
    others = tuple(one for one in current.case.follow_ups if one != entry)
    return _keep(current, (*others, entry))


@bp.get("/vervolg/<int:number>")
def look(number: int) -> ResponseReturnValue:
    """A look, to change it."""
    current = current_walk()
    entry = _entry(current, number)
    return _look_page(current, number, FollowUpForm(**_written(entry)))


@bp.post("/vervolg/<int:number>")
def change_look(number: int) -> ResponseReturnValue:
    """Keep a changed look. Changed elsewhere meanwhile: what was typed comes back as a new one."""
    current, form = current_walk(), FollowUpForm()
    if form.versie.data != current.opened.version:
        return follow_up_view(current, form, status=409, changed_elsewhere=True)
    before = _entry(current, number)
    looked, entry = _read(current, form, before)
    if entry is None or not looked.is_fine:
        return _look_page(current, number, form, looked, status=422)
    return _keep(current, tuple(entry if one is before else one for one in current.case.follow_ups))


@bp.get("/vervolg/<int:number>/verwijderen")
def ask_remove_look(number: int) -> ResponseReturnValue:
    """Make sure before a look is removed."""
    current = current_walk()
    entry = entry_view(number, _entry(current, number), following_of(current))
    return render_template("walk/follow_up_remove.html", entry=entry, **current.frame)


@bp.post("/vervolg/<int:number>/verwijderen")
def remove_look(number: int) -> ResponseReturnValue:
    """Remove a look."""
    current = unchanged_walk()
    gone = _entry(current, number)
    keep(current, replace(current.case, follow_ups=tuple(one for one in current.case.follow_ups if one is not gone)))
    return redirect(url_for("walk.follow_up"))


@bp.get("/vervolg.pdf")
def follow_up_pdf() -> Response:
    """The follow-up log alone on paper."""
    return paper("follow_up.html", follow_up_paper(following_of(current_walk())))


def follow_up_view(
    current: CurrentWalk,
    form: FollowUpForm,
    looked: Looked | None = None,
    *,
    reminder: Mapping[str, Any] | None = None,
    status: int = 200,
    **more: Any,
) -> ResponseReturnValue:
    """The page of the log; `reminder` is what was asked for by mail and could not be kept."""
    following = following_of(current)
    page, fields = follow_up_page(following), _fields(current, form, looked)
    page |= {"reminder": reminder_form(following, clock.today(), reminder or {})}
    return render_template("walk/follow_up.html", page=page, fields=fields, **more, **current.frame), status


def _look_page(
    current: CurrentWalk, number: int, form: FollowUpForm, looked: Looked | None = None, *, status: int = 200
) -> ResponseReturnValue:
    fields = _fields(current, form, looked)
    return render_template("walk/follow_up_look.html", number=number, fields=fields, **current.frame), status


def _fields(current: CurrentWalk, form: FollowUpForm, looked: Looked | None) -> dict[str, Any]:
    """What the form shows: as it was typed, with what is wrong."""
    found = looked or Looked({}, [])
    return follow_up_form(following_of(current), form.data) | {
        **{name: form[name].data or "" for name in ("dag", "notitie", "opnieuw")},
        "errors": found.errors,
        "error_links": found.links,
        "hints": found.hints,
    }


def with_typed_look(case: CaseFile, current: CurrentWalk) -> CaseFile:
    """With the look that was being typed when danger was declared; nobody is stopped over it, too long is cut."""
    if "opnieuw" not in request.form:
        return case
    form, today = FollowUpForm(), clock.today()
    day, again = min(_day(form.dag.data) or today, today), _day(form.opnieuw.data)
    note = (form.notitie.data or "").strip()[:MOST_CHARACTERS]
    later = again if again and again > day else None
    entry = FollowUp(day, **_options(form, {}), **_chosen(current, form), note=note, again_on=later)
    if entry == FollowUp(day) or entry in case.follow_ups:
        return case
    return replace(case, follow_ups=in_order((*case.follow_ups, entry)))


def following_of(current: CurrentWalk) -> Following:
    """The walk with the words for following it, now."""
    return Following(current.case, current.walk, current.place, services().guides, clock.now())


def _keep(current: CurrentWalk, entries: tuple[FollowUp, ...]) -> ResponseReturnValue:
    keep(current, replace(current.case, follow_ups=in_order(entries)))
    return redirect(url_for("walk.follow_up"))


def _entry(current: CurrentWalk, number: int) -> FollowUp:
    return current.case.follow_ups[number - 1] if 0 < number <= len(current.case.follow_ups) else abort(404)


def _read(current: CurrentWalk, form: FollowUpForm, before: FollowUp | None = None) -> tuple[Looked, FollowUp | None]:
    """What stands in the way of keeping a look, and the look if it can be read."""
    note = (form.notitie.data or "").strip()
    kept = {"notitie": before.note} if before else {}
    looked = look_over({"notitie": note}, current.directory, is_sure=bool(form.toch_bewaren.data), kept=kept)
    day, again = _day(form.dag.data), _day(form.opnieuw.data)
    if day is None or day > clock.today():
        looked.errors["dag"] = NO_DAY
    if form.opnieuw.data and (again is None or (day and again <= day)):
        looked.errors["opnieuw"] = NOT_LATER
    options = _options(form, looked.errors)
    if day is None or looked.errors:
        return looked, None
    entry = FollowUp(day, **options, **_chosen(current, form), note=note, again_on=again)
    if entry == FollowUp(day):
        looked.errors["begonnen-1"] = NOTHING
    return looked, entry


def _options(form: FollowUpForm, errors: dict[str, str]) -> dict[str, Any]:
    """What was answered to each question; one may leave each open."""
    given: dict[str, Any] = {}
    for asked, name in FIELDS.items():
        option, question = form[name].data or "", services().guides.follow_up.questions[asked]
        if option and not question.word(option):
            errors[f"{name}-1"] = NO_OPTION
        given[str(asked)] = option if question.word(option) else ""
    return given


def _chosen(current: CurrentWalk, form: FollowUpForm) -> dict[str, Any]:
    following = following_of(current)
    functions, keys = following.functions, {row["key"] for row in following.due if row["key"]}
    return {
        "started_by": form.door.data if form.door.data in functions else "",
        "held_by": form.overzicht.data if form.overzicht.data in functions else "",
        "settled": tuple(sorted(keys & set(form.klaar.data or ()))),
    }


def _day(text: str | None) -> date | None:
    found = iso_date(text or "")
    return date.fromisoformat(found) if found else None


def _written(entry: FollowUp) -> Mapping[str, Any]:
    """A look as the fields of the form hold it."""
    options = {FIELDS[asked]: getattr(entry, asked) for asked in Asked}
    again = f"{entry.again_on:%d-%m-%Y}" if entry.again_on else ""
    more = {"door": entry.started_by, "overzicht": entry.held_by, "klaar": list(entry.settled)}
    return options | more | {"dag": f"{entry.on:%d-%m-%Y}", "notitie": entry.note, "opnieuw": again}
