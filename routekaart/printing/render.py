"""HTML → PDF without a file: a few workers, each a process of its own, started when first needed.

A render that takes too long or too much memory is stopped, and a worker that broke is replaced; the web process
neither waits for it nor falls with it.
"""

from __future__ import annotations

import atexit
import json
import os
import subprocess
import sys
from contextlib import suppress
from tempfile import TemporaryDirectory
from threading import BoundedSemaphore, Timer

from routekaart import config
from routekaart.printing import wire

WORKERS = max(1, min(2, (os.cpu_count() or 1) - 1))  # one core stays free for pages
SECONDS = 60.0
MEGABYTES = 1024


class NotPrinted(Exception):
    """No PDF was made. Nothing else is lost by it."""


class TooHeavy(NotPrinted):
    """It took more time or memory than one print may take, or too many others were before it."""


class PrintingUnavailable(NotPrinted):
    """WeasyPrint cannot be loaded here: a system library is missing."""


class _Gone(PrintingUnavailable):
    """The worker ended before it began: it was killed while it waited, or cannot start."""


class Printer:
    """A pool of workers; threads may share it. `seconds` and `megabytes` are the most that one render may take."""

    def __init__(self, *, workers: int = WORKERS, seconds: float = SECONDS, megabytes: int = MEGABYTES) -> None:
        self.seconds = seconds
        self.megabytes = megabytes
        self._free = BoundedSemaphore(workers)
        self._idle: list[_Worker] = []

    def render(self, html: str, title: str) -> bytes:
        """The PDF of a page. Raises TooHeavy, PrintingUnavailable or NotPrinted."""
        if not self._free.acquire(timeout=self.seconds):
            raise TooHeavy("too many before it")
        try:
            while worker := self._waiting():
                with suppress(_Gone):
                    return self._render_in(worker, html, title)
            return self._render_in(_Worker(self.megabytes), html, title)
        finally:
            self._free.release()

    def close(self) -> None:
        """Stop the workers that wait."""
        while worker := self._waiting():
            worker.stop()

    def _waiting(self) -> _Worker | None:
        try:
            return self._idle.pop()
        except IndexError:
            return None

    def _render_in(self, worker: _Worker, html: str, title: str) -> bytes:
        try:
            pdf = worker.render(html, title, self.seconds)
        except BaseException:
            worker.stop()
            raise
        self._idle.append(worker)
        return pdf


class _Worker:
    """One process, as its printer sees it."""

    def __init__(self, megabytes: int) -> None:
        self._given_up = False
        self._folder = TemporaryDirectory(prefix="routekaart-typeface-")
        self._process = subprocess.Popen(
            [sys.executable, "-m", "routekaart.printing.worker", str(megabytes), self._folder.name],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            cwd=config.ROOT,
            start_new_session=True,
        )

    def render(self, html: str, title: str, seconds: float) -> bytes:
        """The PDF of a page. After any exception the worker is of no use any more."""
        assert self._process.stdin
        assert self._process.stdout
        too_late = Timer(seconds, self._give_up)
        too_late.start()
        try:
            wire.send(self._process.stdin, wire.ORDER, json.dumps({"html": html, "title": title}).encode())
            if wire.receive(self._process.stdout) is None:
                raise self._ended()
            return _pdf(wire.receive(self._process.stdout))
        except BrokenPipeError:
            raise self._ended() from None
        finally:
            too_late.cancel()

    def _ended(self) -> NotPrinted:
        """Why the worker is not there: it was given up while it took in its order, or it was gone before."""
        return TooHeavy("stopped") if self._given_up else _Gone()

    def _give_up(self) -> None:
        self._given_up = True
        self._process.kill()

    def stop(self) -> None:
        """End the process and remove its folder."""
        self._process.kill()
        self._process.wait()
        for pipe in (self._process.stdin, self._process.stdout):
            if pipe:
                pipe.close()
        self._folder.cleanup()


def _pdf(answer: tuple[bytes, bytes] | None) -> bytes:
    """The PDF in an answer. A worker that died while drawing was stopped, or ran out of memory in a library."""
    match answer:
        case (wire.PDF, pdf):
            return pdf
        case (wire.UNAVAILABLE, reason):
            raise PrintingUnavailable(reason.decode())
        case (wire.FAILED, kind):
            raise NotPrinted(kind.decode())
    raise TooHeavy("stopped")


_printer = Printer()
atexit.register(_printer.close)


def render_pdf(html: str, *, title: str) -> bytes:
    """The PDF of a page, tagged, under a neutral title. Raises TooHeavy, PrintingUnavailable or NotPrinted."""
    return _printer.render(html, title)
