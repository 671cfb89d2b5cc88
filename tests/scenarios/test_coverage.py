"""Whether the scenarios reach the whole field: each sector, each region, and each branch in each edition."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

from tests.support.scenarios import Scenario, read_all, written

ADVISED = ("first", "actions", "records", "for", "partners", "says", "outcomes", "deadlines")
CASES = [case for path in sorted(Path(__file__).parent.glob("*.yaml")) for case in read_all(path)]


def branches_of(case: Scenario) -> set[tuple[str, str]]:
    """The branches, by edition, of which this case expects something: without them it would fail."""
    routemap = written().map(case.region, case.sector, edition=case.edition, organisation=case.organisation).routemap
    wanted = {one for stage in case.stages for kind in ADVISED for one in stage.expect.get(kind) or ()}
    items = [routemap.placed[one].item for one in wanted if one in routemap.placed]
    return {(routemap.edition.id, item.branch) for item in items if item.branch}


def test_given_the_scenarios_then_each_sector_has_two_and_each_region_one():
    sectors, regions = Counter(case.sector for case in CASES), Counter(case.region for case in CASES)
    assert [one for one in written().atlas.sector_ids if sectors[one] < 2] == []
    assert [one for one in written().regions.regions if not regions[one]] == []


def test_given_the_scenarios_then_each_branch_of_each_edition_is_expected():
    seen = Counter(one for case in CASES for one in branches_of(case))
    atlas = written().atlas
    routemaps = [atlas.routemap(edition, "onderwijs") for edition in atlas.edition_ids]
    placed = {(each.edition.id, one.item.branch) for each in routemaps for one in each.placed.values()}
    branches = {one for one in placed if one[1]}
    assert sorted(branches - set(seen)) == []
    of_both = Counter({name: 0 for _, name in branches})
    for (_, name), times in seen.items():
        of_both[name] += times
    assert {name: times for name, times in of_both.items() if times < 4} == {}
