"""From files in `content/` to the engine's vocabulary; every complaint knows its file and line."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, TypeVar

from pydantic import BaseModel

from routekaart.content import models
from routekaart.content.carrying import carried_wrongly
from routekaart.content.items import Reading
from routekaart.content.quick import quick_wrongly
from routekaart.content.source import ContentError, Finding, Location, Source, parse, read
from routekaart.engine.vocabulary import (
    Addition,
    Branch,
    Edition,
    Layer,
    LayerKind,
    Rewording,
    Sector,
    StationPlan,
    Step,
)

_Model = TypeVar("_Model", bound=BaseModel)
ACUTE_FILE, FOLLOW_UP_FILE = "acuut.yaml", "vervolg.yaml"


@dataclass(slots=True)
class _Shelf:
    """The files read so far for one document, and what is wrong in them."""

    root: Path
    findings: list[Finding] = field(default_factory=list)

    def load(self, path: Path, model: type[_Model]) -> tuple[Source, _Model] | None:
        try:
            source = read(path, shown_as=str(path.relative_to(self.root.parent)))
        except ContentError as error:
            self.findings += error.findings
            return None
        parsed, findings = parse(source, model)
        self.findings += findings
        return None if parsed is None else (source, parsed)

    def reading(self, source: Source, kind: LayerKind, title: str, branch: str = "") -> Reading:
        return Reading(source, kind, title, branch, self.findings)

    def raise_findings(self) -> None:
        if self.findings:
            raise ContentError(tuple(self.findings))


def read_edition(root: Path, edition_id: str) -> Edition:
    """Read `content/protocols/<edition>/` under the content folder `root`. Raises ContentError with all findings."""
    shelf, folder = _Shelf(root), root / "protocols" / edition_id
    head = shelf.load(folder / "edition.yaml", models.EditionModel)
    steps = {step.id: step for path in sorted(folder.glob("[0-9]-*.yaml")) for step in _edition_step(shelf, path)}
    acute = list(_edition_step(shelf, folder / ACUTE_FILE))
    follow_up = list(_edition_step(shelf, folder / FOLLOW_UP_FILE))
    branches = [branch for path in sorted((folder / "thema").glob("*.yaml")) for branch in _branch(shelf, path)]
    shelf.raise_findings()
    assert head is not None
    source, model = head
    for step_id in sorted(set(model.steps) ^ set(steps)):
        problem = f'step "{step_id}" stands here or in a file, not in both'
        shelf.findings.append(source.finding(("steps",), problem, "a file per step"))
    shelf.raise_findings()
    reading = shelf.reading(source, LayerKind.EDITION, "landelijk")
    edition = Edition(
        id=model.edition,
        title=model.title,
        year=model.year,
        source=model.source,
        provenance=reading.at(()),
        banner=model.banner,
        valid_from=model.valid_from,
        valid_until=model.valid_until,
        acute=acute[0],
        steps=tuple(steps[step_id] for step_id in model.steps),
        follow_up=follow_up[0],
        branches=tuple(branches),
        invariants=tuple(reading.invariant(i, ("invariants", n)) for n, i in enumerate(model.invariants)),
        carry_over=model.carry_over,
        quick=model.quick,
        in_doubt=model.in_doubt,
    )
    shelf.findings += carried_wrongly(edition, source)
    shelf.findings += quick_wrongly(edition, source)
    shelf.raise_findings()
    return edition


def _edition_step(shelf: _Shelf, path: Path) -> Iterable[Step]:
    if loaded := shelf.load(path, models.StepModel):
        source, model = loaded
        yield shelf.reading(source, LayerKind.EDITION, "landelijk").step(model, ())


def _branch(shelf: _Shelf, path: Path) -> Iterable[Branch]:
    if loaded := shelf.load(path, models.BranchModel):
        source, model = loaded
        reading = shelf.reading(source, LayerKind.EDITION, "landelijk", branch=model.branch)
        layer = _layer(reading, model.branch, model.steps, ("steps",))
        yield Branch(model.branch, model.title, model.summary, model.line, model.source, layer)


def read_sector(root: Path, sector_id: str) -> Sector:
    """Read `content/sectors/<sector>.yaml`. Raises ContentError with all findings."""
    shelf = _Shelf(root)
    loaded = shelf.load(root / "sectors" / f"{sector_id}.yaml", models.SectorModel)
    shelf.raise_findings()
    assert loaded is not None
    source, model = loaded
    reading = shelf.reading(source, LayerKind.SECTOR, model.title)
    layer = _layer(
        reading,
        model.sector,
        model.steps,
        ("steps",),
        own_steps=tuple(reading.step(s, ("own_steps", n)) for n, s in enumerate(model.own_steps)),
        stations=tuple(StationPlan(s.number, s.title, s.short, s.steps) for s in model.stations),
    )
    shelf.raise_findings()
    return Sector(
        id=model.sector,
        title=model.title,
        group=model.group,
        audience=model.audience,
        bound=model.bound,
        bound_text=model.bound_text,
        framework=model.framework,
        decides=model.decides,
        records=model.records,
        source=model.source,
        layer=layer,
    )


def read_layer(
    data: Mapping[str, Any], source: Source, location: Location, *, kind: LayerKind, layer_id: str, title: str
) -> Layer:
    """The layer of a region group, region or organisation.

    `data` is `{"steps": …}` in the shape of a sector file; `source` and `location` say where it is written.
    Raises ContentError with all findings.
    """
    parsed, findings = parse(Source(source.file, data, None), models.LayerModel)
    if parsed is None:
        raise ContentError(tuple(source.finding(location, f.problem, f.expected) for f in findings))
    collected: list[Finding] = []
    reading = Reading(source, kind, title, "", collected)
    layer = _layer(reading, layer_id, parsed.steps, (*location, "steps"))
    if collected:
        raise ContentError(tuple(collected))
    return layer


def _layer(
    reading: Reading,
    layer_id: str,
    steps: Mapping[str, models.AdditionsModel],
    location: tuple[str | int, ...],
    own_steps: tuple[Step, ...] = (),
    stations: tuple[StationPlan, ...] = (),
) -> Layer:
    additions: list[Addition] = []
    rewordings: list[Rewording] = []
    for step_id, said in steps.items():
        for n, item in enumerate(said.add):
            built = reading.item(item, (*location, step_id, "add", n))
            additions.append(Addition(step_id, built, item.after, frozenset(item.editions)))
        for n, wording in enumerate(said.specialise):
            place = (*location, step_id, "specialise", n)
            rewordings.append(Rewording(wording.item, reading.wording(wording, place), frozenset(wording.editions)))
    return Layer(
        kind=reading.kind,
        id=layer_id,
        title=reading.title,
        provenance=reading.at(location),
        additions=tuple(additions),
        rewordings=tuple(rewordings),
        steps=own_steps,
        stations=stations,
        pitfalls={
            step_id: reading.remarks(said.pitfalls, (*location, step_id, "pitfalls"))
            for step_id, said in steps.items()
            if said.pitfalls
        },
    )
