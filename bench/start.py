"""How long the site takes to be ready, and what memory it then takes."""

from __future__ import annotations

from collections.abc import Iterator
from statistics import median
from time import perf_counter

from bench.instance import GUIDE, REGION, SECTOR, Instance, Walker
from bench.line import Line, at_most
from bench.servers import Server, site

TIMES = 3
REQUESTS = 200
READY, MEGABYTES = 1.5, 120
PAGES = ("", "gesprek", "alles", "sociale-kaart", "afspraken", "acuut", "wegen?anders=1", "advies")
PLACES = (f"/{REGION}/{SECTOR}/", "/flevoland/zorg/", "/utrecht/jeugdgezondheid/", "/zeeland/kinderopvang/")


def measure(instance: Instance) -> Iterator[Line]:
    """Ready, twice over; then memory."""
    walker = instance.walkers(1)[0]
    well, page, used = [], [], []
    for _ in range(TIMES):
        start = perf_counter()
        with site(instance.environ) as server:
            server.wait_for("/healthz")
            well.append(perf_counter() - start)
            server.wait_for(GUIDE)
            page.append(perf_counter() - start)
            server.wait_for_all()
            used.append(server.start_cpu())
            if len(page) == TIMES:
                _visit(server, walker)
                rss, pss = server.memory("Rss"), server.memory("Pss")
    numbers = (
        f"middle of {TIMES} starts; {median(used):.2f} s of processor until the first page, all processes together"
    )
    yield Line("ready: /healthz answers", "–", *at_most(READY, median(well), " s", 2), numbers)
    yield Line("ready: first guide page answered", "–", *at_most(READY, median(page), " s", 2), numbers)
    detail = f"resident; {pss:.0f} MB when what it shares counts once"
    yield Line(f"memory of a web process after {REQUESTS} requests", "–", *at_most(MEGABYTES, rss, " MB", 0), detail)


def _visit(server: Server, walker: Walker) -> None:
    """A mix of pages of the guide and of a walk."""
    guide = [place + page for place in PLACES for page in PAGES]
    walk = [walker.path, "/doorloop/advies", "/doorloop/overzicht", "/doorloop/code"]
    for number in range(REQUESTS):
        path = walk[number // 2 % len(walk)] if number % 2 else guide[number // 2 % len(guide)]
        server.get(path, {"Cookie": walker.cookies, "Accept-Encoding": "br"})
