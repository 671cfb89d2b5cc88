"""One question a screen: show it, take the answer, go on."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from flask import abort, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from routekaart import clock
from routekaart.engine.answers import Answers, Person
from routekaart.engine.vocabulary import Question
from routekaart.engine.walk import Walk
from routekaart.engine.walk import answer as answer_on
from routekaart.presenters.guide_links import links_beside
from routekaart.presenters.here import Here
from routekaart.presenters.question_page import (
    dropped_lines,
    number_of,
    question_numbered,
    question_page,
)
from routekaart.walks.casefile import CaseFile
from routekaart.web.walk import bp
from routekaart.web.walk.answer import AnswerForm, answer_form
from routekaart.web.walk.current import CurrentWalk, current_walk, keep
from routekaart.web.walk.fields import answer_fields
from routekaart.web.walk.notes import identifying_words
from routekaart.web.walk.signals import beside_step

REASON_NEEDED = "Je wijkt af van het advies. Schrijf op waarom; dat komt in je dossier te staan."
OVERVIEW = "overzicht"


@bp.get("/")
def position() -> ResponseReturnValue:
    """To the next question, or to the result when there is none."""
    walk = current_walk().walk
    if walk.position is None:
        return redirect(url_for("walk.result"))
    return redirect(url_for("walk.question", number=number_of(walk.routemap, walk.position.question)))


@bp.get("/vraag/<int:number>")
def question(number: int) -> ResponseReturnValue:
    """A question, empty or with the answer that was given."""
    current = current_walk()
    found = question_numbered(current.place.routemap, number) or abort(404)
    asked, people = _asked_now(current, found.id)
    if asked is None:
        return redirect(url_for("walk.position"))
    note = current.case.notes.get(current.place.routemap.placed[asked.id].step.id, "")
    beside = {"notitie": note, "reden": _reason(current.case, asked), "terug": request.args.get("terug", "")}
    return _page(current, answer_form(asked, people, current.case.values, beside), {})


@bp.post("/vraag/<int:number>")
def answer(number: int) -> ResponseReturnValue:
    """Keep an answer with its note and ticks; what cannot be kept comes back as it was typed."""
    current = current_walk()
    # By its id: the number of a question may change when its region publishes something new.
    asked, people = _asked_now(current, request.form.get("vraag", ""))
    if asked is None:
        return redirect(url_for("walk.position"))
    form = answer_form(asked, people)
    if form.text("versie") != current.opened.version:
        return _page(current, form, {}, status=409, changed_elsewhere=True)
    errors = form.answer_errors()
    if errors:
        return _page(current, form, errors, status=422)
    return _take(current, form)


def _take(current: CurrentWalk, form: AnswerForm) -> ResponseReturnValue:
    kept = current.case.notes.get(current.place.routemap.placed[form.question.id].step.id)
    hints = identifying_words(form.text("notitie"), current.directory, kept)
    if hints and not form.text("toch_bewaren"):
        return _page(current, form, {"notitie": "Kijk nog eens naar je aantekening."}, hints=hints, status=422)
    answers = Answers(current.case.values, current.case.departures)
    for outcome in _departed_from(current, form):
        answers = answers.departing(outcome, form.text("reden"))
    walked = answer_on(current.place.routemap, answers, {k: v for k, v in form.values().items() if v is not None})
    if walked.position and walked.position.question.id == form.question.id and walked.position.reason_needed:
        return _page(current, form, {"reden": REASON_NEEDED}, status=422)
    if walked.dropped and not form.text("vervallen"):
        return _page(current, form, {}, dropped=dropped_lines(walked.dropped, current.walk))
    keep(current, _case(current, form, walked))
    return redirect(url_for("walk.overview" if form.text("terug") == OVERVIEW else "walk.position"))


def _case(current: CurrentWalk, form: AnswerForm, walked: Walk) -> CaseFile:
    step = current.place.routemap.placed[form.question.id].step.id
    shown = {one.item.id for one in current.walk.actions if one.step.id == step}
    case = replace(
        current.on(walked.answers), ticked=(current.case.ticked - shown) | (shown & set(form.fields.getlist("gedaan")))
    )
    if step not in case.step_dates:
        case = case.dating(step, clock.today())
    return case.noting(step, form.text("notitie"))


def _asked_now(current: CurrentWalk, question_id: str) -> tuple[Question | None, tuple[Person, ...]]:
    """The question with this id if it is asked now, and about whom."""
    asked = current.walk.asked(question_id)
    people = tuple(person for person in asked if person)
    return (current.place.routemap.question(question_id), people) if asked else (None, ())


def _departed_from(current: CurrentWalk, form: AnswerForm) -> set[str]:
    """The advised outcomes that the chosen options go against."""
    chosen = {value for person in form.people for value in form.chosen(person)}
    against = {o for option in form.question.options if option.value in chosen for o in option.departs_from}
    return against & {one.item.id for one in current.walk.outcomes}


def _reason(case: CaseFile, question: Question) -> str:
    outcomes = (outcome for option in question.options for outcome in option.departs_from)
    return next((case.departures[outcome] for outcome in outcomes if outcome in case.departures), "")


def _page(
    current: CurrentWalk, form: AnswerForm, errors: dict[str, str], *, status: int = 200, **more: Any
) -> ResponseReturnValue:
    page = question_page(
        current.walk,
        form.question,
        current.directory,
        municipality=current.case.municipality,
        ticked=current.case.ticked,
        now=clock.now(),
    )
    page |= answer_fields(form, errors, page)
    page |= {"note": form.text("notitie"), "reason": form.text("reden"), "version": current.opened.version}
    page["back"] = OVERVIEW if form.text("terug") == OVERVIEW else ""
    page |= {"kept_note": current.case.notes.get(page["step_id"], "")}
    page |= {"guides": _guide(current, page["step_id"])} | beside_step(current, page["step_id"])
    html = render_template("walk/question.html", page=page, **more, **current.frame)
    return html, status


def _guide(current: CurrentWalk, step: str) -> list[dict[str, Any]]:
    """The guide that helps most at this step, if there is one."""
    return links_beside(Here(current.place, current.case.municipality), step)[:1]
