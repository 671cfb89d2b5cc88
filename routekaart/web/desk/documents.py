"""The library of a region: its own documents and forms, each with a day on which it is checked again."""

from __future__ import annotations

from flask.typing import ResponseReturnValue

from routekaart.presenters.desk_documents import document_checked_today, document_fields, document_row, new_document
from routekaart.web.desk import bp, editing
from routekaart.web.desk.editing import Extra, Subject

DOCUMENTS = editing.subject(
    Subject(
        kind="documents",
        page="desk.document",
        list_page="desk.documents",
        title="Documenten",
        one="document",
        lead="Formulieren, folders en protocollen van de regio zelf: waar ze staan en bij welke stap je ze nodig hebt.",
        fields=document_fields,
        row=document_row,
        named_by="title",
        extras={"gecontroleerd": Extra("Bewaar als vandaag gecontroleerd", document_checked_today)},
        start=new_document,
    )
)


@bp.get("/<slug>/documenten")
def documents(slug: str) -> ResponseReturnValue:
    """Every document of the draft."""
    return editing.list_page(DOCUMENTS, slug)


@bp.route("/<slug>/documenten/nieuw", methods=["GET", "POST"])
def document_add(slug: str) -> ResponseReturnValue:
    """A new document."""
    return editing.add_page(DOCUMENTS, slug)


@bp.route("/<slug>/documenten/<entry_id>", methods=["GET", "POST"])
def document_edit(slug: str, entry_id: str) -> ResponseReturnValue:
    """One document to change."""
    return editing.edit_page(DOCUMENTS, slug, entry_id)


@bp.route("/<slug>/documenten/<entry_id>/verwijderen", methods=["GET", "POST"])
def document_remove(slug: str, entry_id: str) -> ResponseReturnValue:
    """Takes one document out of the draft."""
    return editing.remove_page(DOCUMENTS, slug, entry_id)
