"""How long others wait for a page of the guide while two case PDFs are being drawn."""

from __future__ import annotations

from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from statistics import median, quantiles
from threading import Event, Thread

from bench.instance import GUIDE, Instance, Walker
from bench.line import Line, at_most
from bench.load import pace, request
from bench.servers import Server, site

REACH = 3
ROUNDS, SECONDS, EVERY = 3, 3.0, 0.01
PDF = "/doorloop/verslag.pdf"


class Drawing:
    """Two people who ask for their PDF again and again, while the block runs."""

    def __init__(self, server: Server, walkers: list[Walker]) -> None:
        self.done = 0
        self._stop = Event()
        self._server = server
        self._threads = [Thread(target=self._ask, args=(walker,)) for walker in walkers]

    def __enter__(self) -> Drawing:
        for thread in self._threads:
            thread.start()
        return self

    def __exit__(self, *error: object) -> None:
        self._stop.set()
        for thread in self._threads:
            thread.join()

    def _ask(self, walker: Walker) -> None:
        while not self._stop.is_set():
            response = self._server.get(PDF, {"Cookie": walker.cookies})
            self.done += response is not None and response.status == 200


def measure(instance: Instance, client: ProcessPoolExecutor) -> Iterator[Line]:
    """Idle and drawing in turn; somebody asks a hundred times a second."""
    walkers = instance.walkers(2)
    with site(instance.environ) as server:
        server.wait_for_all()
        with Drawing(server, walkers):  # the processes that draw start with the first PDF
            _p95(client, server)
        idle, busy, done = [], [], 0
        for _ in range(ROUNDS):
            idle.append(_p95(client, server))
            with Drawing(server, walkers) as drawing:
                busy.append(_p95(client, server))
            done += drawing.done
    ratio = median(after / before for before, after in zip(idle, busy, strict=True))
    numbers = f"p95 {median(busy):.1f} ms against {median(idle):.1f} ms; {done} PDFs were drawn meanwhile"
    yield Line("guide page, p95 while two PDFs render", "p95 when idle", *at_most(REACH, ratio, " ×"), numbers)


def _p95(client: ProcessPoolExecutor, server: Server) -> float:
    """Milliseconds within which nineteen out of twenty answers came."""
    taken = client.submit(pace, server.port, request("GET", GUIDE), SECONDS, EVERY).result()
    return quantiles(taken, n=20)[-1] * 1000
