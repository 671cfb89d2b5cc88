"""Covenants: the signed papers on which agreements rest."""

from __future__ import annotations

from flask.typing import ResponseReturnValue

from routekaart.presenters.desk_agreements import covenant_fields, covenant_row, shared_covenants
from routekaart.web.desk import bp, editing
from routekaart.web.desk.editing import Subject

COVENANTS = editing.subject(
    Subject(
        kind="covenants",
        page="desk.covenant",
        list_page="desk.covenants",
        title="Convenanten",
        one="convenant",
        lead="De papieren waar afspraken op rusten: wie tekenden, en tot wanneer.",
        fields=covenant_fields,
        row=covenant_row,
        inherited=shared_covenants,
    )
)


@bp.get("/<slug>/convenanten")
def covenants(slug: str) -> ResponseReturnValue:
    """Every covenant of the draft."""
    return editing.list_page(COVENANTS, slug)


@bp.route("/<slug>/convenanten/nieuw", methods=["GET", "POST"])
def covenant_add(slug: str) -> ResponseReturnValue:
    """A new covenant."""
    return editing.add_page(COVENANTS, slug)


@bp.route("/<slug>/convenanten/<entry_id>", methods=["GET", "POST"])
def covenant_edit(slug: str, entry_id: str) -> ResponseReturnValue:
    """One covenant to change."""
    return editing.edit_page(COVENANTS, slug, entry_id)


@bp.route("/<slug>/convenanten/<entry_id>/verwijderen", methods=["GET", "POST"])
def covenant_remove(slug: str, entry_id: str) -> ResponseReturnValue:
    """Takes one covenant out of the draft."""
    return editing.remove_page(COVENANTS, slug, entry_id)
