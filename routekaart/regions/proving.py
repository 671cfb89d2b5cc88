"""Every edition × sector × region × organisation, compiled and proved; everything that is wrong at once."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterator
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path

from routekaart.atlas import Atlas
from routekaart.content.source import ContentError, Finding
from routekaart.engine.proofs import Report, logic_key, prove, roles_needed
from routekaart.engine.routemap import RouteMap
from routekaart.regions.document import RegionDocument
from routekaart.regions.files import RegionContent, read_regions
from routekaart.regions.maps import regional_layers


@dataclass(frozen=True, slots=True)
class Checked:
    """What a green check proved. `gaps` counts the roles without anybody, over all combinations of a region."""

    combinations: int
    different_maps: int
    nodes: int
    options: int
    invariants: int
    regions_with_gaps: int
    gaps: int


@dataclass(slots=True)
class _Check:
    """A check on its way: what was found, and what was proved already."""

    atlas: Atlas
    regions: RegionContent
    findings: list[Finding] = field(default_factory=list)
    proved: dict[Hashable, Report] = field(default_factory=dict)
    needed: dict[str, set[str]] = field(default_factory=dict)
    combinations: int = 0

    def run(self) -> None:
        roles = frozenset(self.regions.known.national.roles)
        for slug, routemap in self._maps():
            self.combinations += 1
            self.needed.setdefault(slug, set()).update(roles_needed(routemap))
            key = logic_key(routemap)
            if key not in self.proved:
                self.proved[key] = prove(routemap, roles)
                self.findings += self.proved[key].findings

    def _maps(self) -> Iterator[tuple[str, RouteMap]]:
        for slug, document in self.regions.regions.items():
            for sector in self.atlas.sector_ids:
                for organisation in (None, *(one.id for one in document.organisations)):
                    found = self._compiled(document, sector, organisation)
                    if found:
                        yield slug, found

    def _compiled(self, document: RegionDocument, sector: str, organisation: str | None) -> RouteMap | None:
        try:
            layers = tuple(regional_layers(document, self.regions.groups, organisation, self.regions.sources))
            return self.atlas.routemap(document.edition, sector, layers, f"{document.slug}/{organisation or ''}")
        except ContentError as error:
            self.findings += error.findings
            return None

    def checked(self) -> Checked:
        gaps = {slug: self._gaps(slug) for slug in self.needed}
        return Checked(
            combinations=self.combinations,
            different_maps=len(self.proved),
            nodes=sum(report.nodes for report in self.proved.values()),
            options=sum(report.options for report in self.proved.values()),
            invariants=sum(report.invariants for report in self.proved.values()),
            regions_with_gaps=sum(1 for count in gaps.values() if count),
            gaps=sum(gaps.values()),
        )

    def _gaps(self, slug: str) -> int:
        directory = self.regions.regions[slug].to_directory(self.regions.known.national)
        return len({gap.role.id for gap in directory.gaps(sorted(self.needed[slug]))})


def check_content(content: Path) -> Checked:
    """Validate and prove a content folder. Raises ContentError with every finding."""
    atlas, findings = Atlas(content), list[Finding]()
    for edition in atlas.edition_ids:
        findings += _findings(partial(atlas.edition, edition))
    for sector in atlas.sector_ids:
        findings += _findings(partial(atlas.sector, sector))
    regions: list[RegionContent] = []
    findings += _findings(lambda: regions.append(read_regions(content)))
    if findings:
        raise ContentError(tuple(findings))
    check = _Check(atlas, regions[0])
    check.run()
    if check.findings:
        raise ContentError(tuple(check.findings))
    return check.checked()


def _findings(load: Callable[[], object]) -> tuple[Finding, ...]:
    try:
        load()
    except ContentError as error:
        return error.findings
    return ()
