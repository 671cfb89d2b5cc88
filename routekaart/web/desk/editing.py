"""The one way in which the desk edits: every kind of entry is listed, added, changed and removed by these pages.

A `Subject` says what is particular to a kind; its views call `list_page`, `edit_page`, `add_page` and `remove_page`.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from flask import abort, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from pydantic import ValidationError
from sqlalchemy.orm import Session

from routekaart.presenters.desk_errors import FORM, Errors, form_errors
from routekaart.presenters.desk_fields import Field, Typed, read_fields, without_empty_rows
from routekaart.presenters.desk_form import Around, Make, chosen, clash_rows, form_view, side_by_side
from routekaart.presenters.desk_ids import with_ids
from routekaart.presenters.desk_list import Row, Tell, done_words, entry_list
from routekaart.presenters.desk_rows import DOES, moved_rows
from routekaart.regions import editing
from routekaart.regions.editing import Clash, Entry, Taken, Unknown
from routekaart.regions.entries import HEAD, LAYER, ONLY
from routekaart.storage.database import transaction
from routekaart.web.auth.current import the_user
from routekaart.web.desk import bp
from routekaart.web.desk.frame import desk_frame
from routekaart.web.desk.keeping import Faulty, add, around_draft, draft, keep, take_back, take_out
from routekaart.web.services import services

NEW = "nieuw"
SHOW, CHOOSE, SAVE = "toon", "kies", "bewaar"
Stamp = Callable[[Mapping[str, Any], Around, str], Mapping[str, Any]]


@dataclass(frozen=True, slots=True)
class Extra:
    """A second way to save: the button's text, and what it does to the data before that (who does it is given)."""

    text: str
    stamp: Stamp


Along = Callable[[Session, str, Mapping[str, Any]], None]
Inherited = Callable[[Around], Sequence[Row]]
"""What holds in the region too and is edited elsewhere."""


@dataclass(frozen=True, slots=True)
class Subject:
    """A kind of entry at the desk. Its pages are `<page>_edit`, `<page>_add`, `<page>_remove`, and `list_page`.

    `named_by` is the field from which a new entry gets its id. What only exists once has no list of its own: its
    `list_page` is its own page and `one` is empty. `start` fills a new form from what its address asks, `ready` makes
    typed data complete before it is kept, and `along` changes other entries that must follow, in the same transaction.
    `draft_of` gives the draft that holds the entries by the region of the page: its own, or that of its group.
    A page of a part of an entry says in `where` which part; `beside` is what its template shows next to the form.
    """

    kind: str
    page: str
    list_page: str
    title: str
    one: str
    lead: str
    fields: Make
    row: Tell
    named_by: str = "name"
    template: str = "desk/edit.html"
    extras: Mapping[str, Extra] | None = None
    start: Callable[[Mapping[str, str]], Mapping[str, Any]] = lambda asked: {}
    ready: Callable[[dict[str, Any], Around], dict[str, Any]] = lambda data, around: data
    along: Along = lambda session, slug, data: None
    inherited: Inherited | None = None
    draft_of: Callable[[str], str] = lambda slug: slug
    undo: str = "desk.undo"
    where: Mapping[str, str] = field(default_factory=dict)
    beside: Mapping[str, Any] = field(default_factory=dict)


SUBJECTS: dict[str, Subject] = {}
"""Every subject by kind, for what is about any of them: taking a change back."""


@dataclass(frozen=True, slots=True)
class Opened:
    """An entry that somebody edits, or a new one (`entry` is None), with all that its page needs."""

    subject: Subject
    slug: str
    around: Around
    fields: Sequence[Field]
    entry: Entry | None = None
    live: Mapping[str, Any] | None = None
    is_new: bool = False

    @property
    def draft(self) -> str:
        """The draft that holds the entry."""
        return self.subject.draft_of(self.slug)


def subject(described: Subject) -> Subject:
    """Makes a subject known."""
    SUBJECTS[described.kind] = described
    return described


def list_page(subject: Subject, slug: str) -> ResponseReturnValue:
    """Every entry of a kind that fits what somebody looks for."""
    wanted, only_changed = request.args.get("zoek", "").strip(), "gewijzigd-alleen" in request.args
    key = subject.draft_of(slug)
    with draft(key) as session:
        found = editing.entries(session, key, subject.kind)
        pending = editing.unpublished(session, key, subject.kind)
        around = around_draft(session, key)
        done = last_done(session, subject, slug, around)
    page = entry_list(found, pending, subject.row, around, wanted, only_changed)
    page |= {
        "inherited": subject.inherited(around) if subject.inherited else (),
        "group": around.shared.get("name", ""),
    }
    return render_template("desk/entry_list.html", page=page, done=done, **subject_frame(subject, slug))


