"""The training offer of a region."""

from __future__ import annotations

from flask.typing import ResponseReturnValue

from routekaart.presenters.desk_training import training_fields, training_row
from routekaart.web.desk import bp, editing
from routekaart.web.desk.editing import Subject

TRAINING = editing.subject(
    Subject(
        kind="training",
        page="desk.training",
        list_page="desk.trainings",
        title="Scholing",
        one="scholing",
        lead="Wat professionals in deze regio kunnen leren, en hoe ze zich aanmelden.",
        fields=training_fields,
        row=training_row,
        named_by="title",
    )
)


@bp.get("/<slug>/scholing")
def trainings(slug: str) -> ResponseReturnValue:
    """Every course of the draft."""
    return editing.list_page(TRAINING, slug)


@bp.route("/<slug>/scholing/nieuw", methods=["GET", "POST"])
def training_add(slug: str) -> ResponseReturnValue:
    """A new course."""
    return editing.add_page(TRAINING, slug)


@bp.route("/<slug>/scholing/<entry_id>", methods=["GET", "POST"])
def training_edit(slug: str, entry_id: str) -> ResponseReturnValue:
    """One course to change."""
    return editing.edit_page(TRAINING, slug, entry_id)


@bp.route("/<slug>/scholing/<entry_id>/verwijderen", methods=["GET", "POST"])
def training_remove(slug: str, entry_id: str) -> ResponseReturnValue:
    """Takes one course out of the draft."""
    return editing.remove_page(TRAINING, slug, entry_id)
