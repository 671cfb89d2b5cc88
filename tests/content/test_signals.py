"""The lists of signals: what ships is sound, and each kind of fault is told with its file and line."""

import re
import shutil
from functools import cache
from pathlib import Path

import pytest

from routekaart.content.reader import read_edition
from routekaart.content.signals import read_signals
from routekaart.content.source import ContentError
from routekaart.engine.signals import AGES, Age, Catalogue, Place
from routekaart.engine.vocabulary import Category, Question
from routekaart.regions.proving import check_content
from tests.support.regions import CONTENT

LONGEST = 30


@cache
def shipped() -> Catalogue:
    return read_signals(CONTENT)


def texts(lists):
    yield from lists.cautions
    yield from (one.text for one in (*lists.today, *lists.signals, *lists.factors))
    yield from (one.why for one in lists.signals if one.why)
    yield from (one.note for one in lists.kinds.values() if one.note)


@pytest.mark.parametrize("age", Age)
@pytest.mark.parametrize("place", Place)
def test_given_an_age_then_there_are_signals_in_each_place(age, place):
    assert shipped().fitting([age], place=place)


def test_given_the_kinds_then_each_has_signals_and_each_sector_sees_some():
    lists = shipped()
    assert all(lists.fitting(kind=kind) for kind in lists.kinds)
    known = {path.stem for path in CONTENT.glob("sectors/*.yaml")} - {"geen-sector"}
    assert known <= {sector for one in lists.signals for sector in one.sectors}


def test_given_the_findings_that_ask_for_advice_today_then_each_says_why():
    urgent = [one for one in shipped().signals if one.urgent]
    assert len(urgent) >= 12
    assert all(one.why for one in urgent)


def test_given_the_texts_then_no_sentence_is_too_long_and_none_counts_or_weighs():
    for text in texts(shipped()):
        assert all(len(sentence.split()) <= LONGEST for sentence in re.split(r"[.!?:] ", text)), text
        assert not re.search(r"\bscore|punten\b|minstens \w+ signalen", text), text


def test_given_risk_and_protection_then_none_of_it_is_a_signal():
    lists = shipped()
    assert not {one.text for one in lists.factors} & {one.text for one in lists.signals}
    assert {one.protects for one in lists.factors} == {True, False}


def test_given_every_category_of_people_then_it_has_ages():
    assert set(AGES) == set(Category)


def test_given_the_forms_of_a_kind_then_the_question_on_forms_has_them():
    edition = read_edition(CONTENT, "meldcode-2019")
    question = next(item for step in edition.steps for item in step.items if item.id == "vorm")
    assert isinstance(question, Question)
    named = {form for kind in shipped().kinds.values() for form in kind.forms}
    assert named <= {option.value for option in question.options}


def test_given_no_lists_then_the_catalogue_is_empty(tmp_path):
    assert read_signals(tmp_path) == Catalogue()


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    root = tmp_path / "content"
    shutil.copytree(CONTENT / "signals", root / "signals")
    shutil.copytree(CONTENT / "sectors", root / "sectors")
    return root


# What is broken: file, text, what it becomes, where the finding points, what it says.
FAULTS = {
    "kind": ("oudere.yaml", "kinds: [geld]", "kinds: [goud]", "kinds: [goud]", 'unknown kind "goud"'),
    "sector": ("oudere.yaml", "sectors: [mondzorg", "sectors: [tand", "sectors: [tand", 'unknown sector "tand"'),
    "age": ("vormen.yaml", "ages: [12-18, 4-12]", "ages: [12-19]", "ages: [12-19]", "ages.0"),
    "no kinds": ("kind-0-4.yaml", "    kinds: [zorg-tekort]\n", "", "signal: jong-groei", "no kinds"),
    "twice": ("volwassene.yaml", "signal: volw-bedekt", "signal: oud-valt", "signal: oud-valt", "twice"),
    "urgent without why": ("oudere.yaml", "signal: oud-valt", "signal: oud-valt\n    urgent: true", "oud-valt", "why"),
    "place": ("oudere.yaml", "place: omgang", "place: markt", "place: markt", "place"),
    "score": ("vandaag.yaml", "    urgent: true", "    urgent: true\n    weight: 3", "weight: 3", 'field "weight"'),
    "reviewed": ("factoren.yaml", "reviewed: 2026-11-24\n", "", "source", '"reviewed" is missing'),
    "remark": ("vooraf.yaml", "sectors: [huisartsen", "sectors: [dokters", "sectors: [dokters", '"dokters-artsen"'),
}


@pytest.mark.parametrize("fault", FAULTS)
def test_given_a_fault_then_it_is_told_with_file_and_line(copy, fault):
    file, old, new, points_at, says = FAULTS[fault]
    path = copy / "signals" / file
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")
    lines = path.read_text(encoding="utf-8").splitlines()
    with pytest.raises(ContentError) as caught:
        read_signals(copy)
    finding = next(one for one in caught.value.findings if says in f"{one.problem} {one.expected}")
    assert finding.file == f"content/signals/{file}"
    assert points_at in lines[finding.line - 1] or fault == "reviewed"


def test_given_a_fault_in_a_list_when_all_content_is_checked_then_it_is_among_the_findings(copy):
    path = copy / "signals" / "oudere.yaml"
    path.write_text(path.read_text(encoding="utf-8").replace("kinds: [geld]", "kinds: [goud]", 1), encoding="utf-8")
    with pytest.raises(ContentError) as caught:
        check_content(copy)
    assert any('unknown kind "goud"' in one.problem for one in caught.value.findings)
