"""The check of everything in content/."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from time import perf_counter

from bench.line import Line, at_most

SECONDS = 30


def measure() -> Iterator[Line]:
    """The command as a person gives it."""
    start = perf_counter()
    command = [str(Path(sys.executable).with_name("routekaart")), "content", "check"]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    taken = perf_counter() - start
    said = done.stdout.splitlines()[0] if done.returncode == 0 else f"it found faults: {done.stderr.strip()}"
    yield Line("`content check` on every combination", "–", *at_most(SECONDS, taken, " s"), said)
