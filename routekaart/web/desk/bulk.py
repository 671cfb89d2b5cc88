"""Bringing many partners and services in at once, and taking them out: as a sheet, as HSDS, as YAML."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from flask import abort, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from sqlalchemy.orm import Session

from routekaart import clock
from routekaart.accounts.policy import Permission
from routekaart.exchange import xlsx
from routekaart.exchange.sheet import Sheet, Unreadable
from routekaart.presenters import bulk_page
from routekaart.presenters.desk_typing import as_id
from routekaart.presenters.sheet_cells import Words
from routekaart.presenters.sheet_files import REASONS, sheets_in
from routekaart.presenters.sheet_reading import Read, read_sheets
from routekaart.regions import bulk as bulk_import
from routekaart.regions import editing, uploads
from routekaart.regions.bulk import PARTNERS, Collided, Plan
from routekaart.regions.bulk_laying import laid_over
from routekaart.regions.editing import Entry, Unknown
from routekaart.regions.uploads import Upload
from routekaart.storage.database import transaction
from routekaart.web.auth.current import the_user
from routekaart.web.desk import bp
from routekaart.web.desk.bulk_export import answered, sheet_words
from routekaart.web.desk.frame import desk_frame
from routekaart.web.desk.keeping import around_draft, draft
from routekaart.web.services import services


@dataclass(frozen=True, slots=True)
class Waiting:
    """An upload, laid over the draft as it was when its rows were shown."""

    upload: Upload
    words: Words
    read: Read
    plan: Plan
    seen: dict[str, Entry]


@bp.get("/<slug>/inlezen")
def bulk(slug: str) -> ResponseReturnValue:
    """What one can take out and bring in."""
    return _start(slug, "")


@bp.post("/<slug>/inlezen")
def bulk_upload(slug: str) -> ResponseReturnValue:
    """Keeps a file that somebody sent, and shows what it would do."""
    sent = request.files.get("bestand")
    with draft(slug) as session:
        words = sheet_words(around_draft(session, slug))
        versions = _versions(session, slug)
    try:
        sheets, is_partial = sheets_in(sent.read() if sent else b"", words)
    except Unreadable as error:
        return _start(slug, REASONS[error.why] if sent and sent.filename else "Kies eerst een bestand.", 422)
    upload_id = _keep(slug, sent.filename or "" if sent else "", sheets, versions, is_partial=is_partial)
    return redirect(url_for("desk.bulk_preview", slug=slug, upload_id=upload_id), 303)


def _keep(slug: str, name: str, sheets: Iterable[Sheet], versions: Mapping[str, int], *, is_partial: bool) -> str:
    account, now = the_user().account, clock.now()
    with transaction(services().engine) as session:
        return uploads.keep_upload(session, slug, account, name, sheets, is_partial=is_partial, seen=versions, now=now)


@bp.get("/<slug>/inlezen/<upload_id>")
def bulk_preview(slug: str, upload_id: str) -> ResponseReturnValue:
    """Row by row what would happen."""
    return _preview(slug, _waiting(slug, upload_id), "")


@bp.get("/<slug>/inlezen/<upload_id>/foute-rijen.xlsx")
def bulk_wrong(slug: str, upload_id: str) -> ResponseReturnValue:
    """The wrong rows, to mend and send again."""
    waiting = _waiting(slug, upload_id)
    sheets = bulk_page.wrong_sheets(waiting.plan) if waiting else ()
    return answered(xlsx.write_xlsx(sheets), xlsx.CONTENT_TYPE, "foute-rijen.xlsx") if sheets else abort(404)


@bp.post("/<slug>/inlezen/<upload_id>")
def bulk_confirm(slug: str, upload_id: str) -> ResponseReturnValue:
    """Brings the good rows in, all in one transaction."""
    waiting = _waiting(slug, upload_id)
    if waiting is None:
        return _preview(slug, None, "")
    if waiting.plan.count(bulk_import.State.WRONG) and "alleen-goed" not in request.form:
        return _preview(slug, waiting, bulk_page.ONLY_GOOD, 422)
    if request.form.get("stand") != waiting.plan.digest:
        return _shown_again(slug, upload_id, bulk_page.CHANGED_MEANWHILE)
    return _bring_in(slug, waiting)


def _bring_in(slug: str, waiting: Waiting) -> ResponseReturnValue:
    author, now = the_user().email, clock.now()
    try:
        with transaction(services().engine) as session:
            bulk_import.bring_in(session, slug, waiting.plan, waiting.seen, author=author, now=now)
            uploads.drop_upload(session, waiting.upload.id)
    except Collided as error:
        names = {one.id: one.data["name"] for one in waiting.seen.values()}
        return _shown_again(slug, waiting.upload.id, bulk_page.collision_words(error.collisions, names))
    flash(bulk_page.done_words(waiting.plan))
    return redirect(url_for("desk.bulk", slug=slug), 303)


def _shown_again(slug: str, upload_id: str, told: str) -> ResponseReturnValue:
    """The same rows laid over the draft as it is now."""
    with transaction(services().engine) as session:
        uploads.see_again(session, upload_id, _versions(session, slug))
    return _preview(slug, _waiting(slug, upload_id), told, 409)


def _start(slug: str, error: str, status: int = 200) -> ResponseReturnValue:
    """The page to begin at, with what was wrong with the file that was sent."""
    frame = desk_frame(slug) | {"here": "desk.bulk"}
    may_edit = the_user().may(Permission.EDIT, slug)
    return render_template("desk/bulk.html", error=error, may_edit=may_edit, **frame), status


def _preview(slug: str, waiting: Waiting | None, error: str, status: int = 200) -> ResponseReturnValue:
    """The page of an upload; that it is gone, when it is."""
    if waiting is None:
        return _start(slug, bulk_page.GONE, 410)
    wanted, number = request.args.get("toon", ""), request.args.get("pagina", 1, type=int)
    if "toon" not in request.args and waiting.plan.count(bulk_import.State.WRONG):
        wanted = "fout"
    page = bulk_page.preview_page(waiting.upload.name, waiting.read, waiting.plan, waiting.words, wanted, number)
    state = waiting.plan.digest
    frame = desk_frame(slug) | {"here": "desk.bulk"}
    values = {"page": page, "upload": waiting.upload.id, "state": state, "error": error}
    return render_template("desk/bulk_preview.html", **values, **frame), status


def _waiting(slug: str, upload_id: str) -> Waiting | None:
    with draft(slug) as session:
        found = uploads.upload(session, upload_id, slug, the_user().account, now=clock.now())
        if found is None:
            return None
        seen = _seen(session, slug, found)
        around = around_draft(session, slug)
    around = replace(around, data={**around.data, PARTNERS: [one.data for one in seen.values()]})
    words = sheet_words(around)
    read = read_sheets(found.sheets, words, keep_what_is_empty=found.is_partial)
    shared = services().maps.groups.get(around.data["group"] or "")
    return Waiting(found, words, read, laid_over(around.data, read.records, services().known, shared, as_id), seen)


def _seen(session: Session, slug: str, upload: Upload) -> dict[str, Entry]:
    """The partners as they were when the rows were shown; one that is gone since is gone."""
    found: dict[str, Entry] = {}
    for one in editing.entries(session, slug, PARTNERS):
        version = upload.seen.get(one.id, one.version)
        try:
            seen = one if version == one.version else editing.at_version(session, slug, PARTNERS, one.id, version)
        except Unknown:
            seen = one
        found[one.id] = seen
    return found


def _versions(session: Session, slug: str) -> dict[str, int]:
    return {one.id: one.version for one in editing.entries(session, slug, PARTNERS)}
