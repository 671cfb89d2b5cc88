"""The table as it is printed and as it stands in docs/benchmarks.md."""

from __future__ import annotations

import os
import platform
from collections.abc import Sequence
from datetime import date
from importlib.metadata import version
from pathlib import Path

from bench.compare import ROUNDS, SECONDS
from bench.line import Line
from bench.load import CONNECTIONS
from routekaart.cli.serve import SERVER

INTRODUCTION = """# What it costs

Written by `make bench`; do not edit. The table of speeds that the design asks for, with what was measured on {day}:
{cores} cores ({processor}), Python {python}, granian {granian}, SQLite. Load at the start: {load:.1f}.

Both sides of a comparison run under the same server with the same settings (`{settings}`), and the client runs on the
same cores. They are asked in turn, A B A B, {rounds} rounds of {seconds} s with {connections} open connections; a ratio
is the middle of the rounds. The processor time of a request is that of the web processes alone, so it leaves the
client out.

Not here yet: the cold and the warm handout of the design's table, since there are no handouts yet.

"""
HEAD = ("what", "compared with", "reach", "measured", "", "numbers")


def in_words(line: Line) -> str:
    """A line for the terminal."""
    verdict = "reached" if line.reached else "NOT REACHED"
    against = f" against {line.against}" if line.against != "–" else ""
    return f"{verdict:11}  {line.what}{against}: {line.measured} ({line.reach})\n             {line.numbers}"


def write(path: Path, lines: Sequence[Line], day: date, load: float) -> None:
    """The document."""
    rows = [
        (
            line.what,
            line.against,
            line.reach,
            line.measured,
            "reached" if line.reached else "**not reached**",
            line.numbers,
        )
        for line in lines
    ]
    table = [HEAD, ("---",) * len(HEAD), *rows]
    introduction = INTRODUCTION.format(
        day=day.isoformat(),
        cores=os.cpu_count(),
        processor=_processor(),
        python=platform.python_version(),
        granian=version("granian"),
        load=load,
        settings=" ".join(SERVER),
        rounds=ROUNDS,
        seconds=SECONDS,
        connections=CONNECTIONS,
    )
    path.write_text(introduction + "\n".join(f"| {' | '.join(row)} |" for row in table) + "\n", encoding="utf-8")


def _processor() -> str:
    known = Path("/proc/cpuinfo").read_text(encoding="utf-8").splitlines()
    return next((line.partition(": ")[2] for line in known if line.startswith("model name")), platform.machine())
