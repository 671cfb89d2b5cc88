"""Layers compiled into one RouteMap. A layer adds, specialises or (a sector) reorders; it removes nothing."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from types import MappingProxyType

from routekaart.engine.conditions import Any, Condition, Includes, Is, Somebody, both
from routekaart.engine.findings import ContentError, Finding
from routekaart.engine.references import reference_findings
from routekaart.engine.routemap import Placed, RouteMap, Station
from routekaart.engine.vocabulary import (
    Addition,
    Edition,
    Item,
    Layer,
    Provenance,
    Question,
    QuestionKind,
    Rewording,
    Scope,
    Sector,
    StationPlan,
    Step,
)


def compile_routemap(edition: Edition, sector: Sector, layers: Iterable[Layer] = ()) -> RouteMap:
    """Compile a map from an edition, a sector and further layers (region group, region, organisation), in that order.

    Raises ContentError with every finding when a layer names what does not exist or tries to replace something.
    """
    spoken = (*(branch.layer for branch in edition.branches), sector.layer, *layers)
    draft = _Draft(edition.id, {step.id: _Column(step, list(step.items)) for step in _all_steps(edition)})
    for layer in spoken:
        draft.add_layer(layer)
    draft.link_options()
    stations = _stations(draft, edition, sector)
    draft.raise_findings()
    routemap = _routemap(draft, edition, sector, spoken, stations)
    if findings := reference_findings(routemap):
        raise ContentError(findings)
    return routemap


def _all_steps(edition: Edition) -> tuple[Step, ...]:
    return (edition.acute, *edition.steps, edition.follow_up)


@dataclass(slots=True)
class _Column:
    """A step while it is being filled."""

    step: Step
    items: list[Item]

    def finished(self) -> Step:
        return replace(self.step, items=tuple(self.items))


@dataclass(slots=True)
class _Draft:
    """The map while it is being compiled, with what was found wrong so far."""

    edition_id: str
    columns: dict[str, _Column]
    findings: list[Finding] = field(default_factory=list)
    _last_after: dict[str, str] = field(default_factory=dict)

    def complain(self, at: Provenance, problem: str, expected: str) -> None:
        self.findings.append(Finding(at.file, at.line, problem, expected))

    def raise_findings(self) -> None:
        if self.findings:
            raise ContentError(tuple(self.findings))

    def column_of(self, item_id: str) -> _Column | None:
        return next((c for c in self.columns.values() if any(item.id == item_id for item in c.items)), None)

    def add_layer(self, layer: Layer) -> None:
        for step in layer.steps:
            if step.id in self.columns:
                self.complain(
                    step.provenance, f'step "{step.id}" exists already', "a new step id; a layer replaces no step"
                )
            else:
                self.columns[step.id] = _Column(step, list(step.items))
        for addition in layer.additions:
            if self._holds_here(addition):
                self._add(addition)
        for rewording in layer.rewordings:
            if self._holds_here(rewording):
                self._reword(rewording)
        for step_id, remarks in layer.pitfalls.items():
            if column := self.columns.get(step_id):
                column.step = replace(column.step, pitfalls=(*column.step.pitfalls, *remarks))
            else:
                self._unknown_step(layer.provenance, step_id)

    def _holds_here(self, part: Addition | Rewording) -> bool:
        return not part.editions or self.edition_id in part.editions

    def _unknown_step(self, at: Provenance, step_id: str) -> None:
        self.complain(at, f'unknown step "{step_id}"', "one of: " + ", ".join(self.columns))

    def _add(self, addition: Addition) -> None:
        item, column = addition.item, self.columns.get(addition.step)
        if column is None:
            self._unknown_step(item.provenance, addition.step)
        elif self.column_of(item.id):
            expected = "a new id; a layer adds or specialises, it never replaces"
            self.complain(item.provenance, f'"{item.id}" exists already', expected)
        elif not addition.after:
            column.items.append(item)
        else:
            self._insert(column, item, addition.after)

    def _insert(self, column: _Column, item: Item, after: str) -> None:
        anchor = after
        while anchor in self._last_after:
            anchor = self._last_after[anchor]
        places = [index for index, present in enumerate(column.items) if present.id == anchor]
        if not places:
            self.complain(
                item.provenance, f'no item "{after}" in step "{column.step.id}" to follow', "an item of this step"
            )
            return
        column.items.insert(places[0] + 1, item)
        self._last_after[after] = item.id

    def _reword(self, rewording: Rewording) -> None:
        column = self.column_of(rewording.item)
        if column is None:
            self.complain(rewording.wording.provenance, f'no item "{rewording.item}" to specialise', "an existing item")
            return
        column.items = [
            replace(item, specialisations=(*item.specialisations, rewording.wording))
            if item.id == rewording.item
            else item
            for item in column.items
        ]

    def link_options(self) -> None:
        """Turn what options lead to into conditions of the items that they lead to."""
        leading: dict[str, list[Condition]] = {}
        homes = {item.id: item for column in self.columns.values() for item in column.items}
        for question in [item for item in homes.values() if isinstance(item, Question)]:
            for option in question.options:
                for target_id in option.leads_to:
                    target = homes.get(target_id)
                    if target is None:
                        at = replace(question.provenance, line=option.line)
                        self.complain(
                            at, f'option "{option.value}" leads to unknown "{target_id}"', "the id of a later item"
                        )
                    elif target.provenance.kind is not question.provenance.kind:
                        at = replace(question.provenance, line=option.line)
                        self.complain(
                            at,
                            f'option "{option.value}" leads to "{target_id}" of another layer',
                            "an item of its own layer",
                        )
                    else:
                        leading.setdefault(target_id, []).append(_chosen(question, option.value, target))
        for column in self.columns.values():
            column.items = [
                replace(item, when=both(Any(tuple(leading[item.id])), item.when)) if item.id in leading else item
                for item in column.items
            ]


def _chosen(question: Question, value: str, target: Item) -> Condition:
    multiple = question.kind is QuestionKind.MULTIPLE
    literal = Includes(question.id, value) if multiple else Is(question.id, frozenset({value}))
    across = question.scope is not Scope.SITUATION and target.scope is Scope.SITUATION
    return Somebody(literal) if across else literal


def _stations(draft: _Draft, edition: Edition, sector: Sector) -> tuple[tuple[StationPlan, tuple[str, ...]], ...]:
    plans = sector.layer.stations or tuple(
        StationPlan(number, step.title, step.short, (step.id,)) for number, step in enumerate(edition.steps, start=1)
    )
    planned = [step_id for plan in plans for step_id in plan.steps]
    required = [step.id for step in (*edition.steps, *sector.layer.steps)]
    for step_id in required:
        if planned.count(step_id) != 1:
            problem = f'step "{step_id}" stands in {planned.count(step_id)} stations'
            draft.complain(sector.layer.provenance, problem, "every step in exactly one station; none is left out")
    for step_id in planned:
        if step_id not in required:
            draft.complain(
                sector.layer.provenance, f'unknown step "{step_id}" in stations', "one of: " + ", ".join(required)
            )
    return tuple((plan, plan.steps) for plan in plans)


def _routemap(
    draft: _Draft,
    edition: Edition,
    sector: Sector,
    layers: tuple[Layer, ...],
    stations: tuple[tuple[StationPlan, tuple[str, ...]], ...],
) -> RouteMap:
    steps = {step_id: column.finished() for step_id, column in draft.columns.items()}
    built = tuple(Station(plan.number, plan.title, plan.short, tuple(steps[s] for s in ids)) for plan, ids in stations)
    order = (
        steps[edition.acute.id],
        *(step for station in built for step in station.steps),
        steps[edition.follow_up.id],
    )
    walked = ((step, item) for step in order for item in step.items)
    placed = {item.id: Placed(item, step, place) for place, (step, item) in enumerate(walked)}
    return RouteMap(
        edition=edition,
        sector=sector,
        layers=layers,
        acute=order[0],
        stations=built,
        follow_up=order[-1],
        branches=edition.branches,
        invariants=edition.invariants,
        placed=MappingProxyType(placed),
    )
