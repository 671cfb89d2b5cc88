"""All proofs of a map."""

from __future__ import annotations

from collections.abc import Hashable

from routekaart.engine.findings import Finding
from routekaart.engine.proofs.report import Report, Shown, option_count
from routekaart.engine.routemap import RouteMap

Found = Finding | Shown


class Prover:
    """Proves many maps, and searches only once what is alike to every search (see `likeness`)."""

    def __init__(self) -> None:
        self._sound: dict[Hashable, int] = {}

    def prove(self, routemap: RouteMap, roles: frozenset[str]) -> Report:
        """The same findings as `prove` gives. `people` is as many as it took for the first map that is alike."""
        from routekaart.engine.proofs.likeness import search_key

        key = search_key(routemap)
        if key in self._sound:
            return _report(routemap, _read(routemap, roles), people=self._sound[key])
        found, people = _searched(routemap)
        if not found:
            self._sound[key] = people
        return _report(routemap, [*_read(routemap, roles), *found], people=people)


def prove(routemap: RouteMap, roles: frozenset[str]) -> Report:
    """Prove that a map hangs together and keeps its safety rules, given the roles that exist.

    What is checked: nothing looks ahead, every item can take part, every walk ends with an outcome for everybody, not
    knowing has a route of its own, each question matters, each role exists, each invariant holds on every path.
    """
    return Prover().prove(routemap, roles)


def _read(routemap: RouteMap, roles: frozenset[str]) -> list[Found]:
    """What is found by reading a map."""
    from routekaart.engine.proofs import checks
    from routekaart.engine.proofs.texts import never_said

    said = (finding for rule in routemap.invariants for finding in never_said(routemap, rule))
    return [*checks.roles(routemap, roles), *checks.questions_used(routemap), *said]


def _searched(routemap: RouteMap) -> tuple[list[Found], int]:
    """What is found by searching all walks of a map, and how many people that took."""
    from routekaart.engine.proofs import checks, rules
    from routekaart.engine.proofs.search import Search

    search = Search(routemap)
    found = [*checks.reachability(search), *checks.unknown_options(search), *checks.completeness(search)]
    for rule in routemap.invariants:
        found += rules.invariant(search, rule)
    return found, search.people


def _report(routemap: RouteMap, found: list[Found], *, people: int) -> Report:
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
