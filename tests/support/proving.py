"""A sound copy of the small protocol, ways to add to it, and what its proofs find."""

from __future__ import annotations

from pathlib import Path

from routekaart.engine.proofs import Report, Shown, prove
from tests.support.protocol import changed, copied, mini

ROLES = frozenset({"acuut", "advies-en-meldpunt", "collega", "huisarts", "lokaal-team"})
EDITION = "protocols/mini/edition.yaml"
ACUTE = "protocols/mini/acuut.yaml"
SIGNALS = "protocols/mini/1-signaleren.yaml"
DECIDE = "protocols/mini/2-beslissen.yaml"
FOLLOW = "protocols/mini/vervolg.yaml"
SECTOR = "sectors/vrij.yaml"
UNSURE = "{value: weet-niet, text: Ik weet het niet, unknown: true}"


def sound(tmp_path: Path) -> Path:
    """A copy of the small protocol in which not knowing whether talking is safe has a route of its own."""
    root = copied(tmp_path)
    changed(root, SIGNALS, UNSURE, UNSURE.replace("true}", "true, leads_to: [zoek-uit]}"))
    added(root, SIGNALS, "{action: zoek-uit, text: Zoek uit of praten kan, kind: prepare, for: person}")
    return root


def added(root: Path, file: str, item: str, indent: str = "  ") -> int:
    """Add an item at the end of a step; gives its line."""
    path = root / file
    path.write_text(path.read_text(encoding="utf-8").rstrip("\n") + f"\n{indent}- {item}\n", encoding="utf-8")
    return path.read_text(encoding="utf-8").count("\n")


def with_rule(root: Path, rule: str) -> int:
    """Add an invariant; gives its line."""
    return added(root, EDITION, rule)


def proved(root: Path, sector: str = "vrij") -> Report:
    return prove(mini(root, sector), ROLES)


def only(report: Report) -> str:
    assert len(report.findings) == 1, report.findings
    return str(report.findings[0])


def only_shown(report: Report) -> Shown:
    only(report)
    return report.shown[0]


def line_of(root: Path, file: str, text: str) -> int:
    """The line on which a text stands."""
    lines = (root / file).read_text(encoding="utf-8").splitlines()
    return next(number for number, line in enumerate(lines, start=1) if text in line)
