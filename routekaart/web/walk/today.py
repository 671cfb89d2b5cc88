"""The five-minute route: a few questions, and what must happen today. It is the same walk; nothing is asked twice."""

from __future__ import annotations

from typing import Any

from flask import redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from routekaart import clock
from routekaart.engine.quick import today as today_of
from routekaart.engine.walk import Position
from routekaart.engine.walk import answer as answer_on
from routekaart.presenters.papers import today_paper
from routekaart.presenters.question_page import dropped_lines
from routekaart.presenters.today import Calling, quick_question_page, today_page
from routekaart.web.walk import bp
from routekaart.web.walk.answer import AnswerForm, answer_form
from routekaart.web.walk.current import CurrentWalk, current_walk, keep
from routekaart.web.walk.fields import answer_fields
from routekaart.web.walk.report import paper


@bp.get("/vandaag")
def today() -> ResponseReturnValue:
    """The next question of the route, or what must happen today; in danger the acute line."""
    current = current_walk()
    if current.walk.is_acute or not current.place.routemap.edition.quick:
        return redirect(url_for("walk.position"))
    found = today_of(current.walk)
    if found.position:
        return _question(current, found.position, answer_form(found.position.question, found.position.people))
    page = today_page(found, current.walk, _calling(current))
    return render_template("walk/today.html", page=page, **current.frame)


@bp.get("/vandaag.pdf")
def today_pdf() -> ResponseReturnValue:
    """What must happen today, on paper."""
    current = current_walk()
    return paper("today.html", today_paper(current.case, current.walk, current.place, clock.now()))


@bp.post("/vandaag")
def answer_today() -> ResponseReturnValue:
    """Keep one answer and go on."""
    current = current_walk()
    position = today_of(current.walk).position
    if position is None or position.question.id != request.form.get("vraag"):
        return redirect(url_for("walk.today"))
    form = answer_form(position.question, position.people)
    if form.text("versie") != current.opened.version:
        return _question(current, position, form, status=409, changed_elsewhere=True)
    if errors := form.answer_errors():
        return _question(current, position, form, errors, status=422)
    return _take(current, position, form)


def _take(current: CurrentWalk, position: Position, form: AnswerForm) -> ResponseReturnValue:
    values = {name: value for name, value in form.values().items() if value is not None}
    walked = answer_on(current.place.routemap, current.walk.answers, values)
    if walked.dropped and not form.text("vervallen"):
        return _question(current, position, form, dropped=dropped_lines(walked.dropped, current.walk))
    step = position.step.id
    case = current.on(walked.answers)
    keep(current, case if step in case.step_dates else case.dating(step, clock.today()))
    return redirect(url_for("walk.today"))


def _question(
    current: CurrentWalk,
    position: Position,
    form: AnswerForm,
    errors: dict[str, str] | None = None,
    *,
    status: int = 200,
    **more: Any,
) -> ResponseReturnValue:
    page = quick_question_page(today_of(current.walk), position, current.walk, _calling(current))
    page |= answer_fields(form, errors or {}, page)
    return render_template("walk/today_question.html", page=page, **more, **current.frame), status


def _calling(current: CurrentWalk) -> Calling:
    return Calling(current.directory, current.case.municipality, clock.now())
