"""The agreements and covenants of a region's group: edited once, from the desk of any of its regions."""

from __future__ import annotations

from flask import abort
from flask.typing import ResponseReturnValue

from routekaart.presenters.desk_agreements import (
    agreement_row,
    covenant_row,
    group_agreement_fields,
    group_covenant_fields,
)
from routekaart.regions.groups import key_of
from routekaart.web.desk import bp, editing
from routekaart.web.desk.editing import Subject
from routekaart.web.desk.frame import live_region


def group_of(slug: str) -> str:
    """The slug of the group that a region is in; 404 when it is in none."""
    return live_region(slug).document.group or abort(404)


def group_draft(slug: str) -> str:
    """The draft of the group that a region is in."""
    return key_of(group_of(slug))


AGREEMENTS = Subject(
    kind="agreements",
    page="desk.group_agreement",
    list_page="desk.group_agreements",
    title="Afspraken van de groep",
    one="afspraak",
    lead="Wat je hier wijzigt, geldt na publiceren in elke regio van de groep.",
    fields=group_agreement_fields,
    row=agreement_row,
    named_by="does",
    draft_of=group_draft,
    undo="desk.group_undo",
)
COVENANTS = Subject(
    kind="covenants",
    page="desk.group_covenant",
    list_page="desk.group_covenants",
    title="Convenanten van de groep",
    one="convenant",
    lead="De papieren waar afspraken van alle regio’s van de groep op rusten.",
    fields=group_covenant_fields,
    row=covenant_row,
    draft_of=group_draft,
    undo="desk.group_undo",
)
SUBJECTS = {one.kind: one for one in (AGREEMENTS, COVENANTS)}


@bp.get("/<slug>/groep/afspraken")
def group_agreements(slug: str) -> ResponseReturnValue:
    """Every agreement of the group's draft."""
    return editing.list_page(AGREEMENTS, slug)


@bp.route("/<slug>/groep/afspraken/nieuw", methods=["GET", "POST"])
def group_agreement_add(slug: str) -> ResponseReturnValue:
    """A new agreement."""
    return editing.add_page(AGREEMENTS, slug)


@bp.route("/<slug>/groep/afspraken/<entry_id>", methods=["GET", "POST"])
def group_agreement_edit(slug: str, entry_id: str) -> ResponseReturnValue:
    """One agreement to change."""
    return editing.edit_page(AGREEMENTS, slug, entry_id)


@bp.route("/<slug>/groep/afspraken/<entry_id>/verwijderen", methods=["GET", "POST"])
def group_agreement_remove(slug: str, entry_id: str) -> ResponseReturnValue:
    """Takes one agreement out of the draft."""
    return editing.remove_page(AGREEMENTS, slug, entry_id)


@bp.get("/<slug>/groep/convenanten")
def group_covenants(slug: str) -> ResponseReturnValue:
    """Every covenant of the group's draft."""
    return editing.list_page(COVENANTS, slug)


@bp.route("/<slug>/groep/convenanten/nieuw", methods=["GET", "POST"])
def group_covenant_add(slug: str) -> ResponseReturnValue:
    """A new covenant."""
    return editing.add_page(COVENANTS, slug)


@bp.route("/<slug>/groep/convenanten/<entry_id>", methods=["GET", "POST"])
def group_covenant_edit(slug: str, entry_id: str) -> ResponseReturnValue:
    """One covenant to change."""
    return editing.edit_page(COVENANTS, slug, entry_id)


@bp.route("/<slug>/groep/convenanten/<entry_id>/verwijderen", methods=["GET", "POST"])
def group_covenant_remove(slug: str, entry_id: str) -> ResponseReturnValue:
    """Takes one covenant out of the draft."""
    return editing.remove_page(COVENANTS, slug, entry_id)


@bp.post("/<slug>/groep/ongedaan/<int:number>")
def group_undo(slug: str, number: int) -> ResponseReturnValue:
    """Takes one change of the group's draft back."""
    return editing.undo_page(SUBJECTS, slug, group_draft(slug), number)
