"""A walk with all that is kept around it, against the same walk without: what that costs at a question."""

from __future__ import annotations

from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from dataclasses import replace
from datetime import datetime, timedelta

from sqlalchemy.orm import Session

from bench.compare import ROUNDS, STOCK, Asked, Compared, compare
from bench.instance import Instance
from bench.line import Line, at_most
from bench.load import CONNECTIONS
from bench.servers import Server, site
from routekaart.walks import sharing, store
from routekaart.walks.casework import Entry, FollowUp, Share
from routekaart.walks.store import Opened

MOST = 1.2
LINES, LOOKS, SHARES = 20, 5, 3
AGAINST = "the same walk without"
SAW = "Op het plein trok het zich terug toen het werd opgehaald; de jas bleef dicht, ook binnen, ook bij het eten."


def measure(instance: Instance, client: ProcessPoolExecutor) -> Iterator[Line]:
    """Showing and posting a question of a walk with a log, follow-up and three codes for colleagues."""
    with site(instance.environ) as ours:
        ours.wait_for_all()
        yield _line("show", _compared(client, ours, instance, CONNECTIONS))
        yield _line("post", _compared(client, ours, instance, STOCK * (ROUNDS + 1), b"302"))


def _compared(
    client: ProcessPoolExecutor, ours: Server, instance: Instance, count: int, expected: bytes = b"200"
) -> Compared:
    is_post = expected == b"302"
    full, plain = (
        [one.answers() if is_post else one.asks() for one in walkers]
        for walkers in (instance.walkers(count, worked_on), instance.walkers(count))
    )
    return compare(client, Asked(ours, full, expected, once=is_post), Asked(ours, plain, expected, once=is_post))


def _line(verb: str, found: Compared) -> Line:
    reach = at_most(MOST, 1 / found.ratio, " ×", digits=2)
    return Line(f"walk with log, follow-up and shares, {verb} a question", AGAINST, *reach, found.in_words)


def worked_on(session: Session, opened: Opened, *, key: bytes, now: datetime) -> Opened:
    """The walk with all that one may keep around it."""
    today, kept = now.date(), (opened.expires_on - now.date()).days
    days = [today - timedelta(days=number) for number in range(LINES)]
    log = tuple(Entry(day, saw=f"{number}. {SAW}", said="Nee.", thought=SAW) for number, day in enumerate(days))
    looks = tuple(FollowUp(day, started="ja", note=SAW) for day in days[:LOOKS])
    asked = Share(today, function="aandachtsfunctionaris", may_add=True)
    shares = tuple(sharing.give(session, opened, asked, key=key, days=kept) for _ in range(SHARES))
    case = replace(opened.case, log=log, follow_ups=looks, shares=shares)
    return store.keep(session, opened, case, key=key, now=now, days=kept)
