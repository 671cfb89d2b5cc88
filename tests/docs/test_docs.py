"""What README and docs name is there: commands, files, make targets, code, decisions, and the words on the screen."""

import importlib
import re
from collections.abc import Iterator
from pathlib import Path

import click
import pytest

from routekaart.cli import main

ROOT = Path(__file__).parents[2]
PACKAGE = ROOT / "routekaart"
PAGES = [ROOT / "README.md", ROOT / "CHANGELOG.md", *sorted((ROOT / "docs").rglob("*.md"))]
DECISIONS = sorted((ROOT / "docs" / "decisions").glob("*.md"))
MANUAL = sorted((ROOT / "docs" / "handleiding").glob("*.md"))
TARGETS = set(re.findall(r"^([a-z-]+):", (ROOT / "Makefile").read_text(), re.MULTILINE))
ROOMS = {path.stem for path in PACKAGE.iterdir() if path.suffix == ".py" or (path / "__init__.py").exists()}
MOST_OCTETS = 150_000
MADE_LATER = {"docs/benchmarks.md"}
"""By `make bench`, on whoever's machine."""


def name_of(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def code_in(page: Path) -> Iterator[str]:
    """What stands between backticks or in an indented block."""
    text = page.read_text()
    fenced = re.findall(r"^```.*?\n(.*?)^```", text, re.MULTILINE | re.DOTALL)
    text = re.sub(r"^```.*?^```", "", text, flags=re.MULTILINE | re.DOTALL)
    yield from re.findall(r"`([^`\n]+)`", text)
    yield from (line.strip() for line in re.findall(r"^    (.+)$", text, re.MULTILINE))
    yield from (line for block in fenced for line in block.splitlines())


def commands_in(page: Path) -> Iterator[list[str]]:
    for code in code_in(page):
        for found in re.findall(r"(?:^|[\s/])routekaart ((?:[a-z-]+ ?)+[^`]*)", code):
            yield found.split()


def is_place(code: str) -> bool:
    """Whether it is the name of a file or folder of the project: no part to fill in, no folder of an installation."""
    return re.fullmatch(r"[a-z.][\w.-]*(/[\w.@-]*)+|[\w-]+\.(py|md|yml|yaml)", code) is not None


def exists(code: str, page: Path) -> bool:
    """Under the project, the package, its static files or the page's own folder; a file's bare name anywhere."""
    if any((folder / code).exists() for folder in (ROOT, PACKAGE, PACKAGE / "static", page.parent)):
        return True
    return "/" not in code and any(list((ROOT / folder).rglob(code)) for folder in ("routekaart", "content", "docs"))


@pytest.mark.parametrize("page", PAGES, ids=name_of)
def test_given_a_page_then_every_command_in_it_exists_with_its_options(page):
    for words in commands_in(page):
        command: click.Command | None = main
        while isinstance(command, click.Group) and words and not words[0].startswith("-"):
            name = words.pop(0).rstrip(",.;:")
            command = command.get_command(click.Context(command), name)
            assert command, f"routekaart … {name}"
        known = {option for parameter in command.params for option in parameter.opts} | {"--help"}
        assert {word for word in words if re.fullmatch(r"--?[a-z-]+", word)} <= known, words


@pytest.mark.parametrize("page", PAGES, ids=name_of)
def test_given_a_page_then_every_file_in_it_exists(page):
    places = {code for code in code_in(page) if is_place(code)} - MADE_LATER
    assert {place for place in places if not exists(place, page)} == set()


@pytest.mark.parametrize("page", PAGES, ids=name_of)
def test_given_a_page_then_every_link_inside_the_project_leads_somewhere(page):
    links = re.findall(r"\]\((?!https?:)([^)#]+)", page.read_text())
    assert [link for link in links if not (page.parent / link).exists()] == []


@pytest.mark.parametrize("page", PAGES, ids=name_of)
def test_given_a_page_then_every_make_target_in_it_exists(page):
    named = {target for code in code_in(page) for target in re.findall(r"^make ([a-z-]+)", code)}
    assert named <= TARGETS


@pytest.mark.parametrize("page", PAGES, ids=name_of)
def test_given_a_page_then_every_name_of_code_in_it_exists(page):
    dotted = (code for code in code_in(page) if re.fullmatch(r"[a-z_]+(\.\w+)+", code) and not exists(code, page))
    for name in dotted:
        if name.split(".")[0] in ROOMS:
            assert resolved(name), name


def resolved(name: str) -> bool:
    """Whether a dotted name below `routekaart` can be found."""
    parts = name.split(".")
    for length in range(len(parts), 0, -1):
        try:
            found: object = importlib.import_module(".".join(["routekaart", *parts[:length]]))
        except ModuleNotFoundError:
            continue
        for part in parts[length:]:
            found = getattr(found, part, None)
        return found is not None
    return False


def test_given_the_decisions_then_each_has_a_number_of_its_own_in_file_and_title():
    numbers = [path.name[:4] for path in DECISIONS]
    assert len(set(numbers)) == len(numbers)
    titles = [path.read_text().splitlines()[0] for path in DECISIONS]
    assert [int(re.match(r"# (\d+)", title)[1]) for title in titles] == [int(number) for number in numbers]


@pytest.mark.parametrize("path", DECISIONS, ids=name_of)
def test_given_a_decision_then_it_fits_a_page(path):
    assert len(path.read_text().split()) <= 500


def test_given_the_pictures_then_each_is_shown_and_light():
    pictures = [path for path in (ROOT / "docs" / "images").iterdir() if path.is_file()]
    shown = "".join(page.read_text() for page in PAGES)
    assert [path.name for path in pictures if path.name not in shown or path.stat().st_size > MOST_OCTETS] == []


@pytest.mark.parametrize("page", MANUAL, ids=name_of)
def test_given_words_of_the_screen_in_the_manual_then_the_screen_has_them(page):
    sources = [*PACKAGE.rglob("*.html"), *PACKAGE.rglob("*.py"), *(ROOT / "content").rglob("*.yaml")]
    shown = " ".join(path.read_text() for path in sources).lower()
    told = (" ".join(words.split()) for words in re.findall(r"‘([^’]+)’", page.read_text()))
    assert [words for words in told if words.lower() not in shown] == []
