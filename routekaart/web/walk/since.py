"""What a region changed since a walk began, as far as it matters to that walk."""

from __future__ import annotations

from functools import lru_cache

from sqlalchemy import Engine

from routekaart.engine.proofs.report import role_of
from routekaart.engine.walk import Walk
from routekaart.presenters.region_changes import change_lines
from routekaart.regions.comparing import touching
from routekaart.regions.document import RegionDocument
from routekaart.regions.history import document_of
from routekaart.regions.maps import RegionalMap
from routekaart.regions.revision import revision
from routekaart.storage.database import reading
from routekaart.web.services import services

PAIRS_KEPT = 32


def touched_since(place: RegionalMap, begun: int, walk: Walk) -> list[str] | None:
    """In plain words what changed of the partners and agreements in the advice so far; None: that is not known."""
    if begun == place.revision or not place.own_edition:
        return None
    engine = services().engine
    before, after = _document(engine, place.slug, begun), _document(engine, place.slug, place.revision)
    if before is None or after is None:
        return None
    roles = {role_of(one.item) for one in walk.advised}
    return [f"{one['title']}: {one['text']}" for one in change_lines(touching(before, after, roles))]


@lru_cache(maxsize=PAIRS_KEPT)
def _document(engine: Engine, slug: str, number: int) -> RegionDocument | None:
    """A revision, which never changes; kept since every page of a walk asks for it."""
    with reading(engine) as session:
        return document_of(revision(session, slug, number))
