"""Agreements: who does what at which step, within what term, and on which paper it rests."""

from __future__ import annotations

from flask.typing import ResponseReturnValue

from routekaart.presenters.desk_agreements import agreement_fields, agreement_row, shared_agreements
from routekaart.web.desk import bp, editing
from routekaart.web.desk.editing import Subject

AGREEMENTS = editing.subject(
    Subject(
        kind="agreements",
        page="desk.agreement",
        list_page="desk.agreements",
        title="Afspraken",
        one="afspraak",
        lead="Wie doet wat bij welke stap, binnen welke termijn, en wie is daarop aanspreekbaar.",
        fields=agreement_fields,
        row=agreement_row,
        inherited=shared_agreements,
        named_by="does",
    )
)


@bp.get("/<slug>/afspraken")
def agreements(slug: str) -> ResponseReturnValue:
    """Every agreement of the draft."""
    return editing.list_page(AGREEMENTS, slug)


@bp.route("/<slug>/afspraken/nieuw", methods=["GET", "POST"])
def agreement_add(slug: str) -> ResponseReturnValue:
    """A new agreement."""
    return editing.add_page(AGREEMENTS, slug)


@bp.route("/<slug>/afspraken/<entry_id>", methods=["GET", "POST"])
def agreement_edit(slug: str, entry_id: str) -> ResponseReturnValue:
    """One agreement to change."""
    return editing.edit_page(AGREEMENTS, slug, entry_id)


@bp.route("/<slug>/afspraken/<entry_id>/verwijderen", methods=["GET", "POST"])
def agreement_remove(slug: str, entry_id: str) -> ResponseReturnValue:
    """Takes one agreement out of the draft."""
    return editing.remove_page(AGREEMENTS, slug, entry_id)
