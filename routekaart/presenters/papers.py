"""What a tool around a case puts on paper: its own page, in the frame that every such page has."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from routekaart.directory import AMSTERDAM
from routekaart.engine.quick import today
from routekaart.engine.walk import Walk
from routekaart.presenters import frame
from routekaart.presenters.case_document import BLANKS, facts
from routekaart.presenters.change_page import change_page
from routekaart.presenters.follow_up import Following, follow_up_page
from routekaart.presenters.log import Choice, log_lines
from routekaart.presenters.today import Calling, today_page
from routekaart.regions.maps import RegionalMap
from routekaart.walks.casefile import CaseFile

View = dict[str, Any]


def paper_frame(name: str, case: CaseFile, walk: Walk, place: RegionalMap, now: datetime) -> View:
    """Title ("Logboek 24-11-2026", neutral: INV-33), notices, where and when, and what is filled in by hand."""
    return {
        "title": f"{name} {now.astimezone(AMSTERDAM):%d-%m-%Y}",
        "banners": frame.banners(place.directory.region, walk.routemap.edition),
        "facts": facts(case, walk, place, now),
        "blanks": BLANKS,
    }


def log_paper(case: CaseFile, walk: Walk, place: RegionalMap, choice: Choice, now: datetime) -> View:
    """The log of signals alone."""
    return paper_frame("Logboek", case, walk, place, now) | {"log": log_lines(case.log, choice)}


def follow_up_paper(following: Following) -> View:
    """The follow-up log alone, with what is due and where the last look leads."""
    page = follow_up_page(following)
    return paper_frame("Vervolg", following.case, following.walk, following.place, following.now) | {"followed": page}


def change_paper(case: CaseFile, walk: Walk, place: RegionalMap, now: datetime) -> View:
    """What would change the advice."""
    return paper_frame("Open vragen", case, walk, place, now) | {"change": change_page(walk, place.directory)}


def today_paper(case: CaseFile, walk: Walk, place: RegionalMap, now: datetime) -> View:
    """What must happen today, as far as that is certain."""
    calling = Calling(place.directory, case.municipality, now)
    return paper_frame("Vandaag", case, walk, place, now) | today_page(today(walk), walk, calling)
