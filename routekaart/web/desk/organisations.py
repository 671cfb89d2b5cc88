"""Organisations: their own people for the code, and what they add at a step, on top of the region."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from flask import abort, render_template, url_for
from flask.typing import ResponseReturnValue
from sqlalchemy.orm import Session

from routekaart.engine.vocabulary import LayerKind
from routekaart.presenters.desk_fields import Group
from routekaart.presenters.desk_form import Around
from routekaart.presenters.desk_layer import layer_errors, layer_fields, said_at, with_other_steps
from routekaart.presenters.desk_organisation import organisation_fields, organisation_row
from routekaart.presenters.here import with_query
from routekaart.regions import editing as drafts
from routekaart.regions.editing import Unknown
from routekaart.web.desk import bp, editing
from routekaart.web.desk.editing import Subject
from routekaart.web.desk.keeping import Faulty, draft
from routekaart.web.desk.layers import above, live_map, step_of

KIND = "organisations"
ORGANISATIONS = editing.subject(
    Subject(
        kind=KIND,
        page="desk.organisation",
        list_page="desk.organisations",
        title="Organisaties",
        one="organisatie",
        lead="Organisaties met een eigen aandachtsfunctionaris en eigen afspraken. Elk krijgt een eigen adres.",
        fields=organisation_fields,
        row=organisation_row,
        template="desk/organisation_edit.html",
    )
)


@bp.get("/<slug>/organisaties")
def organisations(slug: str) -> ResponseReturnValue:
    """Every organisation of the draft."""
    return editing.list_page(ORGANISATIONS, slug)


@bp.route("/<slug>/organisaties/nieuw", methods=["GET", "POST"])
def organisation_add(slug: str) -> ResponseReturnValue:
    """A new organisation."""
    return editing.add_page(ORGANISATIONS, slug)


@bp.route("/<slug>/organisaties/<entry_id>", methods=["GET", "POST"])
def organisation_edit(slug: str, entry_id: str) -> ResponseReturnValue:
    """One organisation to change."""
    return editing.edit_page(ORGANISATIONS, slug, entry_id)


@bp.route("/<slug>/organisaties/<entry_id>/verwijderen", methods=["GET", "POST"])
def organisation_remove(slug: str, entry_id: str) -> ResponseReturnValue:
    """Takes one organisation out of the draft."""
    return editing.remove_page(ORGANISATIONS, slug, entry_id)


@bp.get("/<slug>/organisaties/<entry_id>/stappen")
def organisation_steps(slug: str, entry_id: str) -> str:
    """The address of an organisation to share, and what it says at each step."""
    data = _data(slug, entry_id)
    address = with_query(f"/{slug}/{data['sector']}/", {"organisatie": entry_id})
    steps = [
        {"id": one.id, "title": one.title, "said": said_at(data["layer"], one.id)}
        for one in live_map(slug, data["sector"]).steps
    ]
    page = {"name": data["name"], "address": address, "steps": steps, "entry_id": entry_id}
    return render_template("desk/organisation_steps.html", page=page, **editing.subject_frame(ORGANISATIONS, slug))


@bp.route("/<slug>/organisaties/<entry_id>/stappen/<step>", methods=["GET", "POST"])
def organisation_step_edit(slug: str, entry_id: str, step: str) -> ResponseReturnValue:
    """What an organisation says at one step."""
    data = _data(slug, entry_id)
    inherited, beside = above(step_of(live_map(slug, data["sector"]), step), (LayerKind.ORGANISATION,))

    def fields(around: Around) -> tuple[Group, ...]:
        return (Group("layer", "", fields=(layer_fields(around, step, inherited, entry_id),)),)

    subject = Subject(
        kind=KIND,
        page="desk.organisation_step",
        list_page="desk.organisations",
        title=beside["step"],
        one="",
        lead="",
        fields=fields,
        row=organisation_row,
        template="desk/text_edit.html",
        ready=lambda typed, _around: {**typed, "layer": with_other_steps(data["layer"], typed["layer"])},
        along=_holds(step),
        where={"step": step},
        beside=beside
        | {"organisation": data["name"], "back": url_for("desk.organisation_steps", slug=slug, entry_id=entry_id)},
    )
    return editing.edit_page(subject, slug, entry_id)


def _data(slug: str, entry_id: str) -> Mapping[str, Any]:
    with draft(slug) as session:
        try:
            return drafts.entry(session, slug, KIND, entry_id).data
        except Unknown:
            abort(404)


def _holds(step: str) -> editing.Along:
    def along(_session: Session, _slug: str, data: Mapping[str, Any]) -> None:
        if errors := layer_errors(data["layer"], step, "layer.steps"):
            raise Faulty(errors)

    return along
