"""All proofs of one map."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from routekaart.engine.findings import Finding
from routekaart.engine.proofs.report import Report, Shown, option_count
from routekaart.engine.routemap import RouteMap

if TYPE_CHECKING:
    from routekaart.engine.proofs.search import Search


def prove(routemap: RouteMap, roles: frozenset[str]) -> Report:
    """Prove that a map hangs together and keeps its safety rules, given the roles that exist.

    What is checked: nothing looks ahead, every item can take part, every walk ends with an outcome for everybody, not
    knowing has a route of its own, each question matters, each role exists, each invariant holds on every path.
    """
    from routekaart.engine.proofs import checks
    from routekaart.engine.proofs.search import Search

    found: list[Finding | Shown] = [*checks.roles(routemap, roles), *checks.questions_used(routemap)]
    search = Search(routemap)
    found += _searched(search)
    return _report(routemap, found, people=search.people)


def _searched(search: Search) -> Iterator[Finding | Shown]:
    from routekaart.engine.proofs import checks, rules

    yield from checks.reachability(search)
    yield from checks.unknown_options(search)
    yield from checks.completeness(search)
    for rule in search.routemap.invariants:
        yield from rules.invariant(search, rule)


def _report(routemap: RouteMap, found: list[Finding | Shown], *, people: int) -> Report:
    shown = (one for one in found if isinstance(one, Shown))
    findings = {one.finding if isinstance(one, Shown) else one for one in found}
    return Report(
        findings=tuple(sorted(findings)),
        shown=tuple(sorted(shown, key=lambda one: one.finding)),
        nodes=len(routemap.placed),
        options=option_count(routemap),
        invariants=len(routemap.invariants),
        people=people,
    )
