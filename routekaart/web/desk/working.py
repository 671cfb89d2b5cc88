"""A region as its desk has it now, and as it is live."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from flask import current_app, url_for
from sqlalchemy.orm import Session

from routekaart import clock
from routekaart.accounts.policy import Permission
from routekaart.directory import Directory
from routekaart.engine.proofs.report import roles_needed
from routekaart.regions.document import RegionDocument
from routekaart.upkeep import todo
from routekaart.upkeep.due import Due
from routekaart.web.access import asked_by
from routekaart.web.auth.current import the_user
from routekaart.web.desk.frame import live_region
from routekaart.web.services import services


@dataclass(frozen=True, slots=True)
class Working:
    """The document of the draft (of what is live, while there is no draft), its directory, and the live directory."""

    document: RegionDocument
    draft: Directory
    live: Directory
    roles: tuple[str, ...]


def working(session: Session, slug: str) -> Working:
    """A region of the desk; 404 when there is none."""
    maps, live = services().maps, live_region(slug)
    document = todo.working_document(session, slug, live.document)
    group = maps.groups.get(document.group or "")
    draft = document.to_directory(maps.national, group.to_group() if group else None)
    return Working(document, draft, maps.directory(live), _roles(slug))


def to_do(session: Session, found: Working, now: datetime) -> tuple[Due, ...]:
    """What there is to do in it."""
    today = now.astimezone(clock.AMSTERDAM).date()
    directories = (found.draft, found.live)
    return todo.to_do(session, found.document, directories, found.roles, today=today, now=now)


def mending(slug: str) -> Callable[[str, str], str]:
    """The address of a page of this region's desk by endpoint and entry; "" for who may not see such a page."""

    def address(endpoint: str, entry: str) -> str:
        rule = next(current_app.url_map.iter_rules(endpoint), None) if endpoint in current_app.view_functions else None
        if rule is None:
            return ""
        asked = asked_by(endpoint)
        if isinstance(asked, Permission) and not the_user().may(asked, slug):
            return ""
        own = [name for name in rule.arguments if name != "slug"]
        values: dict[str, Any] = dict.fromkeys(own, entry) | {"slug": slug}
        return url_for(endpoint, **values)

    return address


def _roles(slug: str) -> tuple[str, ...]:
    """Every role that some map of the region asks for."""
    maps = services().maps
    found = (maps.get(slug, sector) for sector in maps.atlas.sector_ids)
    return tuple(sorted({role for one in found if one for role in roles_needed(one.routemap)}))
