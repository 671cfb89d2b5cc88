"""The safety plan: filled in with the family, or with one person alone; on screen and on paper."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from flask import Response, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_wtf import FlaskForm
from wtforms import BooleanField, HiddenField

from routekaart import clock
from routekaart.content.safety_plan import PartKind, SafetyPlanForm
from routekaart.presenters.safety_plan import cautions, plan_page, plan_paper, shown, to_change
from routekaart.web.services import services
from routekaart.web.walk import bp
from routekaart.web.walk.answer import iso_date
from routekaart.web.walk.current import CurrentWalk, current_walk, keep
from routekaart.web.walk.notes import Looked, look_over
from routekaart.web.walk.report import paper

NO_DAY = "Vul een dag in, zoals 24-11-2026, of laat het veld leeg."


class PlanForm(FlaskForm):
    """What the form has besides its parts."""

    toch_bewaren = BooleanField()
    versie = HiddenField()


@bp.get("/plan")
def safety_plan() -> ResponseReturnValue:
    """The plan so far."""
    current = current_walk()
    kept = current.case.safety_plan
    return _page(current, {part.id: to_change(part, kept.get(part.id, "")) for part in _form().parts})


@bp.post("/plan")
def keep_safety_plan() -> ResponseReturnValue:
    """Keep the plan; what cannot be kept comes back as it was typed."""
    current, form, typed = current_walk(), PlanForm(), _typed()
    if form.versie.data != current.opened.version:
        return _page(current, typed, status=409, changed_elsewhere=True)
    looked, values = _read(current, typed, is_sure=bool(form.toch_bewaren.data))
    if not looked.is_fine:
        return _page(current, typed, looked, status=422)
    earlier = {name: text for name, text in current.case.safety_plan.items() if name not in typed}
    filled = {name: text for name, text in values.items() if text}
    keep(current, replace(current.case, safety_plan=earlier | filled))
    return redirect(url_for("walk.safety_plan", _anchor="mee"))


@bp.get("/plan.pdf")
def safety_plan_pdf() -> Response:
    """The plan on paper, with room for names by hand."""
    current = current_walk()
    case = current.case
    return paper(
        "safety_plan.html", plan_paper(_form(), case.safety_plan, current.place, case.municipality, clock.now())
    )


def _form() -> SafetyPlanForm:
    return services().guides.safety_plan


def _typed() -> dict[str, str]:
    """What was sent for each part, days as they were typed."""
    return {part.id: request.form.get(part.id, "").strip() for part in _form().parts}


def _read(current: CurrentWalk, typed: Mapping[str, str], *, is_sure: bool) -> tuple[Looked, dict[str, str]]:
    """What stands in the way of keeping the plan, and its values."""
    days = {part.id: iso_date(typed[part.id]) or "" for part in _form().parts if part.kind is PartKind.DAY}
    texts = {name: text for name, text in typed.items() if name not in days}
    looked = look_over(texts, current.directory, is_sure=is_sure, kept=current.case.safety_plan)
    looked.errors.update({name: NO_DAY for name, day in days.items() if typed[name] and not day})
    return looked, texts | days


def _page(
    current: CurrentWalk,
    values: Mapping[str, str],
    looked: Looked | None = None,
    *,
    status: int = 200,
    changed_elsewhere: bool = False,
) -> ResponseReturnValue:
    form, found = _form(), looked or Looked({}, [])
    page = plan_page(form, values, current.directory, current.case.municipality)
    page |= {
        "cautions": cautions(form, current.walk),
        "errors": found.errors,
        "error_links": found.links,
        "hints": found.hints,
        "changed_elsewhere": changed_elsewhere,
        "elsewhere": _kept_elsewhere(current, values) if changed_elsewhere else {},
        "is_filled": bool(current.case.safety_plan),
    }
    return render_template("walk/safety_plan.html", page=page, **current.frame), status


def _kept_elsewhere(current: CurrentWalk, typed: Mapping[str, str]) -> dict[str, Any]:
    """What is kept now at each part where something else was typed."""
    kept = {part: current.case.safety_plan.get(part.id, "") for part in _form().parts}
    return {
        part.id: shown(part, text) for part, text in kept.items() if text and to_change(part, text) != typed[part.id]
    }
