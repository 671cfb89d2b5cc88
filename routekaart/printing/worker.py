"""The process that draws: HTML in and PDF out through pipes. The only one that loads WeasyPrint.

It writes no file (the kernel refuses it once the typeface is read), leaves no core dump, says nothing on its error
stream, and gives way to the web processes.
"""

from __future__ import annotations

import gc
import json
import os
import resource
import shutil
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import IO

from routekaart.printing import wire

Draw = Callable[[str, str], bytes]
MEGABYTE = 1024 * 1024
POLITENESS = 10  # a tenth of what a web process gets, when both want a core: pages go first, and prints still come


def main() -> None:
    """Answer orders until the printer is gone. Arguments: the most memory, in megabytes, and a folder of its own."""
    orders, answers = _pipes()
    tempfile.tempdir = sys.argv[2]
    try:
        _work(orders, answers)
    finally:
        shutil.rmtree(tempfile.tempdir, ignore_errors=True)


def _work(orders: IO[bytes], answers: IO[bytes]) -> None:
    _limit(resource.RLIMIT_CORE, 0)
    _limit(resource.RLIMIT_AS, int(sys.argv[1]) * MEGABYTE)
    os.nice(POLITENESS)
    os.environ["FONTCONFIG_FILE"] = str(Path(__file__).with_name("fonts.conf"))
    draw = _drawing()
    _limit(resource.RLIMIT_FSIZE, 0)
    while order := wire.receive(orders):
        wire.send(answers, wire.BEGUN, b"")
        wire.send(answers, *_answer(draw, order[1]))
        gc.collect()


def _pipes() -> tuple[IO[bytes], IO[bytes]]:
    """The pipes to the printer; what a library prints goes nowhere."""
    orders, answers = os.fdopen(os.dup(0), "rb"), os.fdopen(os.dup(1), "wb")
    nowhere = os.open(os.devnull, os.O_RDWR)
    for stream in (0, 1, 2):
        os.dup2(nowhere, stream)
    return orders, answers


def _limit(what: int, most: int) -> None:
    resource.setrlimit(what, (most, most))


def _drawing() -> Draw | str:
    """How to draw, or why that is not possible here."""
    try:
        from routekaart.printing.weasy import draw
    except (ImportError, OSError) as error:
        return str(error)
    return draw


def _answer(draw: Draw | str, body: bytes) -> tuple[bytes, bytes]:
    if isinstance(draw, str):
        return wire.UNAVAILABLE, draw.encode()
    try:
        order = json.loads(body)
        return wire.PDF, draw(order["html"], order["title"])
    except MemoryError:
        return wire.TOO_HEAVY, b"memory"
    except Exception as error:
        # The words of an error may hold words of a case: only its kind goes out.
        return wire.FAILED, type(error).__name__.encode()


if __name__ == "__main__":
    main()
