"""The municipalities of a region."""

from __future__ import annotations

from dataclasses import replace

from flask.typing import ResponseReturnValue

from routekaart.presenters.desk_region import (
    municipality_fields,
    municipality_row,
    named_municipality,
    new_municipality_fields,
)
from routekaart.web.desk import bp, editing
from routekaart.web.desk.editing import Subject

MUNICIPALITIES = editing.subject(
    Subject(
        kind="municipalities",
        page="desk.municipality",
        list_page="desk.municipalities",
        title="Gemeenten",
        one="gemeente",
        lead="Waar deze routekaart voor geldt.",
        fields=municipality_fields,
        row=municipality_row,
    )
)
NEW = replace(MUNICIPALITIES, fields=new_municipality_fields, ready=named_municipality, named_by="code")


@bp.get("/<slug>/gemeenten")
def municipalities(slug: str) -> ResponseReturnValue:
    """Every municipality of the draft."""
    return editing.list_page(MUNICIPALITIES, slug)


@bp.route("/<slug>/gemeenten/nieuw", methods=["GET", "POST"])
def municipality_add(slug: str) -> ResponseReturnValue:
    """A municipality joins the region."""
    return editing.add_page(NEW, slug)


@bp.route("/<slug>/gemeenten/<entry_id>", methods=["GET", "POST"])
def municipality_edit(slug: str, entry_id: str) -> ResponseReturnValue:
    """A municipality to change."""
    return editing.edit_page(MUNICIPALITIES, slug, entry_id)


@bp.route("/<slug>/gemeenten/<entry_id>/verwijderen", methods=["GET", "POST"])
def municipality_remove(slug: str, entry_id: str) -> ResponseReturnValue:
    """A municipality leaves the region."""
    return editing.remove_page(MUNICIPALITIES, slug, entry_id)
