"""A small protocol with one of everything, and ways to break a copy of it."""

from __future__ import annotations

import shutil
from collections.abc import Iterable
from pathlib import Path

from routekaart.content.reader import read_edition, read_sector
from routekaart.engine.answers import Answers, Value
from routekaart.engine.compiler import compile_routemap
from routekaart.engine.routemap import RouteMap
from routekaart.engine.vocabulary import Layer

MINI = Path(__file__).parent / "mini"


def mini(root: Path = MINI, sector: str = "vrij", layers: Iterable[Layer] = ()) -> RouteMap:
    """The small protocol (or a changed copy of it), compiled."""
    return compile_routemap(read_edition(root, "mini"), read_sector(root, sector), layers)


def copied(tmp_path: Path) -> Path:
    """A copy of the small protocol that a test may break."""
    return Path(shutil.copytree(MINI, tmp_path / "content"))


def changed(root: Path, file: str, old: str, new: str) -> int:
    """Replace a text that stands once in a file; gives the line on which it stood."""
    path = root / file
    text = path.read_text(encoding="utf-8")
    assert text.count(old) == 1, f"{old!r} stands {text.count(old)} times in {file}"
    path.write_text(text.replace(old, new), encoding="utf-8")
    return text[: text.index(old)].count("\n") + 1


def answers(values: dict[str, Value] | None = None, /, **more: Value) -> Answers:
    """Answers by key; in keyword names an underscore stands for a hyphen."""
    return Answers({**(values or {}), **{name.replace("_", "-"): value for name, value in more.items()}})
