"""The site and the bare applications, each under the server and the settings of `routekaart serve`."""

from __future__ import annotations

import http.client
import os
import subprocess
import sys
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import NamedTemporaryFile
from time import perf_counter, sleep

from routekaart.cli.serve import SERVER
from tests.support.site import free_port

TICKS = os.sysconf("SC_CLK_TCK")
KILOBYTE = 1024
WORKERS = int(SERVER[SERVER.index("--workers") + 1])
PATIENCE = 60.0


@dataclass(frozen=True, slots=True)
class Server:
    """A server that answers."""

    port: int
    process: subprocess.Popen[bytes]
    log: Path

    @property
    def url(self) -> str:
        """Where it is."""
        return f"http://127.0.0.1:{self.port}"

    @property
    def workers(self) -> list[int]:
        """The processes that answer."""
        children = Path(f"/proc/{self.process.pid}/task/{self.process.pid}/children").read_text()
        return [int(one) for one in children.split()]

    def cpu(self) -> float:
        """The seconds of processor time that its workers used so far."""
        return sum(_cpu(one) for one in self.workers)

    def start_cpu(self) -> float:
        """The seconds of processor time that it and its workers used so far."""
        return _cpu(self.process.pid) + self.cpu()

    def memory(self, kind: str) -> float:
        """The megabytes of its largest worker; `kind` is Rss, or Pss in which shared pages count once."""
        return max(_memory(one, kind) for one in self.workers) / KILOBYTE

    def get(self, path: str, headers: dict[str, str] | None = None) -> http.client.HTTPResponse | None:
        """The answer to a request, read whole; None while nobody listens."""
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=PATIENCE)
        try:
            connection.request("GET", path, headers=headers or {})
            response = connection.getresponse()
            response.read()
            return response
        except OSError:
            return None
        finally:
            connection.close()

    def wait_for(self, path: str) -> None:
        """Wait until a path is answered. Raises TimeoutError."""
        self._wait(lambda: (response := self.get(path)) is not None and response.status == 200)

    def wait_for_all(self) -> None:
        """Wait until every worker is there to answer. Raises TimeoutError."""
        self._wait(lambda: self.log.read_text().count("Started worker-") == WORKERS)

    def _wait(self, condition: Callable[[], bool]) -> None:
        end = perf_counter() + PATIENCE
        while not condition():
            if perf_counter() > end or self.process.poll() is not None:
                raise TimeoutError(self.log.read_text())
            sleep(0.002)


@contextmanager
def site(environ: Mapping[str, str]) -> Iterator[Server]:
    """The site itself, as `routekaart serve` runs it."""
    with _running([str(Path(sys.executable).with_name("routekaart")), "serve"], free_port(), environ) as server:
        yield server


@contextmanager
def bare(name: str, environ: Mapping[str, str]) -> Iterator[Server]:
    """One of `bench.baselines`, by the name of its module."""
    port = free_port()
    serve = f"from routekaart.cli.serve import run; run('bench.baselines.{name}', '127.0.0.1', {port})"
    command = [sys.executable, "-c", serve]
    with _running(command, port, environ) as server:
        yield server


@contextmanager
def _running(command: list[str], port: int, environ: Mapping[str, str]) -> Iterator[Server]:
    with NamedTemporaryFile("w+", prefix="bench-", suffix=".log") as log:
        settings = os.environ | dict(environ) | {"PORT": str(port)}
        process = subprocess.Popen(command, env=settings, stdin=subprocess.DEVNULL, stdout=log, stderr=log)
        try:
            yield Server(port, process, Path(log.name))
        finally:
            process.terminate()
            process.wait(PATIENCE)


def _cpu(process: int) -> float:
    fields = Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / TICKS


def _memory(process: int, kind: str) -> int:
    lines = Path(f"/proc/{process}/smaps_rollup").read_text().splitlines()
    return next(int(line.split()[1]) for line in lines if line.startswith(f"{kind}:"))
