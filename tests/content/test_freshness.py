"""Which sources a file names, and when it is due for a review."""

from datetime import date

import pytest
from click.testing import CliRunner

from routekaart import config
from routekaart.cli import main
from routekaart.content.freshness import Review, reviews
from routekaart.content.reader import read_edition
from routekaart.content.source import ContentError
from tests.support.protocol import MINI, changed, copied

CONTENT = config.ROOT / "content"
TODAY = date(2026, 11, 24)


def written(tmp_path, text):
    folder = tmp_path / "content"
    folder.mkdir()
    (folder / "een.yaml").write_text(text, encoding="utf-8")
    return folder


@pytest.mark.parametrize(
    ("reviewed", "due"),
    [
        (None, True),
        (date(2026, 11, 24), False),
        (date(2025, 11, 25), False),
        (date(2025, 11, 24), True),
        (date(2024, 2, 29), True),
    ],
)
def test_given_a_day_of_review_then_it_is_due_after_twelve_months_or_when_there_is_none(reviewed, due):
    assert Review("een.yaml", reviewed, ()).is_due(TODAY) is due


def test_given_sources_at_any_depth_then_each_is_named_once_in_order(tmp_path):
    text = (
        "reviewed: 2026-01-02\nsource: Een\nitems:\n  - {text: a, source: Twee}\n  - {text: b, sources: [Een, Drie]}\n"
    )
    (found,) = reviews(written(tmp_path, text))
    assert (found.file, found.reviewed) == ("content/een.yaml", date(2026, 1, 2))
    assert found.sources == ("Een", "Twee", "Drie")


@pytest.mark.parametrize(
    ("text", "reviewed"),
    [
        ("data: {as_of: 2026-09-01}\n", date(2026, 9, 1)),
        ("as_of: '2025-01-01'\n", date(2025, 1, 1)),
        ("as_of: 2024/2025\n", None),
        ("- los\n", None),
    ],
)
def test_given_facts_of_a_day_then_that_counts_as_reviewed_and_anything_vaguer_does_not(tmp_path, text, reviewed):
    assert reviews(written(tmp_path, text))[0].reviewed == reviewed


def test_given_a_file_that_is_no_yaml_then_it_is_told_with_its_line(tmp_path):
    with pytest.raises(ContentError) as raised:
        reviews(written(tmp_path, "a: [\n"))
    assert str(raised.value.findings[0]).startswith("content/een.yaml:")


@pytest.mark.parametrize("folder", ["protocols", "sectors", "signals"])
def test_given_the_content_then_each_file_of_the_protocol_says_when_it_was_reviewed(folder):
    missing = [one.file for one in reviews(CONTENT) if f"/{folder}/" in one.file and one.reviewed is None]
    assert missing == []


def test_given_the_command_then_it_lists_sources_and_what_is_due_and_ends_well(tmp_path):
    folder = written(tmp_path, "reviewed: 2025-01-02\nsource: Een wet\n")
    done = CliRunner().invoke(main, ["content", "sources", "--content", str(folder), "--today", "2026-01-01"])
    assert done.exit_code == 0
    assert "content/een.yaml: reviewed 2025-01-02\n    Een wet\n0 of 1 files are due on 2026-01-01." in done.output
    later = CliRunner().invoke(main, ["content", "sources", "--content", str(folder), "--today", "2026-01-02"])
    assert later.exit_code == 0
    assert "content/een.yaml: reviewed 2025-01-02, due" in later.output


def test_given_editions_then_each_says_from_when_until_when_it_held():
    old, new = (read_edition(CONTENT, one) for one in ("basismodel-2011", "meldcode-2019"))
    assert (old.valid_from, old.valid_until) == (date(2011, 1, 1), date(2018, 12, 31))
    assert (new.valid_from, new.valid_until) == (date(2019, 1, 1), None)


def test_given_an_edition_that_ends_before_it_begins_then_that_is_a_finding(tmp_path):
    root = copied(tmp_path)
    first = next(line for line in (MINI / "protocols/mini/edition.yaml").read_text().splitlines() if "title:" in line)
    changed(root, "protocols/mini/edition.yaml", first, f"{first}\nvalid_from: 2019-01-01\nvalid_until: 2018-12-31")
    with pytest.raises(ContentError, match="lies before valid_from"):
        read_edition(root, "mini")
