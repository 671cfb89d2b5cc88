"""The guides beside the steps, together: read once at start, and by `content check`."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

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


@dataclass(frozen=True, slots=True)
class Guides:
    """What helps with talking, choosing, sharing, disagreeing, telling parents, and around a case."""

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
    readers: dict[str, Callable[[], Any]] = {
        "conversations": lambda: read_conversations(content),
        "instruments": lambda: read_instruments(content, national.roles),
        "sharing": lambda: read_sharing(content, national.roles),
        "disagreement": lambda: read_disagreement(content, national.roles),
        "parents": lambda: read_parents(content, national.partners),
        "casework": lambda: read_casework(content),
        "follow_up": lambda: read_follow_up(content, national.roles),
        "call_sheet": lambda: read_call_sheet(content),
        "report_text": lambda: read_report_text(content),
        "safety_plan": lambda: read_safety_plan(content, national),
    }
    found: dict[str, Any] = {}
    wrong: list[Finding] = []
    for name, read in readers.items():
        try:
            found[name] = read()
        except ContentError as error:
            wrong += error.findings
    if wrong:
        raise ContentError(tuple(wrong))
    return Guides(**found)
