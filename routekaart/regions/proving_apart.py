"""The proofs of what one region adds to the protocol, in a process of their own: z3 is too big for a web process.

`prove_apart` asks; `python -m routekaart.regions.proving_apart CONTENT` answers: JSON in, JSON out.
"""

from __future__ import annotations

import json
import re
import resource
import subprocess
import sys
from collections.abc import Hashable, Iterator
from pathlib import Path

from routekaart import config
from routekaart.atlas import Atlas
from routekaart.content.national import read_national
from routekaart.content.source import Source, place_at, read_text
from routekaart.engine.findings import ContentError, Finding
from routekaart.engine.proofs import Prover, logic_key
from routekaart.engine.routemap import RouteMap
from routekaart.regions.checks import Problem
from routekaart.regions.document import RegionDocument, RegionGroupDocument
from routekaart.regions.maps import regional_layers

SECONDS = 60.0
MEGABYTES = 1024
DRAFT = "draft"
"""How findings name the region that is proved."""

_NAMED = re.compile(rf"\({DRAFT}:(\d+)\)")


class Unproved(Exception):
    """The proofs did not come to an end: too slow, too big, or they could not begin. Says nothing about the region."""


def prove_apart(
    content: Path, document: RegionDocument, shared: RegionGroupDocument | None, *, seconds: float = SECONDS
) -> tuple[Problem, ...]:
    """What is wrong with a region in every sector, for each of its organisations. Raises Unproved."""
    order = {"document": document.to_json(), "group": shared.to_json() if shared else None}
    command = [sys.executable, "-m", __name__, str(content.resolve())]
    try:
        done = subprocess.run(
            command, input=json.dumps(order).encode(), capture_output=True, cwd=config.ROOT, timeout=seconds, check=True
        )
    except (subprocess.SubprocessError, OSError) as error:
        raise Unproved(type(error).__name__) from error
    return read_problems(done.stdout)


def read_problems(text: str | bytes) -> tuple[Problem, ...]:
    """Problems from their JSON."""
    return tuple(Problem(tuple(one[0]), one[1], one[2]) for one in json.loads(text))


def written_problems(problems: tuple[Problem, ...]) -> str:
    """Problems as JSON."""
    return json.dumps([[one.where, one.problem, one.expected] for one in problems])


def main() -> None:
    """Answer one order. Argument: the folder with the content."""
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    resource.setrlimit(resource.RLIMIT_AS, (MEGABYTES * 1024 * 1024,) * 2)
    order = json.load(sys.stdin)
    document = RegionDocument.model_validate_json(order["document"])
    shared = RegionGroupDocument.model_validate_json(order["group"]) if order["group"] else None
    sys.stdout.write(written_problems(prove_region(Path(sys.argv[1]), document, shared)))


def prove_region(content: Path, document: RegionDocument, shared: RegionGroupDocument | None) -> tuple[Problem, ...]:
    """The same, here and now. What is as in the nation is proved there already."""
    atlas, source = Atlas(content), read_text(document.to_yaml(), DRAFT)
    roles, prover = frozenset(read_national(content).roles), Prover()
    proved: set[Hashable] = {logic_key(atlas.routemap(document.edition, one)) for one in atlas.sector_ids}
    findings: list[Finding] = []
    for routemap in _maps(atlas, document, shared, source, findings):
        if (key := logic_key(routemap)) not in proved:
            proved.add(key)
            findings += prover.prove(routemap, roles).findings
    return tuple(dict.fromkeys(_placed(one, source) for one in sorted(set(findings))))


def _maps(
    atlas: Atlas, document: RegionDocument, shared: RegionGroupDocument | None, source: Source, findings: list[Finding]
) -> Iterator[RouteMap]:
    """Every map of the region; what does not fit the protocol goes to the findings."""
    groups = {shared.slug: shared} if shared else {}
    for organisation in (None, *(one.id for one in document.organisations)):
        for sector in atlas.sector_ids:
            try:
                layers = tuple(regional_layers(document, groups, organisation, {document.slug: source}))
                yield atlas.routemap(document.edition, sector, layers, organisation or DRAFT)
            except ContentError as error:
                findings += error.findings


def _placed(finding: Finding, source: Source) -> Problem:
    """Where in the region a finding points: a rule that breaks stands in the edition, what breaks it in the text."""
    named = _NAMED.search(finding.problem)
    line = finding.line if finding.file == DRAFT else int(named[1]) if named else 0
    return Problem(place_at(source, line) if line else (), finding.problem, finding.expected)


if __name__ == "__main__":
    main()
