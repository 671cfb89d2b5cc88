"""Layers compiled into one RouteMap. A layer adds, specialises or (a sector) reorders; it removes nothing."""

from __future__ import annotations

from collections.abc import Iterable
from types import MappingProxyType

from routekaart.engine.draft import Draft
from routekaart.engine.findings import ContentError
from routekaart.engine.references import reference_findings
from routekaart.engine.routemap import Placed, RouteMap, Station
from routekaart.engine.vocabulary import Edition, Layer, Scope, Sector, StationPlan


def compile_routemap(edition: Edition, sector: Sector, layers: Iterable[Layer] = ()) -> RouteMap:
    """Compile a map from an edition, a sector and further layers (region group, region, organisation), in that order.

    Raises ContentError with every finding when a layer names what does not exist or tries to replace something.
    """
    spoken = (*(branch.layer for branch in edition.branches), sector.layer, *layers)
    draft = Draft(edition.id)
    draft.add_steps((edition.acute, *edition.steps, edition.follow_up))
    for layer in spoken:
        draft.add_layer(layer)
    draft.link_options()
    plans = _station_plans(draft, edition, sector)
    draft.raise_findings()
    routemap = _routemap(draft, edition, sector, spoken, plans)
    if findings := reference_findings(routemap):
        raise ContentError(findings)
    return routemap


def _station_plans(draft: Draft, edition: Edition, sector: Sector) -> tuple[StationPlan, ...]:
    plans = sector.layer.stations or tuple(
        StationPlan(number, step.title, step.short, (step.id,)) for number, step in enumerate(edition.steps, start=1)
    )
    planned = [step_id for plan in plans for step_id in plan.steps]
    required = [step.id for step in (*edition.steps, *sector.layer.steps)]
    for step_id in required:
        if planned.count(step_id) != 1:
            problem = f'step "{step_id}" stands in {planned.count(step_id)} stations'
            draft.complain(sector.layer.provenance, problem, "every step in exactly one station; none is left out")
    for step_id in sorted(set(planned) - set(required)):
        problem = f'unknown step "{step_id}" in stations'
        draft.complain(sector.layer.provenance, problem, "one of: " + ", ".join(required))
    return plans


def _routemap(
    draft: Draft, edition: Edition, sector: Sector, layers: tuple[Layer, ...], plans: tuple[StationPlan, ...]
) -> RouteMap:
    stations = tuple(Station(p.number, p.title, p.short, tuple(draft.steps[s] for s in p.steps)) for p in plans)
    acute, follow_up = draft.steps[edition.acute.id], draft.steps[edition.follow_up.id]
    walked = (acute, *(step for station in stations for step in station.steps), follow_up)
    in_order = ((step, item) for step in walked for item in step.items)
    placed = {item.id: Placed(item, step, order) for order, (step, item) in enumerate(in_order)}
    return RouteMap(
        edition=edition,
        sector=sector,
        layers=layers,
        acute=acute,
        stations=stations,
        follow_up=follow_up,
        branches=edition.branches,
        invariants=edition.invariants,
        placed=MappingProxyType(placed),
        for_each=frozenset(one.item.id for one in placed.values() if one.item.scope is not Scope.SITUATION),
    )
