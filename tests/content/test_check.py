"""`routekaart content check`: each kind of fault in a copy of the real content is told with its file and line."""

import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner

from routekaart.cli import main
from tests.support.regions import CONTENT

PROTOCOL = "protocols/meldcode-2019"
REGION, SECTOR = "regions/voorbeeldregio.yaml", "sectors/onderwijs.yaml"


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """The real content with one region, and with every sector a copy of one, so that it is proved in two seconds."""
    root = tmp_path / "content"
    for name in ("protocols", "region-groups", "conversations"):
        shutil.copytree(CONTENT / name, root / name)
    for name in (*(path.name for path in CONTENT.glob("*.yaml")), REGION, SECTOR):
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(CONTENT / name, root / name)
    sector = (root / SECTOR).read_text(encoding="utf-8")
    for path in CONTENT.glob("sectors/*.yaml"):
        alike = sector.replace("sector: onderwijs", f"sector: {path.stem}", 1)
        (root / "sectors" / path.name).write_text(alike, encoding="utf-8")
    return root


def check(root: Path):
    return CliRunner().invoke(main, ["content", "check", "--content", str(root)])


def broken(root: Path, file: str, old: str, new: str) -> None:
    """Replace the first place of a text."""
    path = root / file
    text = path.read_text(encoding="utf-8")
    assert old in text, f"{old!r} does not stand in {file}"
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


def line_of(root: Path, file: str, text: str) -> int:
    lines = (root / file).read_text(encoding="utf-8").splitlines()
    return next(number for number, line in enumerate(lines, 1) if text in line)


def test_given_sound_content_when_checked_then_it_counts_what_it_proved(copy):
    answer = check(copy)
    assert answer.exit_code == 0, answer.output
    assert "combinations of edition, sector, region and organisation hold" in answer.output
    assert "invariants proved" in answer.output


NORM_2 = "{any: [{afweging-3: nee}, {afweging-4: nee}]}"
# What is broken: file, text, what it becomes, where the finding points (in that file), what it says.
FAULTS = {
    "option target": (f"{PROTOCOL}/4-wegen.yaml", "[ga-hulp-na]", "[ga-weg]", "value: weet-niet", '"ga-weg"'),
    "role": (f"{PROTOCOL}/2-overleg.yaml", "role: collega", "role: oor", "action: overleg-collega", 'role "oor"'),
    "invariant": (f"{PROTOCOL}/5-beslissen.yaml", NORM_2, "{afweging-3: nee}", "", "INV-16"),
    "unknown field": (f"{PROTOCOL}/3-gesprek.yaml", "short: G", "kort: G", "kort: G", 'unknown field "kort"'),
    "YAML": (SECTOR, "bound: true", "bound: [true", "bound_text", "expected"),
    "condition": (f"{PROTOCOL}/vervolg.yaml", "{besluit-melden: ja}", "{besluit-melden: o}", "", '"o"'),
    "phone": (REGION, "0199-00 00 90", "0800-21", "0800-21", "is no phone number"),
    "municipality": (REGION, "fictional: true\n", "", "code: VB0001", 'unknown municipality "VB0001"'),
    "step of an agreement": (REGION, "    step: overleg", "    step: oever", "step: oever", 'unknown step "oever"'),
    "removed action": (SECTOR, "  overleg:\n", "  overleg:\n    remove: [wie]\n", "  overleg:", "cannot remove wie"),
    "reworded nothing": (SECTOR, "- item: wie-beslist", "- item: wie-wat", "item: wie-wat", '"wie-wat"'),
}


@pytest.mark.parametrize("fault", FAULTS)
def test_given_a_fault_when_checked_then_file_line_and_cause_are_told(copy, fault):
    file, old, new, place, message = FAULTS[fault]
    broken(copy, file, old, new)
    answer = check(copy)
    assert answer.exit_code == 1
    where = f"content/{file}:{line_of(copy, file, place)}:" if place else f"content/{PROTOCOL}/"
    found = [one for one in answer.stdout.splitlines() if where in one and message in one]
    assert found, answer.output


def test_given_an_action_that_an_invariant_needs_when_it_is_taken_out_then_that_is_told(copy):
    path = copy / f"{PROTOCOL}/acuut.yaml"
    text = path.read_text(encoding="utf-8")
    start, end = text.index("  - action: bel-112"), text.index("  - action: bel-advies-en-meldpunt")
    path.write_text(text[:start] + text[end:], encoding="utf-8")
    answer = check(copy)
    assert (answer.exit_code, "bel-112" in answer.stdout) == (1, True)


def test_given_faults_in_several_files_when_checked_then_all_are_told_at_once(copy):
    for fault in ("phone", "unknown field"):
        file, old, new, *_ = FAULTS[fault]
        broken(copy, file, old, new)
    (copy / "sectors/kinderopvang.yaml").write_text("sector: [", encoding="utf-8")
    output = check(copy).stdout
    told = [name for name in ("voorbeeldregio.yaml", "3-gesprek.yaml", "kinderopvang.yaml") if name in output]
    assert told == ["voorbeeldregio.yaml", "3-gesprek.yaml", "kinderopvang.yaml"]
