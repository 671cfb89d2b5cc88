"""A colleague who looks along: what they wrote, by function, and the codes that were given out."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Any

from routekaart.content.casework import CaseworkForm
from routekaart.directory import AMSTERDAM
from routekaart.presenters import dates
from routekaart.walks.casefile import CaseFile
from routekaart.walks.casework import Share, View
from routekaart.walks.resume import Kind, to_words
from routekaart.walks.sharing import Access, name_of, secret_of

Shown = dict[str, Any]
STANCES = {"zelfde": "Ik zie het ook zo", "anders": "Ik zie het anders", "weet-niet": "Ik weet het niet"}
SAYS = {"zelfde": "ziet het ook zo", "anders": "ziet het anders", "weet-niet": "weet het niet"}
MAY_ADD, MAY_READ = "Mag lezen en een advies schrijven", "Mag alleen lezen"


def functions(casework: CaseworkForm) -> dict[str, str]:
    """The functions of who looks along, in the order in which they are offered."""
    return {one.id: one.text for one in casework.functions}


def function_options(casework: CaseworkForm, chosen: str) -> list[Shown]:
    """The same as the options of a list."""
    offered = {"": "Kies een functie"} | functions(casework)
    return [{"value": value, "text": text, "selected": value == chosen} for value, text in offered.items()]


def stance_options(chosen: str) -> list[Shown]:
    """How a colleague looks at it."""
    return [{"value": value, "text": text, "checked": value == chosen} for value, text in STANCES.items()]


def view_rows(views: Iterable[View], casework: CaseworkForm) -> list[Shown]:
    """What colleagues wrote, the oldest first: always as theirs."""
    named = functions(casework)
    return [_row(one, named) for one in sorted(views, key=lambda one: one.on)]


def _row(view: View, named: Mapping[str, str]) -> Shown:
    who = named.get(view.function, view.function)
    says = SAYS.get(view.stance, "")
    return {
        "who": who[:1].upper() + who[1:],
        "says": says,
        "title": f"{who[:1].upper()}{who[1:]} {says}".strip(),
        "day": dates.day(view.on),
        "text": view.text,
    }


def share_row(share: Share, access: Access | None, casework: CaseworkForm, now: datetime) -> Shown:
    """A code that was given out; `access` is None when its row is gone."""
    who = functions(casework).get(share.function, share.function)
    over = access is None or now.date() > access.until
    return {
        "name": name_of(share),
        "who": who,
        "may": MAY_ADD if share.may_add else MAY_READ,
        "given": dates.day(share.on),
        "until": dates.day(access.until) if access else "",
        "is_over": over,
        "words": () if over else to_words(secret_of(share), Kind.SHARE),
        "is_new": access is not None and not access.opened_at,
        "opened": [_moment(one) for one in reversed(access.opened_at)] if access else [],
        "views": view_rows(access.views, casework) if access else [],
    }


def state(case: CaseFile) -> str:
    """What there is of it already, without opening a share."""
    given = len(case.shares)
    parts = (
        f"{given} {'code' if given == 1 else 'codes'} gegeven." if given else "",
        "Er staat advies van een collega in." if case.views else "",
    )
    return " ".join(part for part in parts if part)


def _moment(when: datetime) -> str:
    here = when.astimezone(AMSTERDAM)
    return f"{dates.day(here.date())}, {dates.clock(here)}"
