"""What the regions of a group agreed together, before it is published: what differs, and what stands in the way."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from routekaart.presenters.publish_page import grouped, problem_views
from routekaart.presenters.region_changes import change_lines
from routekaart.regions.checks import Problem
from routekaart.regions.comparing import differences
from routekaart.regions.document import RegionDocument, RegionGroupDocument
from routekaart.regions.groups import IN_REGION, LookedAtGroup

PLACES = {"agreements": "desk.group_agreements", "covenants": "desk.group_covenants"}


def group_page(
    live: RegionGroupDocument,
    draft: LookedAtGroup,
    members: Iterable[RegionDocument],
    problems: Iterable[Problem],
    note: str,
    errors: Mapping[str, str],
) -> Mapping[str, Any]:
    """The page of a group; `problems`, `note` and `errors` are those of an attempt just now."""
    return {
        "name": live.name,
        "members": [f"{one.name} (vroeger)" if one.historical else one.name for one in members],
        "agreements": len(draft.document.agreements),
        "covenants": len(draft.document.covenants),
        "seen": draft.seen,
        "changes": grouped(change_lines(differences(live, draft.document))),
        "problems": list(_problems(dict.fromkeys((*problems, *draft.problems)), draft.document)),
        "note": note,
        "errors": errors,
        "error_links": [{"text": text, "href": f"#{name or 'formulier'}"} for name, text in errors.items()],
    }


def _problems(found: Iterable[Problem], document: RegionGroupDocument) -> Iterator[Mapping[str, str]]:
    """What stands in the way: where, what, and the endpoint of the page that mends it ("": that is elsewhere)."""
    data = document.model_dump(mode="json")
    for one in found:
        if one.where[:1] == (IN_REGION,):
            (told,) = problem_views([Problem((), one.problem, one.expected)], data)
            yield {**told, "where": str(one.where[1]), "endpoint": ""}
        else:
            (told,) = problem_views([one], data)
            yield {**told, "endpoint": PLACES.get(str(one.where[0]) if one.where else "", "")}
