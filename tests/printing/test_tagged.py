"""PDF/UA-1, as far as it can be checked here. Guards each upgrade of WeasyPrint (see printing/finisher.py)."""

import re
from itertools import pairwise

import outloud
import pdfua
import pytest

from routekaart.printing.casefile import case_pdf
from tests.support.cases import NOW, case_of, choosing, guides, lists, real_place, walked
from tests.support.pdf import elements, loose_marks, missing_glyphs, opened, tagged, typefaces

pytestmark = pytest.mark.pdf

FAMILY = {"kind-0-11": 2, "kind-12-15": 1, "volwassene": 1}


@pytest.fixture(scope="module")
def pdf():
    place = real_place()
    result = walked(place, choosing({"acuut-gevaar": "nee", "wie": FAMILY}))
    notes = {"signaleren": "Een aantekening over twee regels.\nDit is de tweede."}
    return case_pdf(case_of(place, result.answers, notes=notes), result, place, lists=lists(), guides=guides(), now=NOW)


@pytest.fixture(scope="module")
def document(pdf):
    return opened(pdf)


def test_given_the_checkers_then_neither_finds_an_error(pdf, tmp_path):
    file = tmp_path / "verslag.pdf"
    file.write_bytes(pdf)
    found = outloud.check(str(file))
    assert [str(one) for one in found.findings if one.severity == "error"] == []
    errors = [one for one in pdfua.validate(str(file)).findings if one.severity.name == "ERROR"]
    assert errors == []


def test_given_the_catalogue_then_it_says_what_pdf_ua_asks(document):
    root = document.Root
    assert (
        b"<pdfuaid:part>1</pdfuaid:part>" in root.Metadata.read_bytes()
        or b'pdfuaid:part="1"' in root.Metadata.read_bytes()
    )
    assert str(root.Lang) == "nl"
    assert bool(root.MarkInfo.Marked)
    assert bool(root.ViewerPreferences.DisplayDocTitle)


def test_given_the_headings_then_none_is_skipped_and_each_is_a_bookmark(document):
    levels = [int(str(one.S)[2]) for one in tagged(document, "/H1", "/H2", "/H3", "/H4")]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(later <= earlier + 1 for earlier, later in pairwise(levels))
    assert int(document.Root.Outlines.Count) >= levels.count(2)


def test_given_a_table_then_its_headers_have_a_scope_and_every_reference_to_one_is_found(document):
    headers = tagged(document, "/TH")
    assert headers
    assert {str(one.A.Scope) for one in headers} == {"/Column", "/Row"}
    names = document.Root.StructTreeRoot.IDTree.Kids[0].Names
    known = {bytes(name) for name in list(names)[::2]}
    used = {bytes(name) for cell in tagged(document, "/TD") for name in cell.A.get("/Headers", [])}
    assert used
    assert used <= known
    assert sorted(known) == [bytes(name) for name in list(names)[::2]]


def test_given_the_map_then_it_is_a_figure_with_a_text(document):
    figures = tagged(document, "/Figure")
    assert len(figures) == 1
    assert str(figures[0].Alt)


def test_given_heads_and_feet_of_pages_then_they_are_artifacts_and_all_else_is_in_the_tree(document):
    assert loose_marks(document) == 0
    numbers = document.Root.StructTreeRoot.ParentTree.Nums
    in_tree = {one.objgen for one in elements(document)}
    for of_page in list(numbers)[1::2]:
        parents = of_page if hasattr(of_page, "append") else [of_page]
        assert all(one is None or one.objgen in in_tree for one in parents)


def test_given_the_letters_then_only_our_typeface_draws_them_and_it_is_in_the_file(document):
    found = typefaces(document)
    assert found
    assert all(found.values())
    assert all(re.match("Atkinson-Hyperlegible-Next", name) for name in found)
    assert missing_glyphs(document) == 0
