"""The guides beside the steps, together: read once at start, and by `content check`."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from routekaart.content.call_sheet import CallSheetForm, read_call_sheet
from routekaart.content.casework import CaseworkForm, read_casework
from routekaart.content.conversations import Conversations, read_conversations
from routekaart.content.disagreement import DisagreementForm, read_disagreement
from routekaart.content.follow_up import FollowUpForm, read_follow_up
from routekaart.content.instruments import InstrumentsForm, read_instruments
from routekaart.content.parents import ParentsForm, read_parents
from routekaart.content.report_text import ReportTextForm, read_report_text
from routekaart.content.safety_plan import SafetyPlanForm, read_safety_plan
from routekaart.content.sharing import SharingForm, read_sharing
from routekaart.content.source import ContentError, Finding
from routekaart.directory import National

_T = TypeVar("_T")


@dataclass(frozen=True, slots=True)
class Guides:
    """Help with talking, choosing an instrument, sharing, disagreeing, a page for parents, and words for a case."""

    conversations: Conversations
    instruments: InstrumentsForm
    sharing: SharingForm
    disagreement: DisagreementForm
    parents: ParentsForm
    casework: CaseworkForm
    follow_up: FollowUpForm
    call_sheet: CallSheetForm
    report_text: ReportTextForm
    safety_plan: SafetyPlanForm


def read_guides(content: Path, national: National) -> Guides:
    """Raises ContentError with every finding of all files."""
    wrong: list[Finding] = []

    def attempt(read: Callable[[], _T]) -> _T | None:
        try:
            return read()
        except ContentError as error:
            wrong.extend(error.findings)
            return None

    conversations = attempt(lambda: read_conversations(content))
    instruments = attempt(lambda: read_instruments(content, national.roles))
    sharing = attempt(lambda: read_sharing(content, national.roles))
    disagreement = attempt(lambda: read_disagreement(content, national.roles))
    parents = attempt(lambda: read_parents(content, national.partners))
    casework = attempt(lambda: read_casework(content))
    follow_up = attempt(lambda: read_follow_up(content, national.roles))
    call_sheet = attempt(lambda: read_call_sheet(content))
    report_text = attempt(lambda: read_report_text(content))
    safety_plan = attempt(lambda: read_safety_plan(content, national))
    if (
        safety_plan is None
        or call_sheet is None
        or report_text is None
        or follow_up is None
        or casework is None
        or conversations is None
        or instruments is None
        or sharing is None
        or disagreement is None
        or parents is None
    ):
        raise ContentError(tuple(wrong))
    return Guides(
        conversations,
        instruments,
        sharing,
        disagreement,
        parents,
        casework,
        follow_up,
        call_sheet,
        report_text,
        safety_plan,
    )
