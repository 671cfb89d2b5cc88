"""Whom the safety rules leave to ask, as far as a walk has come."""

from __future__ import annotations

from routekaart.engine.asking import Ask
from routekaart.engine.outlook import Outlook
from routekaart.engine.routemap import RouteMap
from routekaart.engine.vocabulary import Action, ActionKind, Invariant, Item, Pattern, Scope

_TALKING = (ActionKind.CONVERSATION, ActionKind.INFORM)


def whom_to_ask(now: Outlook) -> Ask:
    """The most that anybody may ask. A rule counts when it holds, for anybody, or when that is not settled yet.

    A rule that forbids every conversation leaves nobody: what is not known is then told to the reporting point. A rule
    that forbids to talk with somebody, or to tell somebody something, leaves colleagues.
    """
    forbidden = [rule.never for rule in now.routemap.invariants if rule.never and _may_hold(rule, now)]
    if any(_is_every_conversation(pattern) for pattern in forbidden):
        return Ask.NOBODY
    if any(_is_some_talking(pattern, now.routemap) for pattern in forbidden):
        return Ask.COLLEAGUE
    return Ask.INVOLVED


def _may_hold(rule: Invariant, now: Outlook) -> bool:
    if rule.scope is Scope.SITUATION:
        return now.holds(rule.given) is not False
    people = now.people()
    return people is None or any(now.holds(rule.given, person) is not False for person in people)


def _is_every_conversation(pattern: Pattern) -> bool:
    return pattern.action is ActionKind.CONVERSATION and not pattern.parties and not pattern.items


def _is_some_talking(pattern: Pattern, routemap: RouteMap) -> bool:
    if pattern.action or pattern.outcome:
        return pattern.action in _TALKING
    return bool(pattern.parties) or any(_talks(routemap.placed[item_id].item) for item_id in pattern.items)


def _talks(item: Item) -> bool:
    return isinstance(item, Action) and item.kind in _TALKING
