"""All proofs of a map."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from routekaart.engine.findings import Finding
from routekaart.engine.proofs.report import Report, Shown, option_count
from routekaart.engine.proofs.told import Told
from routekaart.engine.routemap import RouteMap

if TYPE_CHECKING:
    from routekaart.engine.proofs.search import Search

Found = Finding | Shown


@dataclass(frozen=True, slots=True)
class _Alike:
    """What searching one map says of those that are alike: which searches found something, and for how many people."""

    broken: frozenset[int]
    people: int


class Prover:
    """Proves many maps, and searches only once what is alike to every search (see `likeness` and `told`)."""

    def __init__(self) -> None:
        self._told = Told()
        self._alike: dict[Hashable, _Alike] = {}

    def prove(self, routemap: RouteMap, roles: frozenset[str]) -> Report:
        """What `prove` finds, but for what a path shows that was told of an earlier map.

        `people` is as many as it took for the first map that is alike.
        """
        from routekaart.engine.proofs.likeness import search_key

        key = search_key(routemap)
        alike, found = self._searched(routemap, self._alike.get(key))
        self._alike[key] = alike
        return _report(routemap, [*_read(routemap, roles), *found], people=alike.people)

    def _searched(self, routemap: RouteMap, alike: _Alike | None) -> tuple[_Alike, list[Found]]:
        """What is found by searching all walks of a map. What found nothing in a map that is alike, finds nothing."""
        from routekaart.engine.proofs.search import Search

        search, found, broken = Search(routemap, self._told), [], set()
        for number, look in enumerate(_searches(routemap)):
            if alike is None or number in alike.broken:
                before = self._told.count
                seen = list(look(search))
                found += seen
                if seen or self._told.count > before:
                    broken.add(number)
        return alike or _Alike(frozenset(broken), search.people), found


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


def _searches(routemap: RouteMap) -> list[Callable[[Search], Iterable[Found]]]:
    """Each search, in the same order for maps that are alike."""
    from routekaart.engine.proofs import checks, rules

    each_rule = (partial(rules.invariant, rule=rule) for rule in routemap.invariants)
    return [checks.reachability, checks.unknown_options, checks.completeness, *each_rule]


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
