"""Whether and how the referral index is used."""

from __future__ import annotations

from flask.typing import ResponseReturnValue

from routekaart.presenters.desk_agreements import index_fields, index_row
from routekaart.web.desk import bp, editing
from routekaart.web.desk.editing import Subject

REFERRAL_INDEX = editing.subject(
    Subject(
        kind="referral_index",
        page="desk.referral_index",
        list_page="desk.referral_indices",
        title="Verwijsindex",
        one="afspraak over de verwijsindex",
        lead="Of en hoe men hier de verwijsindex gebruikt. Geldt het niet overal, maak dan een afspraak per gemeente.",
        fields=index_fields,
        row=index_row,
    )
)


@bp.get("/<slug>/verwijsindex")
def referral_indices(slug: str) -> ResponseReturnValue:
    """Every agreement on the referral index of the draft."""
    return editing.list_page(REFERRAL_INDEX, slug)


@bp.route("/<slug>/verwijsindex/nieuw", methods=["GET", "POST"])
def referral_index_add(slug: str) -> ResponseReturnValue:
    """A new agreement on the referral index."""
    return editing.add_page(REFERRAL_INDEX, slug)


@bp.route("/<slug>/verwijsindex/<entry_id>", methods=["GET", "POST"])
def referral_index_edit(slug: str, entry_id: str) -> ResponseReturnValue:
    """One agreement on the referral index to change."""
    return editing.edit_page(REFERRAL_INDEX, slug, entry_id)


@bp.route("/<slug>/verwijsindex/<entry_id>/verwijderen", methods=["GET", "POST"])
def referral_index_remove(slug: str, entry_id: str) -> ResponseReturnValue:
    """Takes one agreement on the referral index out of the draft."""
    return editing.remove_page(REFERRAL_INDEX, slug, entry_id)
