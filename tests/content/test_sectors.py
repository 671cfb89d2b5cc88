"""What the sectors say of themselves: who belongs where, and what binds whom."""

from __future__ import annotations

import re
from collections import defaultdict
from itertools import combinations

import pytest

from routekaart.engine.vocabulary import Action, Binding
from tests.support.regions import CONTENT
from tests.support.scenarios import written

ATLAS = written().atlas
SECTORS = {name: ATLAS.sector(name) for name in ATLAS.sector_ids}
NUMBER = re.compile(r"\b(0[89]00|0\d{2,3})[ -]?\d{2,}")


def place_and_professions(audience: str) -> tuple[str, set[str]]:
    """ "In het ziekenhuis: arts of verpleegkundige" taken apart; without a colon the place is empty."""
    place, _, listed = audience.rpartition(": ")
    return place, {one.strip().lower() for one in re.split(r", | of |\.", listed) if one.strip()}


def test_given_two_sectors_then_who_stands_in_both_is_told_apart_by_the_place():
    read = {name: place_and_professions(sector.audience) for name, sector in SECTORS.items()}
    unclear = [
        (first, second, read[first][1] & read[second][1])
        for first, second in combinations(read, 2)
        if read[first][1] & read[second][1] and not (read[first][0] and read[second][0])
    ]
    assert unclear == []


def test_given_two_sectors_then_no_place_stands_twice():
    sectors = defaultdict(list)
    for name, sector in SECTORS.items():
        sectors[place_and_professions(sector.audience)[0]].append(name)
    assert [names for place, names in sectors.items() if place and len(names) > 1] == []


@pytest.mark.parametrize("edition", ATLAS.edition_ids)
@pytest.mark.parametrize("sector", [name for name, one in SECTORS.items() if not one.bound])
def test_given_a_sector_that_the_act_does_not_bind_then_nothing_there_is_law(edition, sector):
    items = ATLAS.routemap(edition, sector).items()
    assert [one.id for one in items if isinstance(one, Action) and one.binding is Binding.LAW] == []


@pytest.mark.parametrize("sector", SECTORS)
def test_given_an_adult_then_what_they_want_is_read_before_the_decision_to_report(sector):
    placed = ATLAS.routemap("meldcode-2019", sector).placed
    assert placed["overleg-wens-volwassene"].order < placed["besluit-melden"].order


def test_given_a_step_or_a_branch_then_it_writes_no_number_but_112():
    """A role's contact shows numbers; 112 is a word, and 0800-2000 stands on the acute line and in the fixed notice."""
    files = [*CONTENT.glob("protocols/*/[0-9]-*.yaml"), *CONTENT.glob("protocols/*/thema/*.yaml")]
    written_out = {
        f"{file.relative_to(CONTENT)}: {found[0]}"
        for file in (*files, *CONTENT.glob("protocols/*/vervolg.yaml"), *CONTENT.glob("sectors/*.yaml"))
        for found in NUMBER.finditer(file.read_text(encoding="utf-8"))
    }
    assert written_out == set()
