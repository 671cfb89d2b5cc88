"""What was taken from elsewhere is what VENDORED says, and our templates and styles fit it."""

import hashlib
import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
STATIC = ROOT / "routekaart" / "static"
TEMPLATES = sorted((ROOT / "routekaart" / "templates").rglob("*.html"))
LINES = [line.split() for line in (STATIC / "VENDORED").read_text().splitlines()]
FILES = [(line[1], line[2]) for line in LINES if line[0] == "file"]
PACKAGES = [line[1:] for line in LINES if line[0] == "package"]


@pytest.mark.parametrize(("name", "digest"), FILES)
def test_given_a_vendored_file_then_it_has_the_recorded_sha256(name, digest):
    assert hashlib.sha256((ROOT / name).read_bytes()).hexdigest() == digest


def test_given_each_package_then_version_licence_and_sha256_are_pinned():
    assert len(PACKAGES) > 15
    for _name, version, licence, digest in PACKAGES:
        assert re.fullmatch(r"\d+\.\d+\.\d+", version)
        assert licence in {"EUPL-1.2", "OFL-1.1", "MPL-2.0"}
        assert re.fullmatch(r"[0-9a-f]{64}", digest)


def test_given_the_templates_then_each_class_of_the_design_system_has_a_rule():
    known = set(re.findall(r"\.(utrecht-[\w-]+)", (STATIC / "css" / "nlds.css").read_text()))
    text = "".join(path.read_text() for path in TEMPLATES)
    used = set(re.findall(r"utrecht-\w+(?:-\w+)*(?:--\w+(?:-\w+)*)?", text))
    assert used - known == set()


@pytest.mark.parametrize("path", TEMPLATES, ids=lambda path: path.name)
def test_given_a_template_then_it_has_no_inline_script_or_style(path):
    text = path.read_text()
    assert not re.search(r"<style|\bstyle=|\bon[a-z]+=|javascript:", text)
    assert all("src=" in tag for tag in re.findall(r"<script[^>]*>", text))


def test_given_our_style_sheets_for_the_screen_then_colours_have_a_value_in_the_tokens_alone():
    others = {"tokens.css", "nlds.css", "print.css"}
    sheets = [
        path for path in (STATIC / "css").rglob("*.css") if path.name not in others and path.parent.name != "print"
    ]
    found = {path.name: re.findall(r"#[0-9a-fA-F]{3,8}\b", path.read_text()) for path in sheets}
    assert {name: colours for name, colours in found.items() if colours} == {}
