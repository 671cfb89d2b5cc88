"""The walk of whoever asks: opened with the secret in their cookie, kept sealed again."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import timedelta
from typing import Any

from flask import Response, request

from routekaart import clock
from routekaart.directory import Directory
from routekaart.drawing import progress_of, progress_strip
from routekaart.engine.answers import Answers
from routekaart.engine.walk import Walk
from routekaart.engine.walk import walk as walk_on
from routekaart.presenters import frame
from routekaart.regions.maps import RegionalMap
from routekaart.storage.database import Rows, changing_rows, reading_rows
from routekaart.walks import resume, sharing, store
from routekaart.walks.casefile import CaseFile, Unreadable
from routekaart.walks.store import Opened
from routekaart.web.services import services
from routekaart.web.walk.since import touched_since

COOKIE = "doorloop"
PATH = "/doorloop"


class NoWalk(Exception):
    """Nobody is on a walk here: no cookie."""


class NoMap(Exception):
    """The region or sector of a walk is not there any more."""


CANNOT_OPEN = (NoWalk, NoMap, resume.Tampered, store.Unknown, store.Expired, store.Corrupt, Unreadable)


@dataclass(frozen=True, slots=True)
class CurrentWalk:
    """An opened walk with the map that it is walked on."""

    opened: Opened
    place: RegionalMap
    walk: Walk

    @property
    def case(self) -> CaseFile:
        """What is kept of it."""
        return self.opened.case

    @property
    def directory(self) -> Directory:
        """Who fills which role where it is about."""
        return self.place.directory

    @property
    def frame(self) -> dict[str, Any]:
        """What the frame of each of its pages shows."""
        region, routemap = self.directory.region, self.place.routemap
        return {
            "place": frame.place(region, routemap.sector.title, f"/{region.slug}/{routemap.sector.id}/"),
            "look": frame.look(region),
            "banners": [
                *frame.banners(region, routemap.edition),
                *frame.since_begun(self.place, self.case.revision, self._touched),
            ],
            "version": self.opened.version,
            "strip": progress_strip(routemap, progress_of(self.walk)),
        }

    @property
    def _touched(self) -> list[str] | None:
        return touched_since(self.place, self.case.revision, self.walk)

    def on(self, answers: Answers) -> CaseFile:
        """The case file with other answers."""
        return replace(self.case, values=answers.values, departures=answers.departures)


def current_walk() -> CurrentWalk:
    """Raises one of CANNOT_OPEN."""
    cookie = request.cookies.get(COOKIE)
    if not cookie:
        raise NoWalk
    secret = resume.from_cookie(cookie)
    with reading_rows(services().engine) as session:
        opened = store.open_walk(session, secret, key=walk_key(), now=clock.now())
    return on_map(opened)


def on_map(opened: Opened) -> CurrentWalk:
    """An opened walk on the map of the edition that it began under. Raises NoMap."""
    return CurrentWalk(opened, *walked(opened.case))


def walked(case: CaseFile) -> tuple[RegionalMap, Walk]:
    """A case file on its map. Raises NoMap."""
    place = services().maps.get(case.region, case.sector, case.organisation, case.edition)
    if place is None:
        raise NoMap
    return place, walk_on(place.routemap, Answers(case.values, case.departures))


def keep(current: CurrentWalk, case: CaseFile) -> None:
    """Keep a changed case file. Raises store.Conflict or store.Unknown."""
    with changing_rows(services().engine) as session:
        keep_in(session, current, case)


def keep_in(session: Rows, current: CurrentWalk, case: CaseFile) -> None:
    """Keep a changed case file, and its shares as long, in a transaction that does more. Raises as `keep`."""
    now, days = clock.now(), current.directory.region.retention_days
    last_day = now.date() + timedelta(days=days)
    if last_day != current.opened.expires_on:
        sharing.prolong(session, case.shares, last_day, key=walk_key())
    store.keep(session, current.opened, case, key=walk_key(), now=now, days=days)


def unchanged_walk() -> CurrentWalk:
    """The walk, as the form that was sent showed it. Raises store.Conflict when it was changed since."""
    current = current_walk()
    if request.form.get("versie") != current.opened.version:
        raise store.Conflict
    return current


def walk_key() -> bytes:
    """This installation's key for the ids of walks."""
    return services().settings.key("walks")


def give_cookie(response: Response, secret: bytes, days: int) -> Response:
    """The secret goes to this browser alone, and only to the pages of the walk."""
    response.set_cookie(
        COOKIE,
        resume.to_cookie(secret),
        max_age=days * 24 * 3600,
        path=PATH,
        secure=request.is_secure,
        httponly=True,
        samesite="Lax",
    )
    return response


def forget_cookie(response: Response) -> Response:
    """This browser no longer opens the walk."""
    response.delete_cookie(COOKIE, path=PATH, httponly=True, samesite="Lax")
    return response
