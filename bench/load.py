"""A closed loop of requests over connections that stay open: each asks again as soon as it has its answer.

It runs in a process of its own and does as little as it can, since it shares the machine's cores with the server.
"""

from __future__ import annotations

import selectors
import socket
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, field
from itertools import cycle, repeat
from time import perf_counter, sleep

CONNECTIONS = 16
LENGTH = b"content-length:"
NO_BODY = (b"304", b"204")


class Failed(Exception):
    """An answer with another status than was expected."""


@dataclass(slots=True)
class Connection:
    """One connection and the requests that it makes one after another."""

    port: int
    requests: Iterator[bytes]
    expected: bytes
    socket: socket.socket = field(init=False)
    received: bytes = b""
    sent_at: float = 0.0

    def __post_init__(self) -> None:
        self.socket = socket.create_connection(("127.0.0.1", self.port), timeout=30)
        self.socket.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)

    def ask(self) -> None:
        """Send the next request. Raises Failed when there is none."""
        request = next(self.requests, None)
        if request is None:
            raise Failed("there were too few requests for the time")
        self.received = b""
        self.sent_at = perf_counter()
        self.socket.sendall(request)

    def read(self) -> bool:
        """Take what came in; whether the answer is whole. Raises Failed."""
        data = self.socket.recv(1 << 18)
        if not data:
            raise Failed("the server closed the connection")
        self.received = self.received + data if self.received else data
        return self._is_whole()

    def _is_whole(self) -> bool:
        head, found, body = self.received.partition(b"\r\n\r\n")
        if not found:
            return False
        if head[9:12] != self.expected:
            raise Failed(f"{head[:40]!r}")
        if self.expected in NO_BODY:
            return True
        start = head.lower().index(LENGTH) + len(LENGTH)
        return len(body) >= int(head[start : start + 12].split(b"\r", 1)[0])


def drive(port: int, requests: Sequence[bytes], once: bool, expected: bytes, seconds: float) -> int:
    """How many answers came within a time; the requests are dealt out to the connections, each `once` or repeated."""
    dealt = [requests[start::CONNECTIONS] for start in range(CONNECTIONS)]
    connections = [Connection(port, iter(own) if once else cycle(own), expected) for own in dealt]
    waiting = selectors.EpollSelector()
    for connection in connections:
        waiting.register(connection.socket, selectors.EVENT_READ, connection)
        connection.ask()
    answered, end = 0, perf_counter() + seconds
    while waiting.get_map():
        for key, _ in waiting.select(1):
            if not key.data.read():
                continue
            if perf_counter() < end:
                answered += 1
                key.data.ask()
            else:  # nothing stays under way that the next round could meet
                waiting.unregister(key.fileobj)
                key.data.socket.close()
    return answered


def pace(port: int, request: bytes, seconds: float, every: float) -> list[float]:
    """How long each answer took when somebody asks at a steady pace, in seconds."""
    connection = Connection(port, repeat(request), b"200")
    taken, start = [], perf_counter()
    while perf_counter() - start < seconds:
        connection.ask()
        while not connection.read():
            pass
        taken.append(perf_counter() - connection.sent_at)
        sleep(max(0.0, start + len(taken) * every - perf_counter()))
    connection.socket.close()
    return taken


def client() -> ProcessPoolExecutor:
    """The process that asks: `client().submit(drive, …)`."""
    return ProcessPoolExecutor(max_workers=1)


def request(method: str, path: str, headers: dict[str, str] | None = None, body: bytes = b"") -> bytes:
    """A request as it goes over the wire."""
    rows = {"Host": "localhost", "Accept-Encoding": "gzip, deflate, br", "Accept": "text/html", **(headers or {})}
    if body:
        rows |= {"Content-Type": "application/x-www-form-urlencoded", "Content-Length": str(len(body))}
    lines = [f"{method} {path} HTTP/1.1", *(f"{name}: {value}" for name, value in rows.items()), "", ""]
    return "\r\n".join(lines).encode() + body
