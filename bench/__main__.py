"""`python -m bench [subject…]`: measures everything, or what is named; a whole run writes docs/benchmarks.md."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterator
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path
from tempfile import TemporaryDirectory

from bench import around, compiling, guide, printing, proving, report, scale, start, walks, weight
from bench.instance import Instance
from bench.line import Line
from bench.load import client
from routekaart import clock, config

REPORT = config.ROOT / "docs" / "benchmarks.md"


def main(wanted: list[str]) -> None:
    """Measure, print each line as it is known, and keep the table."""
    load, lines = os.getloadavg()[0], []
    print(f"{os.cpu_count()} cores, load {load:.1f}: other work on this machine makes the absolute numbers worse.\n")
    with TemporaryDirectory(prefix="bench-") as name, client() as asking:
        folder = Path(name)
        subjects = _subjects(Instance(folder / "bench"), folder, asking)
        for subject in wanted or subjects:
            for line in subjects[subject]():
                print(report.in_words(line), flush=True)
                lines.append(line)
    if not wanted:
        report.write(REPORT, lines, clock.today(), load)
    missed = sum(not line.reached for line in lines)
    print(f"\n{len(lines) - missed} of {len(lines)} reached.")


def _subjects(instance: Instance, folder: Path, asking: ProcessPoolExecutor) -> dict[str, Callable[[], Iterator[Line]]]:
    return {
        "guide": lambda: guide.measure(instance, asking),
        "walks": lambda: walks.measure(instance, asking, folder),
        "around": lambda: around.measure(instance, asking),
        "printing": lambda: printing.measure(instance, asking),
        "weight": lambda: weight.measure(instance),
        "start": lambda: start.measure(instance),
        "compile": compiling.measure,
        "check": proving.measure,
        "scale": lambda: scale.measure(folder, asking),
    }


if __name__ == "__main__":
    main(sys.argv[1:])
