"""The site in this process with a clock that a test moves; a browser meets it as any other."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from pathlib import Path
from threading import Thread

import pytest
from werkzeug.serving import make_server

from routekaart import clock
from tests.support.published import published_app


@dataclass
class MovedClock:
    """The time of this machine, and as much later as the test says."""

    ahead: timedelta = field(default_factory=timedelta)

    def put_into(self, monkeypatch: pytest.MonkeyPatch) -> MovedClock:
        """Whoever asks the time in this process gets this one."""
        now, today = clock.now, clock.today
        monkeypatch.setattr(clock, "now", lambda: now() + self.ahead)
        monkeypatch.setattr(clock, "today", lambda: today() + self.ahead)
        return self

    def later(self, days: int) -> None:
        self.ahead += timedelta(days=days)

    def day(self, ahead: int = 0) -> str:
        """A day from now as one types it."""
        return f"{clock.today() + timedelta(days=ahead):%d-%m-%Y}"

    def now(self) -> datetime:
        return clock.now()

    def today(self) -> date:
        return clock.today()


@contextmanager
def moved_site(instance: Path) -> Iterator[str]:
    """The address of a site with everything in content/, until the block ends."""
    server = make_server("127.0.0.1", 0, published_app(instance), threaded=True)
    thread = Thread(target=server.serve_forever)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}"
    finally:
        server.shutdown()
        thread.join()
