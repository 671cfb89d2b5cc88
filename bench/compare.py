"""Two servers that are asked in turn, A B A B, so that what else happens on the machine falls on both alike."""

from __future__ import annotations

from collections.abc import Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from statistics import median
from time import perf_counter

from bench.load import CONNECTIONS, drive
from bench.servers import Server

ROUNDS = 5
SECONDS = 1.2
WARM_UP = 0.3
STOCK = CONNECTIONS * 120
MILLION = 1_000_000


@dataclass(slots=True)
class Asked:
    """A server, and what it is asked over and over, or, when each may be asked `once`, a stock that is used up."""

    server: Server
    requests: Sequence[bytes]
    expected: bytes = b"200"
    once: bool = False

    def next(self) -> Sequence[bytes]:
        """The requests of the next round."""
        if not self.once:
            return self.requests
        now, self.requests = self.requests[:STOCK], self.requests[STOCK:]
        return now


@dataclass(frozen=True, slots=True)
class Round:
    """What one side did in one round."""

    per_second: float
    microseconds: float


@dataclass(frozen=True, slots=True)
class Compared:
    """The middle of several rounds. `ratio` is requests per second, ours over theirs; times are of the processor."""

    ratio: float
    ours: Round
    theirs: Round

    @property
    def in_words(self) -> str:
        """The absolute numbers."""
        return (
            f"{self.ours.per_second:.0f} against {self.theirs.per_second:.0f} requests/s; "
            f"{self.ours.microseconds:.0f} against {self.theirs.microseconds:.0f} µs of processor a request"
        )


def compare(client: ProcessPoolExecutor, ours: Asked, theirs: Asked, rounds: int = ROUNDS) -> Compared:
    """Ask both in turn."""
    for side in (ours, theirs):
        _ask(client, side, WARM_UP)
    pairs = [(_ask(client, ours, SECONDS), _ask(client, theirs, SECONDS)) for _ in range(rounds)]
    ratio = median(our.per_second / their.per_second for our, their in pairs)
    return Compared(ratio, _middle([our for our, _ in pairs]), _middle([their for _, their in pairs]))


def _ask(client: ProcessPoolExecutor, side: Asked, seconds: float) -> Round:
    before, start = side.server.cpu(), perf_counter()
    count = client.submit(drive, side.server.port, side.next(), side.once, side.expected, seconds).result()
    return Round(count / (perf_counter() - start), (side.server.cpu() - before) / max(count, 1) * MILLION)


def _middle(rounds: Sequence[Round]) -> Round:
    return Round(median(one.per_second for one in rounds), median(one.microseconds for one in rounds))
