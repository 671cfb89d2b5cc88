"""What was published and edited, by whom; comparing two revisions, and taking one back as draft."""

from __future__ import annotations

from flask import abort, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from routekaart import clock
from routekaart.accounts.policy import Permission
from routekaart.presenters.history_page import comparison_view, history_page
from routekaart.regions import editing
from routekaart.regions import history as told
from routekaart.regions.revision import Revision, revision
from routekaart.storage.database import reading, transaction
from routekaart.web.auth.current import the_user
from routekaart.web.desk import bp
from routekaart.web.desk.frame import desk_frame
from routekaart.web.desk.publish_plan import number_given, publisher
from routekaart.web.publications import publish_due
from routekaart.web.services import services

MOST = 50
RESTORED = "Versie {number} staat nu als concept klaar. Er is nog niets gepubliceerd: kijk na wat er verandert."
SAME = "Het concept was al gelijk aan versie {number}."


@bp.get("/<slug>/geschiedenis")
def history(slug: str) -> ResponseReturnValue:
    """Every revision with who, when and why; and what was edited since."""
    publish_due(slug)
    with reading(services().engine) as session:
        page = history_page(
            told.told(session, slug, most=MOST), editing.changes(session, slug, most=MOST, unpublished=True)
        )
    may_edit = the_user().may(Permission.EDIT, slug)
    return render_template("desk/history.html", page=page, may_edit=may_edit, **desk_frame(slug))


@bp.get("/<slug>/geschiedenis/<int:number>")
def history_edits(slug: str, number: int) -> ResponseReturnValue:
    """Who edited what on the way to one revision."""
    with reading(services().engine) as session:
        one = told.told_one(session, slug, _small(number)) or abort(404)
        page = history_page((one,), editing.changes_of(session, slug, number))
    return render_template("desk/history_edits.html", page=page, number=number, **desk_frame(slug))


@bp.get("/<slug>/geschiedenis/vergelijk")
def history_compare(slug: str) -> ResponseReturnValue:
    """What differs between any two revisions."""
    one, other = _revision(slug, request.args.get("van", "")), _revision(slug, request.args.get("naar", ""))
    found = told.changes_between(told.document_of(one), told.document_of(other))
    page = comparison_view(one, other, found)
    return render_template("desk/history_compare.html", page=page, **desk_frame(slug))


@bp.post("/<slug>/geschiedenis/terugzetten")
def history_restore(slug: str) -> ResponseReturnValue:
    """Makes the draft what a revision was; each difference is a change that can be taken back."""
    number = number_given("nummer")
    document = told.document_of(_revision(slug, str(number)))
    if document is None:
        abort(404)
    with transaction(services().engine) as session:
        editing.open_draft(session, slug)
        count = editing.replace_draft(session, document, author=publisher().name, now=clock.now())
    flash((RESTORED if count else SAME).format(number=number))
    return redirect(url_for("desk.publish" if count else "desk.history", slug=slug), 303)


def _revision(slug: str, text: str) -> Revision:
    """One revision of a region; 404 when there is none."""
    number = int(text) if text.isascii() and text.isdigit() and len(text) < 7 else 0
    with reading(services().engine) as session:
        return revision(session, slug, number) or abort(404)


def _small(number: int) -> int:
    """A number that the database can hold; 0, which is nobody's, for others."""
    return number if number < 1_000_000 else 0
