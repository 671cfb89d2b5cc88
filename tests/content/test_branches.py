"""Every branch of every edition has a safety rule that tells when it is taken out, or hardly comes any more."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner

from routekaart.atlas import Atlas
from routekaart.cli import main
from routekaart.content.source import ContentError
from routekaart.engine.proofs import guarding
from routekaart.engine.vocabulary import Edition
from tests.support.regions import CONTENT
from tests.support.scenarios import written

EDITIONS: dict[str, Edition] = {name: written().atlas.edition(name) for name in written().atlas.edition_ids}
BRANCHES = [
    pytest.param(name, branch, id=f"{name}-{branch.id}") for name, one in EDITIONS.items() for branch in one.branches
]
SECTOR = "geen-sector"


@pytest.fixture(scope="module")
def copy(tmp_path_factory) -> Path:
    """The protocols and one sector, to take files out of."""
    root = tmp_path_factory.mktemp("branches") / "content"
    shutil.copytree(CONTENT / "protocols", root / "protocols")
    (root / "sectors").mkdir()
    shutil.copy(CONTENT / "sectors" / f"{SECTOR}.yaml", root / "sectors")
    return root


@pytest.mark.parametrize(("edition", "branch"), BRANCHES)
def test_given_a_branch_when_its_file_is_taken_out_then_what_needs_it_is_told(copy, edition, branch):
    file = copy / "protocols" / edition / "thema" / f"{branch.id}.yaml"
    kept = file.read_bytes()
    file.unlink()
    try:
        with pytest.raises(ContentError) as refused:
            Atlas(copy).routemap(edition, SECTOR)
    finally:
        file.write_bytes(kept)
    its_own = {f'"{addition.item.id}"' for addition in branch.layer.additions}
    assert [one for one in refused.value.findings if any(item in str(one) for item in its_own)], refused.value.findings


@pytest.mark.parametrize(("edition", "branch"), BRANCHES)
def test_given_a_branch_when_it_hardly_ever_comes_then_a_rule_is_broken(edition, branch):
    assert guarding(EDITIONS[edition], written().atlas.sector(SECTOR), branch)


def test_given_the_command_then_it_lists_each_rule_with_the_branches_that_it_guards():
    done = CliRunner().invoke(main, ["content", "invariants", "--edition", "basismodel-2011"])
    assert done.exit_code == 0
    lines = done.output.splitlines()
    assert "INV-22-gevraagd  huisverbod" in lines
    assert "INV-1  -" in lines
    assert "INV-10-stalking  intieme-terreur, stalking" in lines
    listed = [line.split()[0] for line in lines if line.startswith("INV-")]
    assert listed == [rule.id for rule in EDITIONS["basismodel-2011"].invariants]
