"""Editing a region's draft, entry by entry. Nobody's work is lost: who comes second is merged, or told what clashes.

Verbs of the draft: session first, no commit. Authors are the addresses or functions under which people sign in.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Select, func, select
from sqlalchemy.orm import Session

from routekaart.regions.document import RegionDocument, RegionGroupDocument
from routekaart.regions.entries import HEAD, LAYER, Piece, id_of, is_numbered, join, split, written
from routekaart.regions.merging import merge
from routekaart.regions.revision import GROUP, latest
from routekaart.regions.tables import DraftChangeRow, DraftEntryRow, DraftRow


class Unknown(Exception):
    """No such region, entry or change; perhaps somebody removed it meanwhile."""


class Taken(Exception):
    """An entry with this id is there already."""


class Clash(Exception):
    """Somebody else changed the same fields. `theirs` is the entry as it is now, `fields` the paths that clash.

    `merged` holds everything that does not clash of both, and mine where it does. Nothing was written.
    """

    def __init__(self, theirs: Entry, merged: Mapping[str, Any], fields: tuple[str, ...]) -> None:
        """Nothing of the data goes into the text of the error."""
        super().__init__(", ".join(fields))
        self.theirs, self.merged, self.fields = theirs, merged, fields


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry of a draft. A form that edits it carries `version` along."""

    slug: str
    kind: str
    id: str
    version: int
    data: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Change:
    """Who changed an entry when; `before` and `after` are its data, None: it was not there."""

    number: int
    slug: str
    kind: str
    entry: str
    version: int
    before: Mapping[str, Any] | None
    after: Mapping[str, Any] | None
    author: str
    made_at: datetime
    revision: int | None


@dataclass(frozen=True, slots=True)
class Unpublished:
    """What nobody but the desk sees yet of an entry: what is live (None: nothing), and the last change since."""

    live: Mapping[str, Any] | None
    last: Change


def open_draft(session: Session, slug: str) -> int:
    """Sees to it that a region has a draft, made of its newest revision; gives the revision that it stands on.

    A region group has one too, under its own name (`groups.key_of`). Raises Unknown.
    """
    row = session.get(DraftRow, slug)
    if row is None:
        newest = latest(session, slug)
        if newest is None:
            raise Unknown(slug)
        row = DraftRow(slug=slug, base=newest.number)
        session.add(row)
        for position, piece in enumerate(split(_read(slug, newest.document))):
            session.add(_row(slug, piece, position, version=1))
        session.flush()
    return row.base


def has_draft(session: Session, slug: str) -> bool:
    """Whether a region is being edited."""
    return session.get(DraftRow, slug) is not None


def base(session: Session, slug: str) -> int:
    """The revision that a draft stands on. Raises Unknown when there is no draft."""
    row = session.get(DraftRow, slug)
    if row is None:
        raise Unknown(slug)
    return row.base


def entries(session: Session, slug: str, kind: str) -> tuple[Entry, ...]:
    """The entries of a kind in their order."""
    return tuple(_entry(row) for row in session.scalars(_rows(slug).where(DraftEntryRow.kind == kind)))


def entry(session: Session, slug: str, kind: str, entry_id: str) -> Entry:
    """One entry. Raises Unknown."""
    return _entry(_found(session, slug, kind, entry_id))


def at_version(session: Session, slug: str, kind: str, entry_id: str, version: int) -> Entry:
    """An entry as somebody saw it at a version, also when it was changed since. Raises Unknown."""
    found = entry(session, slug, kind, entry_id)
    if found.version == version:
        return found
    before = Entry(slug, kind, entry_id, version, {})
    return Entry(slug, kind, entry_id, version, _as_seen(session, before))


def save(session: Session, seen: Entry, data: Mapping[str, Any], *, author: str, now: datetime) -> Entry:
    """Keeps an entry as somebody made it from what they had `seen`; gives it as it is now.

    What others changed since is merged into it. Raises Clash, Unknown, or pydantic's ValidationError. An id that
    differs is refused with ValueError: other entries refer to it.
    """
    mine = written(seen.kind, data)
    row = _found(session, seen.slug, seen.kind, seen.id, lock=True)
    theirs = _entry(row)
    if theirs.version != seen.version:
        merged = merge(_as_seen(session, seen), mine, dict(theirs.data))
        if merged.clashes:
            raise Clash(theirs, merged.data, merged.clashes)
        mine = written(seen.kind, merged.data)
    if not is_numbered(seen.kind) and seen.kind not in (HEAD, LAYER) and id_of(seen.kind, mine) != seen.id:
        raise ValueError("an entry keeps its id")
    return theirs if mine == theirs.data else _change(session, row, mine, author, now)


