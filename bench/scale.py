"""The same requests with 100 times the regions and 1000 times the walks."""

from __future__ import annotations

from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

from bench.compare import STOCK, Asked, compare
from bench.instance import GUIDE, Instance, Walker
from bench.line import Line, at_most
from bench.load import CONNECTIONS, request
from bench.servers import Server, site

REACH = 1.2
ROUNDS = 4
REGIONS, FEW, MANY = 100, 100, 100_000


def measure(folder: Path, client: ProcessPoolExecutor) -> Iterator[Line]:
    """Guide page, question and answer on a large installation against a small one; the ratio is of time a request."""
    large, small = Instance(folder / "large", copies=REGIONS, walks=MANY), Instance(folder / "small", walks=FEW)
    walkers = {one: one.walkers(STOCK * (ROUNDS + 1)) for one in (large, small)}
    with site(large.environ) as many, site(small.environ) as few:
        for server in (many, few):
            server.wait_for_all()
            server.wait_for(GUIDE)
        for what in ("guide page", "show a question", "post an answer"):
            found = compare(client, _asked(few, what, walkers[small]), _asked(many, what, walkers[large]), ROUNDS)
            numbers = f"small against large: {found.in_words}"
            against = f"1 × ({FEW} walks)"
            name = f"{what} at {REGIONS} × regions and {MANY:,} walks".replace(",", " ")
            yield Line(name, against, *at_most(REACH, found.ratio, " ×", 2), numbers)


def _asked(server: Server, what: str, walkers: list[Walker]) -> Asked:
    match what:
        case "guide page":
            return Asked(server, [request("GET", GUIDE)] * CONNECTIONS)
        case "show a question":
            return Asked(server, [walker.asks() for walker in walkers[:CONNECTIONS]])
    return Asked(server, [walker.answers() for walker in walkers], b"302", once=True)
