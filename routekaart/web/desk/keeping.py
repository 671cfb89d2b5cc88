"""Keeping what somebody made of a region's draft: each change holds together with the rest, or nothing is written."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from typing import Any

from flask import abort
from sqlalchemy.orm import Session

from routekaart import clock
from routekaart.presenters.desk_errors import FORM, Errors, elsewhere_error, problem_errors
from routekaart.presenters.desk_form import Around
from routekaart.presenters.desk_ids import with_ids_of
from routekaart.regions import editing
from routekaart.regions.document import RegionGroupDocument
from routekaart.regions.editing import Change, Entry, Taken, Unknown
from routekaart.regions.entries import LISTS
from routekaart.regions.entry_problems import broken_elsewhere, entry_problems
from routekaart.regions.revision import GROUP
from routekaart.storage.database import reading, transaction
from routekaart.web.auth.current import the_user
from routekaart.web.desk.frame import members_of
from routekaart.web.services import services

TAKEN = "Dit staat er al. Iemand anders voegde het misschien net toe."
LAST = "Een regio heeft minstens één gemeente."


class Faulty(Exception):
    """An entry as it was typed does not hold together with the rest; nothing was written."""

    def __init__(self, errors: Errors) -> None:
        """What is wrong, by the path of the field."""
        super().__init__()
        self.errors = errors


@contextmanager
def draft(slug: str) -> Iterator[Session]:
    """A session to read a region's draft in; whoever looks first opens the draft. 404 for an unknown region."""
    with reading(services().engine) as session:
        is_there = editing.has_draft(session, slug)
    if not is_there:
        with transaction(services().engine) as session:
            try:
                editing.open_draft(session, slug)
            except Unknown:
                abort(404)
    with reading(services().engine) as session:
        yield session


def around_draft(session: Session, slug: str) -> Around:
    """What the entries of a draft may refer to."""
    data, atlas = _as_of_region(slug, editing.draft_data(session, slug)), services().maps.atlas
    editions = {one: atlas.edition(one) for one in atlas.edition_ids}
    own, group = editions.get(data["edition"]), services().maps.groups.get(data["group"] or "")
    return Around(
        data=data,
        national=services().maps.national,
        today=clock.today(),
        editions={one: edition.title for one, edition in editions.items()},
        steps={one.id: one.title for one in (*own.steps, own.acute, own.follow_up)} if own else {},
        sectors={one: atlas.sector(one).title for one in atlas.sector_ids},
        free_municipalities=_free_municipalities(slug),
        shared=group.model_dump(mode="json") if group else {},
    )


def _as_of_region(slug: str, data: dict[str, Any]) -> Mapping[str, Any]:
    """The data of a draft; those of a group with the edition of its regions, whose steps its agreements name."""
    if not slug.startswith(GROUP):
        return data
    edition = next((one.edition for one in members_of(data["slug"])), "")
    return {**data, "edition": edition, "group": None}


def _free_municipalities(slug: str) -> dict[str, str]:
    """Real municipalities by code, without those of other regions that work now."""
    others = (one.document for one in services().maps.live.all().values() if one.slug != slug)
    taken = {place.code for one in others if not one.historical for place in one.municipalities}
    return {code: name for code, name in services().known.municipalities.items() if code not in taken}


def keep(session: Session, seen: Entry, data: Mapping[str, Any]) -> Change | None:
    """Saves an entry when it holds together with the rest of the draft; the change that it made, if any.

    Raises Faulty, and what `editing.save` raises.
    """
    was, before = editing.draft_data(session, seen.slug), editing.entry(session, seen.slug, seen.kind, seen.id)
    kept = editing.save(session, seen, data, author=the_user().email, now=clock.now())
    _hold_together(session, was, kept)
    return editing.change_to(session, kept) if kept.version > before.version else None


def add(session: Session, slug: str, kind: str, data: Mapping[str, Any], named_by: str = "name") -> Change | None:
    """Adds an entry, with an id that is made of its name. Raises Faulty, or pydantic's ValidationError."""
    was = editing.draft_data(session, slug)
    fresh = data
    if "id" in LISTS[kind].model_fields and not data.get("id"):
        taken = {one.id for one in editing.entries(session, slug, kind)}
        (fresh,) = with_ids_of([data], named_by, taken)
    try:
        kept = editing.add(session, slug, kind, fresh, author=the_user().email, now=clock.now())
    except Taken as taken_id:
        raise Faulty({named_by: TAKEN}) from taken_id
    _hold_together(session, was, kept)
    return editing.change_to(session, kept)


def take_out(session: Session, seen: Entry) -> Change:
    """Removes an entry that nothing else needs. Raises Faulty, and what `editing.remove` raises."""
    was = editing.draft_data(session, seen.slug)
    editing.remove(session, seen, author=the_user().email, now=clock.now())
    now = editing.draft_data(session, seen.slug)
    if was["municipalities"] and not now["municipalities"]:
        raise Faulty({FORM: LAST})
    if broken := broken_elsewhere(was, now, "", -1, _shared(now)):
        raise Faulty({FORM: elsewhere_error(broken, now)})
    return editing.changes(session, seen.slug, most=1)[0]


def take_back(session: Session, slug: str, number: int) -> Change:
    """Undoes a change. Raises Faulty, and what `editing.undo` raises."""
    was = editing.draft_data(session, slug)
    kept = editing.undo(session, number, author=the_user().email, now=clock.now())
    if kept is not None:
        _hold_together(session, was, kept)
    elif broken := broken_elsewhere(was, editing.draft_data(session, slug), "", -1, _shared(was)):
        raise Faulty({FORM: elsewhere_error(broken, was)})
    return editing.changes(session, slug, most=1)[0]


def _hold_together(session: Session, was: Mapping[str, Any], kept: Entry) -> None:
    """Raises Faulty when an entry refers to what is not there, or others now refer to what it no longer has."""
    now = editing.draft_data(session, kept.slug)
    ids = [one.id for one in editing.entries(session, kept.slug, kept.kind)]
    place = ids.index(kept.id)
    known, shared = services().known, _shared(now)
    errors = problem_errors(entry_problems(now, kept.kind, place, known, shared))
    if broken := broken_elsewhere(was, now, kept.kind, place, shared):
        errors.setdefault(FORM, elsewhere_error(broken, now))
    if errors:
        raise Faulty(errors)


def _shared(data: Mapping[str, Any]) -> RegionGroupDocument | None:
    """What the region's group says."""
    return services().maps.groups.get(data.get("group") or "")
