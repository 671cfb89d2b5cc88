"""The real site in processes of its own, as `make run` serves it."""

import http.client
import os
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

PATIENCE = 90.0
COMMAND = str(Path(sys.executable).with_name("routekaart"))


@dataclass(frozen=True, slots=True)
class Site:
    """A running site: where it is, and what it wrote so far."""

    port: int
    log: Path

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    def is_up(self) -> bool:
        """Whether every worker runs: one that is told to stop before that would not hear it."""
        return self.log.read_text().count("Started worker-") >= 2 and self.answers()

    def answers(self) -> bool:
        """Whether it says that it is well."""
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=PATIENCE)
        try:
            connection.request("GET", "/healthz")
            return connection.getresponse().status == 200
        except OSError:
            return False
        finally:
            connection.close()


def seed_site(instance: Path, environ: Mapping[str, str]) -> None:
    """Everything of content/ into the instance's own database."""
    for verb in ("upgrade", "seed"):
        subprocess.run([COMMAND, "db", verb], check=True, env=dict(environ) | {"INSTANCE": str(instance)})


@contextmanager
def running_site(instance: Path, environ: Mapping[str, str] = os.environ) -> Iterator[Site]:
    """Serves the instance on a free port until the block ends."""
    site = Site(free_port(), instance / "server.log")
    settings = dict(environ) | {"INSTANCE": str(instance), "PORT": str(site.port)}
    with site.log.open("w") as log:
        process = subprocess.Popen([COMMAND, "serve"], env=settings, stdin=subprocess.DEVNULL, stdout=log, stderr=log)
    try:
        eventually(site.is_up, lambda: f"the site did not start:\n{site.log.read_text()}")
        yield site
    finally:
        process.terminate()
        process.wait(PATIENCE)


def eventually(condition: Callable[[], bool], otherwise: Callable[[], str]) -> None:
    """Waits until the condition holds; after PATIENCE seconds it fails with what `otherwise` says."""
    deadline = time.monotonic() + PATIENCE
    while not condition():
        if time.monotonic() > deadline:
            raise AssertionError(otherwise())
        time.sleep(0.05)


def free_port() -> int:
    """A port that nobody listens on now."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port
