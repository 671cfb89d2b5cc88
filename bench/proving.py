"""The check of everything in content/."""

from __future__ import annotations

import resource
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from time import perf_counter

from bench.line import Line, at_most

SECONDS = 30


def measure() -> Iterator[Line]:
    """The command as a person gives it."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    start = perf_counter()
    command = [str(Path(sys.executable).with_name("routekaart")), "content", "check"]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    taken = perf_counter() - start
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    used = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    said = done.stdout.splitlines()[0] if done.returncode == 0 else f"it found faults: {done.stderr.strip()}"
    yield Line(
        "`content check` on every combination",
        "–",
        *at_most(SECONDS, taken, " s"),
        f"{used:.1f} s of processor; {said}",
    )
