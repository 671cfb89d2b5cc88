"""What a region has once: its names, status, edition, terms and coordinator."""

from __future__ import annotations

from flask.typing import ResponseReturnValue

from routekaart.presenters.desk_region import region_fields, region_row
from routekaart.regions.entries import HEAD, ONLY
from routekaart.web.desk import bp, editing
from routekaart.web.desk.editing import Subject

REGION = editing.subject(
    Subject(
        kind=HEAD,
        page="desk.head",
        list_page="desk.head_edit",
        title="De regio",
        one="",
        lead="",
        fields=region_fields,
        row=region_row,
    )
)


@bp.route("/<slug>/regio", methods=["GET", "POST"])
def head_edit(slug: str) -> ResponseReturnValue:
    """The region itself."""
    return editing.edit_page(REGION, slug, ONLY)
