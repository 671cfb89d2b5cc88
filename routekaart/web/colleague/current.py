"""The walk that a colleague looks along in: opened with the secret in a cookie of their own."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from flask import Response, request

from routekaart import clock
from routekaart.directory import Directory
from routekaart.drawing import progress_of, progress_strip
from routekaart.engine.walk import Walk
from routekaart.presenters import frame
from routekaart.regions.maps import RegionalMap
from routekaart.storage.database import reading
from routekaart.walks import resume, sharing, store
from routekaart.walks.casefile import CaseFile, Unreadable
from routekaart.walks.sharing import Access
from routekaart.web.services import services
from routekaart.web.walk.current import NoMap, walk_key, walked

COOKIE = "meekijken"
PATH = "/meekijken"


class NoCode(Exception):
    """No code was typed in this browser, or it was closed since."""


CANNOT_READ = (NoCode, NoMap, resume.Tampered, store.Unknown, store.Expired, store.Corrupt, Unreadable)


@dataclass(frozen=True, slots=True)
class Reading:
    """A walk as a colleague has it open, with the map that it is walked on."""

    secret: bytes
    access: Access
    case: CaseFile
    place: RegionalMap
    walk: Walk

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
            "banners": frame.banners(region, routemap.edition),
            "strip": progress_strip(routemap, progress_of(self.walk)),
        }


def current_reading() -> Reading:
    """Raises one of CANNOT_READ."""
    cookie = request.cookies.get(COOKIE)
    if not cookie:
        raise NoCode
    return read_with(resume.from_cookie(cookie))


def read_with(secret: bytes) -> Reading:
    """The walk that a code opens now. Raises one of CANNOT_READ."""
    with reading(services().engine) as session:
        shared = sharing.open_shared(session, secret, key=walk_key(), now=clock.now())
    return Reading(secret, shared.access, shared.case, *walked(shared.case))


def give_cookie(response: Response, secret: bytes) -> Response:
    """The code goes to these pages alone, until the browser closes."""
    response.set_cookie(
        COOKIE,
        resume.to_cookie(secret),
        path=PATH,
        secure=request.is_secure,
        httponly=True,
        samesite="Strict",
    )
    return response


def forget_cookie(response: Response) -> Response:
    """This browser no longer opens the walk."""
    response.delete_cookie(COOKIE, path=PATH, httponly=True, samesite="Strict")
    return response
