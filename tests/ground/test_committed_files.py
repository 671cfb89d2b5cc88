"""What is committed can be read anywhere: no registry address, no path of somebody's machine."""

import re
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
# Put together here, so that this file does not hold what it looks for.
HOSTS = [
    ".".join(name)
    for name in (("pypi", "org"), ("pythonhosted", "org"), ("registry", "npmjs", "org"), ("deb", "debian", "org"))
]
FOLDERS = ["/" + name + "/" for name in ("work", "root", "home", "opt/pypi", "opt/wheels", "tmp/rk")]
FORBIDDEN = re.compile("|".join([*map(re.escape, HOSTS), rf"(?<![\w.:/~-])(?:{'|'.join(FOLDERS)})"]))


def committed() -> list[Path]:
    names = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, check=True, capture_output=True, text=True).stdout
    return [path for name in names.split("\0") if name and (path := ROOT / name).is_file()]


@pytest.mark.parametrize("lock", sorted((ROOT / "requirements").glob("*.lock")), ids=lambda path: path.name)
def test_given_a_lock_then_every_package_has_hashes_and_nothing_has_an_address(lock):
    text = lock.read_text()
    packages = re.split(r"\n(?=[a-z])", text.strip())
    assert "://" not in text
    assert all("--hash=sha256:" in package for package in packages)


def test_given_all_committed_files_then_none_names_a_registry_or_a_machine_path():
    found = [
        f"{path.relative_to(ROOT)}:{number}: {match[0]}"
        for path in committed()
        for number, line in enumerate(path.read_text(errors="ignore").splitlines(), 1)
        if (match := FORBIDDEN.search(line))
    ]
    assert found == []
