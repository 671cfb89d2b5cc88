"""Partners: who helps, with what and with what not, and how to reach them."""

from __future__ import annotations

from flask.typing import ResponseReturnValue

from routekaart.presenters.desk_partner import checked_today, partner_fields, partner_row
from routekaart.web.desk import bp, editing
from routekaart.web.desk.editing import Extra, Subject

PARTNERS = editing.subject(
    Subject(
        kind="partners",
        page="desk.partner",
        list_page="desk.partners",
        title="Partners",
        one="partner",
        lead="Wie helpt, waarmee wel en niet, en hoe je ze bereikt.",
        fields=partner_fields,
        row=partner_row,
        extras={"gecontroleerd": Extra("Bewaar als vandaag gecontroleerd", checked_today)},
    )
)


@bp.get("/<slug>/partners")
def partners(slug: str) -> ResponseReturnValue:
    """Every partner of the draft."""
    return editing.list_page(PARTNERS, slug)


@bp.route("/<slug>/partners/nieuw", methods=["GET", "POST"])
def partner_add(slug: str) -> ResponseReturnValue:
    """A new partner."""
    return editing.add_page(PARTNERS, slug)


@bp.route("/<slug>/partners/<entry_id>", methods=["GET", "POST"])
def partner_edit(slug: str, entry_id: str) -> ResponseReturnValue:
    """A partner to change."""
    return editing.edit_page(PARTNERS, slug, entry_id)


@bp.route("/<slug>/partners/<entry_id>/verwijderen", methods=["GET", "POST"])
def partner_remove(slug: str, entry_id: str) -> ResponseReturnValue:
    """Takes a partner out of the draft."""
    return editing.remove_page(PARTNERS, slug, entry_id)
