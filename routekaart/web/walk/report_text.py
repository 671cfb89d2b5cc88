"""The text of a report: made from the walk, added to by hand, taken over or read out. We send nothing."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from flask import Response, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from routekaart import clock
from routekaart.content.report_text import ReportTextForm
from routekaart.presenters.papers import paper_frame
from routekaart.presenters.report_text import (
    ANONYMOUS,
    EXCEPTION,
    GROUND,
    NO,
    REASON,
    YES,
    choice_fields,
    for_paper,
    report_page,
    text_fields,
)
from routekaart.web.services import services
from routekaart.web.walk import bp
from routekaart.web.walk.call import story_of
from routekaart.web.walk.current import CurrentWalk, current_walk, keep
from routekaart.web.walk.notes import Looked, look_over
from routekaart.web.walk.report import paper

NO_REASON = "Schrijf op waarom je deze uitzondering kiest."
NO_GROUND = "Kies waarom je naam geheim moet blijven."


@bp.get("/melding")
def report_text() -> ResponseReturnValue:
    """The text as it stands, with room to add to it."""
    current = current_walk()
    return _page(current, current.case.report)


@bp.post("/melding")
def keep_report_text() -> ResponseReturnValue:
    """Keep what was chosen and added. Changed elsewhere meanwhile: both stand on the page."""
    current, typed = current_walk(), _typed()
    if request.form.get("versie") != current.opened.version:
        return _page(current, typed, status=409, elsewhere=_elsewhere(current, typed))
    looked = _look_over(current, typed)
    if not looked.is_fine:
        return _page(current, typed, looked, status=422)
    keep(current, replace(current.case, report={name: text for name, text in typed.items() if text}))
    return redirect(url_for("walk.report_text", _anchor="tekst"))


@bp.get("/melding.pdf")
def report_text_pdf() -> Response:
    """The text on paper, with room for names and for a reaction."""
    current, now = current_walk(), clock.now()
    frame = paper_frame("Tekst", current.case, current.walk, current.place, now)
    return paper("report.html", frame | for_paper(story_of(current), current.directory, now))


def _form() -> ReportTextForm:
    return services().guides.report_text


def _typed() -> dict[str, str]:
    """Every field as it was sent; a choice that is none counts as not chosen."""
    texts = {name: request.form.get(name, "").strip() for name in text_fields(_form())}
    choices = {name: request.form.get(name, "") for name in choice_fields(_form())}
    return texts | {name: value if value in (YES, NO) else "" for name, value in choices.items()}


def _look_over(current: CurrentWalk, typed: Mapping[str, str]) -> Looked:
    texts = {name: typed[name] for name in text_fields(_form())}
    is_sure = bool(request.form.get("toch_bewaren"))
    looked = look_over(texts, current.directory, is_sure=is_sure, kept=current.case.report)
    for one in _form().openness.exceptions:
        if typed[EXCEPTION.format(one.id)] == YES and not typed[REASON.format(one.id)]:
            looked.errors.setdefault(REASON.format(one.id), NO_REASON)
    grounds = [GROUND.format(one.id) for one in _form().anonymous.grounds]
    if typed[ANONYMOUS] == YES and not any(typed[name] == YES for name in grounds):
        looked.errors.setdefault(f"{ANONYMOUS}-1", NO_GROUND)
    return looked


def _elsewhere(current: CurrentWalk, typed: Mapping[str, str]) -> list[dict[str, str]]:
    """What was kept elsewhere and is not what was typed here: to take over what one wants to keep."""
    names = text_fields(_form())
    kept = current.case.report.items()
    return [{"label": names[name], "text": text} for name, text in kept if name in names and typed.get(name) != text]


def _page(
    current: CurrentWalk, shown: Mapping[str, str], looked: Looked | None = None, *, status: int = 200, **more: Any
) -> ResponseReturnValue:
    page = report_page(story_of(current), current.directory, shown, clock.now())
    html = render_template("walk/report_text.html", page=page, looked=looked or Looked({}, []), **more, **current.frame)
    return html, status
