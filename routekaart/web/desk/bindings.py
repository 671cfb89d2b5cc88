"""Who fills which role in which municipality."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from flask import render_template
from flask.typing import ResponseReturnValue
from sqlalchemy.orm import Session

from routekaart import clock
from routekaart.presenters.desk_roles import binding_fields, binding_row, role_matrix
from routekaart.regions import editing as drafts
from routekaart.regions.entries import unchecked
from routekaart.web.auth.current import the_user
from routekaart.web.desk import bp, editing
from routekaart.web.desk.editing import Subject
from routekaart.web.desk.keeping import around_draft, draft
from routekaart.web.services import services


def asked(arguments: Mapping[str, str]) -> dict[str, Any]:
    """A filling of the role and the municipality that a link of the matrix names."""
    places = [one for one in (arguments.get("gemeente"),) if one]
    return {"role": arguments.get("rol"), "municipalities": places}


def role_of_partner(session: Session, slug: str, data: Mapping[str, Any]) -> None:
    """Whoever fills a role has that role: the partner gets it when it did not have it yet."""
    for partner in drafts.entries(session, slug, "partners"):
        if partner.id == data.get("partner") and data.get("role") not in (None, *partner.data["roles"]):
            changed = {**partner.data, "roles": [*partner.data["roles"], data["role"]]}
            drafts.save(session, partner, changed, author=the_user().email, now=clock.now())


BINDINGS = editing.subject(
    Subject(
        kind="bindings",
        page="desk.binding",
        list_page="desk.bindings",
        title="Rollen",
        one="invulling",
        lead="Wie vult welke rol in het protocol, en waar is dat anders?",
        fields=binding_fields,
        row=binding_row,
        named_by="role",
        start=asked,
        along=role_of_partner,
    )
)


@bp.get("/<slug>/rollen")
def bindings(slug: str) -> ResponseReturnValue:
    """The matrix of roles and municipalities."""
    with draft(slug) as session:
        around, found = around_draft(session, slug), drafts.entries(session, slug, "bindings")
        done = editing.last_done(session, BINDINGS, slug, around)
    group = services().maps.groups.get(around.data["group"] or "")
    directory = unchecked(around.data).to_directory(services().maps.national, group.to_group() if group else None)
    page = role_matrix(directory, found, around)
    return render_template("desk/bindings.html", page=page, done=done, **editing.subject_frame(BINDINGS, slug))


@bp.route("/<slug>/rollen/nieuw", methods=["GET", "POST"])
def binding_add(slug: str) -> ResponseReturnValue:
    """A partner fills a role."""
    return editing.add_page(BINDINGS, slug)


@bp.route("/<slug>/rollen/<entry_id>", methods=["GET", "POST"])
def binding_edit(slug: str, entry_id: str) -> ResponseReturnValue:
    """A filling to change."""
    return editing.edit_page(BINDINGS, slug, entry_id)


@bp.route("/<slug>/rollen/<entry_id>/verwijderen", methods=["GET", "POST"])
def binding_remove(slug: str, entry_id: str) -> ResponseReturnValue:
    """A partner fills a role no more."""
    return editing.remove_page(BINDINGS, slug, entry_id)
