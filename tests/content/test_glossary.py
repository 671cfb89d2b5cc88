import re
import shutil
from pathlib import Path

import pytest

from routekaart.atlas import Atlas
from routekaart.content.glossary import FILES, read_glossary
from routekaart.content.source import ContentError
from tests.support.regions import CONTENT

ASKED_FOR = (
    *("AMK", "SHG", "BJZ", "CJG", "VIR", "Veilig Thuis", "GI", "RvdK", "OTS", "VGV", "MDA++", "ZVH", "CSG", "LECK"),
    *(
        "kindcheck",
        "afwegingskader",
        "meldnorm",
        "disclosure",
        "huisverbod",
        "aandachtsfunctionaris",
        "vertrouwensarts",
    ),
)
FORMER = ("amk", "shg", "bjz")
MOST_WORDS = 30


@pytest.fixture(scope="module")
def glossary():
    return read_glossary(CONTENT)


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    for name in FILES:
        shutil.copy(CONTENT / name, tmp_path / name)
    return tmp_path


def found_in(copy: Path, old: str, new: str, themes=None) -> str:
    path = copy / "glossary.yaml"
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")
    with pytest.raises(ContentError) as error:
        read_glossary(copy, themes)
    return "\n".join(map(str, error.value.findings))


@pytest.mark.parametrize("name", ASKED_FOR)
def test_given_a_term_or_abbreviation_old_or_new_then_the_glossary_explains_it(glossary, name):
    assert [one for one in glossary.terms if name in one.names]


def test_given_what_no_longer_exists_then_it_says_so_and_leads_to_what_came_instead(glossary):
    for term in glossary.terms:
        if term.id in FORMER:
            assert "2015" in term.former
            assert term.see
    for name in ("amk", "shg"):
        assert next(one for one in glossary.terms if one.id == name).see[0] == "veilig-thuis"


def test_given_an_explanation_then_no_sentence_is_longer_than_thirty_words(glossary):
    for term in glossary.terms:
        for sentence in re.split(r"(?<=[.?!]) ", term.means):
            assert len(sentence.split()) <= MOST_WORDS, sentence


def test_given_the_glossary_then_it_gives_no_number_that_is_not_a_national_one(glossary):
    numbers = {found for one in glossary.terms for found in re.findall(r"\b0\d{2,3}-\d[\d ]+\d", one.means)}
    assert numbers <= {"0800-2000", "0800-0188", "0900-8844"}


def test_given_themes_then_each_term_about_one_names_a_theme_that_there_is(glossary):
    atlas = Atlas(CONTENT)
    themes = {branch.id for name in atlas.edition_ids for branch in atlas.edition(name).branches}
    assert set(glossary.theme_names) <= themes


@pytest.mark.parametrize(
    ("old", "new", "problem"),
    [
        ("- id: ots", "- id: gi", 'term "gi" stands twice'),
        ("- id: ots", "- id: geweld", 'id "geweld" tells what a case is about'),
        ("short: OTS", "short: GI", '"GI" is a name of two terms'),
        ("see: [gi, rvdk, uhp]", "see: [gi, rvkd]", 'unknown term "rvkd"'),
        ("reviewed:", "revieuwed:", 'field "reviewed" is missing'),
    ],
)
def test_given_a_fault_when_read_then_it_is_told_with_file_and_line(copy, old, new, problem):
    finding = found_in(copy, old, new)
    assert problem in finding
    assert all(re.match(r".*glossary\.yaml:\d+: ", line) for line in finding.splitlines())


def test_given_a_theme_that_there_is_not_when_checked_then_it_is_told(copy):
    themes = read_glossary(copy).theme_names
    finding = found_in(copy, "theme: kindcheck", "theme: kindchek", themes)
    assert 'unknown theme "kindchek"' in finding


def test_given_a_folder_without_a_glossary_when_read_then_it_is_empty(tmp_path):
    assert read_glossary(tmp_path).terms == ()
