"""Every edition × sector × region × organisation, compiled and proved; everything that is wrong at once."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Iterator
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import TypeVar

from routekaart.atlas import Atlas
from routekaart.content.call_sheet import check_call_sheet
from routekaart.content.glossary import read_glossary
from routekaart.content.guides import read_guides
from routekaart.content.national import read_national
from routekaart.content.report_text import check_report_text
from routekaart.content.signals import read_signals
from routekaart.content.source import ContentError, Finding
from routekaart.content.telling import Askable
from routekaart.engine.proofs import Prover, Report, logic_key, roles_needed
from routekaart.engine.routemap import RouteMap
from routekaart.engine.vocabulary import Edition, Layer, Question, Sector
from routekaart.regions.files import RegionContent, read_regions
from routekaart.regions.maps import regional_layers

_T = TypeVar("_T")


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
    """A check on its way: what could be read, what was found, and what was proved already."""

    atlas: Atlas
    prover: Prover = field(default_factory=Prover)
    findings: list[Finding] = field(default_factory=list)
    proved: dict[Hashable, Report] = field(default_factory=dict)
    needed: dict[str, set[str]] = field(default_factory=dict)
    asked: dict[str, set[str]] = field(default_factory=dict)
    combinations: int = 0

    def read(self, load: Callable[[], _T]) -> _T | None:
        """What was read, or None with its findings kept."""
        try:
            return load()
        except ContentError as error:
            self.findings += error.findings
            return None

    def read_each(self, ids: Iterable[str], load: Callable[[str], _T]) -> dict[str, _T]:
        """What could be read of several files, by id."""
        read = ((one, self.read(partial(load, one))) for one in ids)
        return {one: found for one, found in read if found is not None}

    def run(self) -> RegionContent | None:
        """Read, compile and prove whatever can be; gives the regions when they could be read."""
        editions = self.read_each(self.atlas.edition_ids, self.atlas.edition)
        sectors = self.read_each(self.atlas.sector_ids, self.atlas.sector)
        steps = _steps(editions, sectors) if len(editions) == len(self.atlas.edition_ids) else ()
        national = self.read(lambda: read_national(self.atlas.root))
        self.read(lambda: read_signals(self.atlas.root))
        themes = {branch.id for edition in editions.values() for branch in edition.branches}
        known = themes if len(editions) == len(self.atlas.edition_ids) else None
        self.read(lambda: read_glossary(self.atlas.root, known))
        self.read(lambda: read_guides(self.atlas.root, national) if national else None)
        regions = self.read(lambda: read_regions(self.atlas.root, steps=steps)) if national else None
        roles = frozenset(national.roles) if national else None
        for slug, edition, layers, key in _places(regions, editions):
            for sector in sectors:
                self._take(slug, roles, partial(self._compiled, edition, sector, layers, key))
        if self.asked:
            self._check_telling(Askable(self.asked, steps), tuple(editions), tuple(sectors))
        return regions

    def _check_telling(self, askable: Askable, editions: tuple[str, ...], sectors: tuple[str, ...]) -> None:
        """What is told of a case refers to what is asked somewhere."""
        self.read(lambda: check_call_sheet(self.atlas.root, askable, editions))
        self.read(lambda: check_report_text(self.atlas.root, askable, editions, sectors))

    def _compiled(self, edition: str, sector: str, layers: Callable[[], Iterator[Layer]], key: str) -> RouteMap:
        return self.atlas.routemap(edition, sector, tuple(layers()), key)

    def _take(self, slug: str, roles: frozenset[str] | None, compiled: Callable[[], RouteMap]) -> None:
        routemap = self.read(compiled)
        if routemap is None or roles is None:
            return
        self.combinations += 1
        for question in (one for one in routemap.items() if isinstance(one, Question) and not slug):
            self.asked.setdefault(question.id, set()).update(option.value for option in question.options)
        self.needed.setdefault(slug, set()).update(roles_needed(routemap))
        key = logic_key(routemap)
        if key not in self.proved:
            self.proved[key] = self.prover.prove(routemap, roles)
            self.findings += self.proved[key].findings

    def checked(self, regions: RegionContent) -> Checked:
        gaps = {slug: self._gaps(regions, slug) for slug in regions.regions}
        return Checked(
            combinations=self.combinations,
            different_maps=len(self.proved),
            nodes=sum(report.nodes for report in self.proved.values()),
            options=sum(report.options for report in self.proved.values()),
            invariants=sum(report.invariants for report in self.proved.values()),
            regions_with_gaps=sum(1 for count in gaps.values() if count),
            gaps=sum(gaps.values()),
        )

    def _gaps(self, regions: RegionContent, slug: str) -> int:
        directory = regions.regions[slug].to_directory(regions.known.national)
        return len({gap.role.id for gap in directory.gaps(sorted(self.needed.get(slug, ())))})


def check_content(content: Path) -> Checked:
    """Validate and prove a content folder. Raises ContentError with every finding.

    What cannot be read is left out, so that the rest is still compiled and proved.
    """
    check = _Check(Atlas(content))
    regions = check.run()
    if check.findings or regions is None:
        raise ContentError(tuple(check.findings))
    return check.checked(regions)


_Place = tuple[str, str, Callable[[], Iterator[Layer]], str]


def _places(regions: RegionContent | None, editions: Iterable[str]) -> Iterator[_Place]:
    """Each region and organisation with its edition and layers, after each edition on its own."""
    for edition in editions:
        yield "", edition, lambda: iter(()), ""
    for slug, document in (regions.regions if regions else {}).items():
        if regions and document.edition in editions:
            for organisation in (None, *(one.id for one in document.organisations)):
                layers = partial(regional_layers, document, regions.groups, organisation, regions.sources)
                yield slug, document.edition, layers, f"{slug}/{organisation or ''}"


def _steps(editions: dict[str, Edition], sectors: dict[str, Sector]) -> tuple[str, ...]:
    """The id of every step that an edition or a sector has."""
    national = [step.id for one in editions.values() for step in (one.acute, *one.steps, one.follow_up)]
    return tuple(dict.fromkeys([*national, *(step.id for one in sectors.values() for step in one.layer.steps)]))
