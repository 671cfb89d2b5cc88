"""An installation to measure: a new folder with a migrated, seeded database, and walks that somebody is on."""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from functools import cached_property
from pathlib import Path
from typing import Protocol
from urllib.parse import urlencode

from flask import Flask
from sqlalchemy import insert
from sqlalchemy.orm import Session

from bench.load import request
from routekaart import clock, config
from routekaart.config import Settings
from routekaart.presenters.question_page import number_of
from routekaart.regions.document import RegionDocument
from routekaart.regions.files import read_regions
from routekaart.regions.seeding import seed
from routekaart.storage.database import engine_for, transaction
from routekaart.storage.migrating import upgrade
from routekaart.walks import store
from routekaart.walks.resume import from_cookie, to_cookie
from routekaart.walks.store import Opened, SealedWalk
from routekaart.web.app import create_app
from tests.support.answering import begin, walk_on
from tests.support.visitor import Visitor

REGION, SECTOR = "voorbeeldregio", "onderwijs"
GUIDE = f"/{REGION}/{SECTOR}/gesprek"
SEALED = 1 + 12 + 2048 + 16
ASKED = "afweging-1"
CASE = {
    "wie": {"kind-0-11": 2, "kind-12-15": 1, "volwassene": 1},
    "onthulling": "ja",
    "praten-veilig": "ja",
    "afweging-1": "ja",
    "besluit-melden": "ja",
}


class Further(Protocol):
    """What somebody does in a walk besides answering; gives the walk as it is then."""

    def __call__(self, session: Session, opened: Opened, /, *, key: bytes, now: datetime) -> Opened: ...


@dataclass(frozen=True, slots=True)
class Walker:
    """A browser in the middle of a walk: its cookies, and the form of the question that is measured."""

    path: str
    cookies: str
    form: dict[str, str]

    def asks(self, path: str = "") -> bytes:
        """The request for a page of the walk; without a path, the measured question."""
        return request("GET", path or self.path, {"Cookie": self.cookies})

    @property
    def body(self) -> bytes:
        """The form as it is sent."""
        return urlencode(self.form).encode()

    def answers(self) -> bytes:
        """The request that sends the answer of the measured question."""
        return request("POST", self.path, {"Cookie": self.cookies}, self.body)


class Instance:
    """An installation in a folder of its own."""

    def __init__(self, folder: Path, *, copies: int = 1, walks: int = 0) -> None:
        """Every region stands there `copies` times, under other names; `walks` rows are walks of other people."""
        folder.mkdir()
        self.environ = {"INSTANCE": str(folder), "DATABASE_URL": os.environ.get("BENCH_DATABASE_URL", "")}
        self.settings: Settings = config.load(self.environ)
        self.engine = engine_for(self.settings.database_url)
        upgrade(self.engine)
        with transaction(self.engine) as session:
            seed(session, _documents(copies), now=clock.now())
            rows = ({"id": os.urandom(32), "sealed": os.urandom(SEALED), "expires_on": date.max} for _ in range(walks))
            while chunk := [row for row, _ in zip(rows, range(10_000), strict=False)]:
                session.execute(insert(SealedWalk), chunk)

    @cached_property
    def app(self) -> Flask:
        """The application on this installation, in this process."""
        return create_app(self.settings)

    def walkers(self, count: int, further: Further | None = None) -> list[Walker]:
        """People who each have a walk of their own: the first answers it all, the others copy it and work `further`."""
        visitor = Visitor(self.app.test_client())
        walk_on(visitor, begin(visitor, REGION, SECTOR), CASE)
        routemap = self.app.extensions["routekaart"].maps.get(REGION, SECTOR).routemap
        path = f"/doorloop/vraag/{number_of(routemap, routemap.question(ASKED))}"
        form = dict(visitor.get(path).form("/vraag/").form_values())
        session, cookie = (
            visitor.client.get_cookie(*where) for where in (("formulier",), ("doorloop", "localhost", "/doorloop"))
        )
        assert session
        assert cookie
        return [
            Walker(
                path, f"formulier={session.value}; doorloop={to_cookie(one.secret)}", {**form, "versie": one.version}
            )
            for one in self._copies(from_cookie(cookie.value), count, further)
        ]

    def _copies(self, secret: bytes, count: int, further: Further | None) -> list[Opened]:
        key, now = self.settings.key("walks"), clock.now()
        days = self.app.extensions["routekaart"].maps.get(REGION, SECTOR).directory.region.retention_days
        with transaction(self.engine) as session:
            case = store.open_walk(session, secret, key=key, now=now).case
            started = [store.start(session, case, key=key, now=now, days=days) for _ in range(count)]
            return [further(session, one, key=key, now=now) for one in started] if further else started


def _documents(copies: int) -> Iterator[RegionDocument]:
    for document in read_regions(config.ROOT / "content").regions.values():
        yield document
        for number in range(2, copies + 1):
            yield document.model_copy(update={"slug": f"{document.slug}-{number}"})
