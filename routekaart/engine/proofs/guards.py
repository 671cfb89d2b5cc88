"""Which safety rules guard a branch: those that break when the branch no longer comes as it should."""

from __future__ import annotations

from dataclasses import replace

from routekaart.engine.compiler import compile_routemap
from routekaart.engine.conditions import Active, Condition, Is, both, literals
from routekaart.engine.vocabulary import Addition, Branch, Edition, Invariant, Question, Sector


def guarding(edition: Edition, sector: Sector, branch: Branch) -> tuple[Invariant, ...]:
    """The rules that name something of a branch and break when it comes only where nobody knows of danger.

    It then still takes part on some walk, so that nothing but the rules can tell.
    """
    from routekaart.engine.proofs.rules import invariant
    from routekaart.engine.proofs.search import Search

    held_back = _held_back(branch, _rarely(edition))
    search = Search(
        compile_routemap(
            replace(edition, branches=tuple(held_back if one is branch else one for one in edition.branches)), sector
        )
    )
    its_own = {addition.item.id for addition in branch.layer.additions}
    naming = (rule for rule in edition.invariants if its_own & named_by(rule))
    return tuple(rule for rule in naming if any(True for _ in invariant(search, rule)))


def named_by(rule: Invariant) -> frozenset[str]:
    """The ids of the questions and items that a rule speaks about."""
    seen = (literal for condition in (rule.given, rule.then) for literal, _ in literals(condition))
    said = {literal.item if isinstance(literal, Active) else literal.question for literal in seen}
    listed = (pattern.items for pattern in (rule.always, rule.never) if pattern)
    return frozenset(said.union(rule.first, *listed))


def _held_back(branch: Branch, when: Condition) -> Branch:
    additions = tuple(_narrowed(addition, when) for addition in branch.layer.additions)
    return replace(branch, layer=replace(branch.layer, additions=additions))


def _narrowed(addition: Addition, when: Condition) -> Addition:
    return replace(addition, item=replace(addition.item, when=both(addition.item.when, when)))


def _rarely(edition: Edition) -> Condition:
    """The answer "I do not know" to the question that opens the acute line."""
    opening = edition.acute.items[0]
    assert isinstance(opening, Question)
    return Is(opening.id, frozenset(option.value for option in opening.options if option.unknown))