def edit_page(subject: Subject, slug: str, entry_id: str) -> ResponseReturnValue:
    """An entry to change; POST keeps it, or does to the form what its button says."""
    version = _version() if request.method == "POST" else None
    with draft(subject.draft_of(slug)) as session:
        try:
            opened = _opened(session, subject, slug, entry_id, version)
        except Unknown:
            return _gone_page(session, subject, slug) if version else abort(404)
        done = last_done(session, subject, slug, opened.around)
    assert opened.entry is not None
    if version is None:
        return _form_page(opened, opened.entry.data, done=done)
    return _answer(opened, opened.entry.data)


def add_page(subject: Subject, slug: str) -> ResponseReturnValue:
    """A new entry; POST adds it, or does to the form what its button says."""
    with draft(subject.draft_of(slug)) as session:
        opened = _new(session, subject, slug)
    if request.method == "GET":
        return _form_page(opened, subject.start(request.args))
    return _answer(opened, {})


def remove_page(subject: Subject, slug: str, entry_id: str) -> ResponseReturnValue:
    """Asks whether an entry should go; POST takes it out."""
    with draft(subject.draft_of(slug)) as session:
        try:
            opened = _opened(session, subject, slug, entry_id, None)
        except Unknown:
            abort(404)
    assert opened.entry is not None
    if request.method == "GET":
        return _remove_page(opened, opened.entry)
    seen = Entry(opened.draft, subject.kind, entry_id, _version(), opened.entry.data)
    try:
        with transaction(services().engine) as session:
            change = take_out(session, seen)
    except Faulty as fault:
        return _remove_page(opened, opened.entry, error=fault.errors[FORM], status=422)
    except Clash:
        return _remove_page(opened, opened.entry, changed=True, status=409)
    return redirect(url_for(subject.list_page, slug=slug, gewijzigd=change.number))


@bp.post("/<slug>/ongedaan/<int:number>")
def undo(slug: str, number: int) -> ResponseReturnValue:
    """Takes one change of the draft back."""
    return undo_page(SUBJECTS, slug, slug, number)


def undo_page(subjects: Mapping[str, Subject], slug: str, key: str, number: int) -> ResponseReturnValue:
    """Takes one change back of the draft of a region, or of its group."""
    try:
        with transaction(services().engine) as session:
            subject = subjects[editing.change(session, key, number).kind]
            change = take_back(session, key, number)
    except Unknown:
        abort(404)
    except (Clash, Taken, Faulty, ValidationError):
        return render_template("desk/not_undone.html", **subject_frame(subject, slug)), 409
    if change.after is None:
        return redirect(url_for(subject.list_page, slug=slug, gewijzigd=change.number))
    return redirect(_edit_url(subject, slug, change.entry, gewijzigd=change.number))


def _answer(opened: Opened, before: Mapping[str, Any]) -> ResponseReturnValue:
    """What a button of the form asks: rows more or less, the form once more, or keeping it."""
    does = request.form.get("doe", SAVE)
    if does == CHOOSE:
        return _keep(opened, _chosen(before))
    typed = Typed({name: request.form.getlist(name) for name in request.form})
    data = read_fields(opened.fields, typed, before)
    if does.partition(":")[0] in DOES:
        changed, look_at = moved_rows(data, does)
        return _form_page(opened, changed, look_at=look_at)
    if does == SHOW:
        return _form_page(opened, data, restored=True)
    ready = without_empty_rows(opened.fields, data)
    extra = (opened.subject.extras or {}).get(does)
    if extra is not None:
        user = the_user()
        ready = {**ready, **extra.stamp(ready, opened.around, user.function or user.email)}
    return _keep(opened, opened.subject.ready(with_ids(opened.fields, ready), opened.around))


def _keep(opened: Opened, data: Mapping[str, Any]) -> ResponseReturnValue:
    """Keeps what was typed, or shows what stands in the way; nothing typed is lost."""
    subject, slug = opened.subject, opened.slug
    try:
        with transaction(services().engine) as session:
            subject.along(session, opened.draft, data)
            if opened.entry is None:
                change = add(session, opened.draft, subject.kind, data, subject.named_by)
            else:
                change = keep(session, opened.entry, data)
    except ValidationError as error:
        return _form_page(opened, data, form_errors(error.errors()), status=422)
    except Faulty as fault:
        return _form_page(opened, data, fault.errors, status=422)
    except Clash as clash:
        return _clash_page(opened, clash)
    except Unknown:
        with draft(opened.draft) as session:
            return _gone_page(session, subject, slug, data)
    number = change.number if change else 0
    kept = change.entry if change else opened.entry.id if opened.entry else ""
    return redirect(_edit_url(subject, slug, kept, gewijzigd=number))


def _chosen(before: Mapping[str, Any]) -> dict[str, Any]:
    """What somebody chose of two people's work, laid over what did not clash."""
    try:
        merged = json.loads(request.form.get("samengevoegd", ""))
    except ValueError:
        abort(400)
    paths = request.form.getlist("veld")
    choices = [request.form.get(f"keuze-{at}", "") for at in range(len(paths))]
    return chosen(paths, before, merged if isinstance(merged, dict) else abort(400), choices)