def add(session: Session, slug: str, kind: str, data: Mapping[str, Any], *, author: str, now: datetime) -> Entry:
    """A new entry at the end of its kind. Raises Taken or pydantic's ValidationError."""
    fresh = written(kind, data)
    entry_id = _next_number(session, slug, kind) if is_numbered(kind) else id_of(kind, fresh)
    if session.get(DraftEntryRow, (slug, kind, entry_id)):
        raise Taken(entry_id)
    last = session.scalar(select(func.max(DraftEntryRow.position)).where(DraftEntryRow.slug == slug)) or 0
    return _entry(_add(session, slug, Piece(kind, entry_id, fresh), last + 1, author, now))


def remove(session: Session, seen: Entry, *, author: str, now: datetime) -> None:
    """Takes an entry out. Raises Unknown, or Clash when somebody changed it since it was seen."""
    row = _found(session, seen.slug, seen.kind, seen.id, lock=True)
    if row.version != seen.version:
        raise Clash(_entry(row), seen.data, ("",))
    row.version += 1
    _note(session, row, row.data, None, author, now)
    session.delete(row)
    session.flush()


def undo(session: Session, number: int, *, author: str, now: datetime) -> Entry | None:
    """Takes one change back as a change of its own; what was changed after it stays. None: the entry is gone again.

    Raises Unknown, or Clash when a later change touched the same fields.
    """
    row = session.get(DraftChangeRow, number)
    if row is None:
        raise Unknown(number)
    if row.after is None:
        return _put_back(session, row, author, now)
    seen = Entry(row.slug, row.kind, row.entry, row.version, json.loads(row.after))
    if row.before is None:
        remove(session, seen, author=author, now=now)
        return None
    return save(session, seen, json.loads(row.before), author=author, now=now)


def changes(session: Session, slug: str, *, most: int = 100, unpublished: bool = False) -> tuple[Change, ...]:
    """The latest changes of a draft, newest first."""
    rows = select(DraftChangeRow).where(DraftChangeRow.slug == slug).order_by(DraftChangeRow.number.desc()).limit(most)
    if unpublished:
        rows = rows.where(DraftChangeRow.revision.is_(None))
    return tuple(_read_change(row) for row in session.scalars(rows))


def changes_of(session: Session, slug: str, revision: int) -> tuple[Change, ...]:
    """The changes that a revision took along, newest first."""
    rows = select(DraftChangeRow).where(DraftChangeRow.slug == slug, DraftChangeRow.revision == revision)
    return tuple(_read_change(row) for row in session.scalars(rows.order_by(DraftChangeRow.number.desc())))


def change(session: Session, slug: str, number: int) -> Change:
    """One change of a region's draft. Raises Unknown."""
    row = session.get(DraftChangeRow, number)
    if row is None or row.slug != slug:
        raise Unknown(number)
    return _read_change(row)


def change_to(session: Session, kept: Entry) -> Change | None:
    """The change that made an entry what it is; None when it still is as the draft began."""
    row = session.scalar(
        select(DraftChangeRow).where(
            *_of(kept.slug, kept.kind, kept.id),
            DraftChangeRow.version == kept.version,
            DraftChangeRow.after.is_not(None),
        )
    )
    return None if row is None else _read_change(row)


def unpublished(session: Session, slug: str, kind: str) -> dict[str, Unpublished]:
    """The entries of a kind that were touched since the last publication, by id; also those that are gone."""
    rows = select(DraftChangeRow).where(DraftChangeRow.slug == slug, DraftChangeRow.kind == kind)
    found: dict[str, Unpublished] = {}
    for row in session.scalars(rows.where(DraftChangeRow.revision.is_(None)).order_by(DraftChangeRow.number)):
        one = _read_change(row)
        live = found[one.entry].live if one.entry in found else one.before
        found[one.entry] = Unpublished(live, one)
    return found


def draft_data(session: Session, slug: str) -> dict[str, Any]:
    """The plain data of the document that the draft makes; whether it is sound is for `RegionDocument` to say."""
    rows = session.scalars(_rows(slug))
    return join(Piece(row.kind, row.id, json.loads(row.data)) for row in rows)


def draft_document(session: Session, slug: str) -> RegionDocument:
    """The draft as a document. Raises pydantic's ValidationError."""
    return RegionDocument.model_validate(draft_data(session, slug))


def replace_draft(session: Session, document: RegionDocument, *, author: str, now: datetime) -> int:
    """Makes the draft equal to a document (a restored revision, an import), each difference a change; how many."""
    old = {(row.kind, row.id): row for row in session.scalars(_rows(document.slug))}
    changed = 0
    for position, piece in enumerate(split(document)):
        row = old.pop((piece.kind, piece.id), None)
        if row is None:
            row = _add(session, document.slug, piece, position, author, now)
            changed += 1
        elif json.loads(row.data) != piece.data:
            _change(session, row, piece.data, author, now)
            changed += 1
        row.position = position
    for row in old.values():
        remove(session, _entry(row), author=author, now=now)
    session.flush()
    return changed + len(old)


