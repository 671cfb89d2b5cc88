"""What a region itself says at each step: words, additions, specialisations and pitfalls."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from flask import render_template, request
from flask.typing import ResponseReturnValue
from sqlalchemy.orm import Session

from routekaart.engine.vocabulary import LayerKind
from routekaart.presenters.desk_layer import layer_errors, layer_fields, layer_row, said_at, with_other_steps
from routekaart.regions import editing as drafts
from routekaart.regions.entries import LAYER, ONLY
from routekaart.web.desk import bp, editing
from routekaart.web.desk.editing import Subject
from routekaart.web.desk.keeping import Faulty, around_draft, draft
from routekaart.web.desk.layers import above, live_map, step_of
from routekaart.web.prose import prose

OWN = (LayerKind.SECTOR, LayerKind.REGION, LayerKind.ORGANISATION)
TEXTS = editing.subject(
    Subject(
        kind=LAYER,
        page="desk.texts",
        list_page="desk.texts_edit",
        title="Teksten per stap",
        one="",
        lead="Wat jullie regio zelf zegt bij elke stap, boven op wat landelijk is.",
        fields=lambda around: (),
        row=layer_row,
    )
)


@bp.get("/<slug>/stappen")
def texts_edit(slug: str) -> str:
    """The steps, with what the region says at each."""
    routemap = live_map(slug)
    with draft(slug) as session:
        said = drafts.entry(session, slug, LAYER, ONLY).data
        done = editing.last_done(session, TEXTS, slug, around_draft(session, slug))
    steps = [{"id": one.id, "title": one.title, "said": said_at(said, one.id)} for one in routemap.steps]
    return render_template("desk/texts.html", steps=steps, done=done, **editing.subject_frame(TEXTS, slug))


@bp.route("/<slug>/stappen/<step>", methods=["GET", "POST"])
def text_edit(slug: str, step: str) -> ResponseReturnValue:
    """What the region says at one step."""
    inherited, beside = above(step_of(live_map(slug), step), OWN)
    subject = Subject(
        kind=LAYER,
        page="desk.text",
        list_page="desk.texts_edit",
        title=beside["step"],
        one="",
        lead="",
        fields=lambda around: (layer_fields(around, step, inherited, slug),),
        row=layer_row,
        template="desk/text_edit.html",
        ready=lambda data, around: with_other_steps(around.data[LAYER], data),
        along=_holds(step),
        where={"step": step},
        beside=beside,
    )
    return editing.edit_page(subject, slug, ONLY)


@bp.post("/<slug>/voorbeeld")
def text_preview(slug: str) -> str:
    """How a text in Markdown will look: a part of a page, for the browser to show while one types."""
    return prose(request.form.get("tekst", ""))


def _holds(step: str) -> editing.Along:
    def along(_session: Session, _slug: str, data: Mapping[str, Any]) -> None:
        if errors := layer_errors(data, step, "steps"):
            raise Faulty(errors)

    return along