def _opened(session: Session, subject: Subject, slug: str, entry_id: str, version: int | None) -> Opened:
    """An entry as it is, or as it was at the version that somebody saw. Raises Unknown."""
    key = subject.draft_of(slug)
    found = editing.entry(session, key, subject.kind, entry_id)
    if version is not None:
        found = editing.at_version(session, key, subject.kind, entry_id, version)
    around = around_draft(session, key)
    since = editing.unpublished(session, key, subject.kind).get(entry_id)
    live = since.live if since else found.data
    return Opened(subject, slug, around, tuple(subject.fields(around)), found, live, is_new=live is None)


def _new(session: Session, subject: Subject, slug: str) -> Opened:
    around = around_draft(session, subject.draft_of(slug))
    return Opened(subject, slug, around, tuple(subject.fields(around)), is_new=True)


def _form_page(
    opened: Opened,
    data: Mapping[str, Any],
    errors: Errors | None = None,
    *,
    look_at: str = "",
    status: int = 200,
    done: dict[str, Any] | None = None,
    **more: Any,
) -> ResponseReturnValue:
    subject, entry = opened.subject, opened.entry
    page = form_view(opened.fields, data, errors or {}, look_at) | {
        "name": subject.row(entry.data, opened.around).name if entry else "",
        "version": entry.version if entry else 0,
        "action": request.path if entry else url_for(f"{subject.page}_add", slug=opened.slug),
        "entry_id": entry.id if entry else "",
        "differences": side_by_side(subject.kind, opened.live, entry.data) if entry else [],
        "is_new": opened.is_new,
        "draft_key": _draft_key(opened.slug, subject, entry.id if entry else NEW),
        "can_remove": subject.kind not in (HEAD, LAYER) and entry is not None,
    }
    return render_template(
        subject.template, page=page, done=done, **more, **subject_frame(subject, opened.slug)
    ), status


def _clash_page(opened: Opened, clash: Clash) -> ResponseReturnValue:
    """Who else changed the same fields, and per field the choice between the two."""
    subject, theirs = opened.subject, clash.theirs
    with draft(opened.draft) as session:
        by = editing.change_to(session, theirs)
    page = {
        "name": subject.row(theirs.data, opened.around).name,
        "rows": clash_rows(clash.fields, theirs.data, clash.merged),
        "merged": json.dumps(clash.merged, ensure_ascii=False),
        "version": theirs.version,
        "entry_id": theirs.id,
        "author": by.author if by else "",
    }
    return render_template("desk/clash.html", page=page, **subject_frame(subject, opened.slug)), 409


def _gone_page(
    session: Session, subject: Subject, slug: str, data: Mapping[str, Any] | None = None
) -> ResponseReturnValue:
    """Somebody removed the entry meanwhile: what was typed comes back as a new one."""
    opened = _new(session, subject, slug)
    if data is None:
        typed = Typed({name: request.form.getlist(name) for name in request.form})
        data = read_fields(opened.fields, typed, {})
    return _form_page(opened, data, status=409, gone=True)


def _remove_page(opened: Opened, entry: Entry, *, status: int = 200, **more: Any) -> ResponseReturnValue:
    name = opened.subject.row(entry.data, opened.around).name
    page = {"name": name, "version": entry.version, "entry_id": entry.id, "is_new": opened.is_new}
    frame = subject_frame(opened.subject, opened.slug)
    return render_template("desk/remove.html", page=page, **more, **frame), status


def _draft_key(slug: str, subject: Subject, entry_id: str) -> str:
    """Under which the browser keeps what was typed in a form."""
    return "/".join((str(the_user().account), subject.draft_of(slug), subject.kind, entry_id, *subject.where.values()))


def last_done(session: Session, subject: Subject, slug: str, around: Around) -> dict[str, Any] | None:
    """What the last press of a button did, with the change that can be taken back."""
    number = request.args.get("gewijzigd", type=int)
    if number is None:
        return None
    try:
        change = editing.change(session, subject.draft_of(slug), number)
    except Unknown:
        entry_id = (request.view_args or {}).get("entry_id", ONLY)
        return {"text": "Er was niets veranderd.", "undo": 0, "draft_key": _draft_key(slug, subject, entry_id)}
    name = subject.row(change.after or change.before or {}, around).name
    kept_as = _draft_key(slug, subject, NEW if change.before is None else change.entry)
    return {"text": done_words(change, name), "undo": number, "undo_at": subject.undo, "draft_key": kept_as}


def subject_frame(subject: Subject, slug: str) -> dict[str, Any]:
    """The frame of a page of this subject."""
    return desk_frame(slug) | {"here": subject.list_page, "subject": subject}


def _edit_url(subject: Subject, slug: str, entry_id: str, **more: Any) -> str:
    where: dict[str, Any] = {} if subject.kind in (HEAD, LAYER) else {"entry_id": entry_id}
    return url_for(f"{subject.page}_edit", slug=slug, **(where | dict(subject.where) | more))


def _version() -> int:
    """The version of the entry that somebody saw when they began."""
    return request.form.get("versie", 0, type=int)