def mark_published(session: Session, slug: str, revision: int, *, until: int | None = None) -> None:
    """The draft became this revision and stands on it, with its changes up to the one numbered `until`."""
    session.get_one(DraftRow, slug).base = revision
    rows = select(DraftChangeRow).where(DraftChangeRow.slug == slug, DraftChangeRow.revision.is_(None))
    for row in session.scalars(rows if until is None else rows.where(DraftChangeRow.number <= until)):
        row.revision = revision


def last_change(session: Session, slug: str) -> int:
    """The number of the newest change of a draft; 0: it is as it began."""
    return session.scalar(select(func.max(DraftChangeRow.number)).where(DraftChangeRow.slug == slug)) or 0


def _read(slug: str, document: str) -> RegionDocument | RegionGroupDocument:
    """What a revision holds: a group's name says that it is one."""
    if slug.startswith(GROUP):
        return RegionGroupDocument.model_validate_json(document)
    return RegionDocument.model_validate_json(document)


def _change(session: Session, row: DraftEntryRow, data: Mapping[str, Any], author: str, now: datetime) -> Entry:
    before, row.data = row.data, _json(data)
    row.version += 1
    _note(session, row, before, row.data, author, now)
    return _entry(row)


def _put_back(session: Session, gone: DraftChangeRow, author: str, now: datetime) -> Entry:
    if session.get(DraftEntryRow, (gone.slug, gone.kind, gone.entry)):
        raise Taken(gone.entry)
    piece = Piece(gone.kind, gone.entry, json.loads(gone.before or ""))
    return _entry(_add(session, gone.slug, piece, gone.position, author, now))


def _add(session: Session, slug: str, piece: Piece, position: int, author: str, now: datetime) -> DraftEntryRow:
    earlier = session.scalar(select(func.max(DraftChangeRow.version)).where(*_of(slug, piece.kind, piece.id)))
    row = _row(slug, piece, position, version=(earlier or 0) + 1)
    session.add(row)
    _note(session, row, None, row.data, author, now)
    return row


def _note(
    session: Session, row: DraftEntryRow, before: str | None, after: str | None, author: str, now: datetime
) -> None:
    session.add(
        DraftChangeRow(
            slug=row.slug,
            kind=row.kind,
            entry=row.id,
            position=row.position,
            version=row.version,
            before=before,
            after=after,
            author=author,
            made_at=now,
        )
    )
    session.flush()


def _as_seen(session: Session, seen: Entry) -> Any:
    """The data of an entry at the version that somebody saw. Raises Unknown."""
    following = select(DraftChangeRow.before).where(*_of(seen.slug, seen.kind, seen.id))
    text = session.scalar(following.where(DraftChangeRow.version == seen.version + 1))
    if text is None:
        raise Unknown(seen.id)
    return json.loads(text)


def _next_number(session: Session, slug: str, kind: str) -> str:
    """One more than any that is or was there."""
    there = session.scalars(select(DraftEntryRow.id).where(DraftEntryRow.slug == slug, DraftEntryRow.kind == kind))
    gone = session.scalars(select(DraftChangeRow.entry).where(DraftChangeRow.slug == slug, DraftChangeRow.kind == kind))
    return str(max(map(int, (*there, *gone)), default=0) + 1)


def _rows(slug: str) -> Select[DraftEntryRow]:
    return select(DraftEntryRow).where(DraftEntryRow.slug == slug).order_by(DraftEntryRow.position, DraftEntryRow.id)


def _of(slug: str, kind: str, entry_id: str) -> Iterable[Any]:
    return (DraftChangeRow.slug == slug, DraftChangeRow.kind == kind, DraftChangeRow.entry == entry_id)


def _found(session: Session, slug: str, kind: str, entry_id: str, *, lock: bool = False) -> DraftEntryRow:
    row = session.get(DraftEntryRow, (slug, kind, entry_id), with_for_update=lock or None)
    if row is None:
        raise Unknown(entry_id)
    return row


def _row(slug: str, piece: Piece, position: int, version: int) -> DraftEntryRow:
    return DraftEntryRow(
        slug=slug, kind=piece.kind, id=piece.id, position=position, version=version, data=_json(piece.data)
    )


def _entry(row: DraftEntryRow) -> Entry:
    return Entry(row.slug, row.kind, row.id, row.version, json.loads(row.data))


def _read_change(row: DraftChangeRow) -> Change:
    before, after = (None if text is None else json.loads(text) for text in (row.before, row.after))
    return Change(
        row.number, row.slug, row.kind, row.entry, row.version, before, after, row.author, row.made_at, row.revision
    )


def _json(data: Mapping[str, Any]) -> str:
    return json.dumps(data, ensure_ascii=False, separators=(",", ":"))
