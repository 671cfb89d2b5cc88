"""conversations/: help with the talks of step 3, a file per kind of talk, and `altijd.yaml` for what holds in each."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from pydantic import model_validator

from routekaart.content.guide_forms import GuideFile, Lines, raise_any, read_guide
from routekaart.content.models import Id, Words
from routekaart.content.source import ContentError, Finding

FOLDER = "conversations"
ALWAYS = "altijd.yaml"


class ConversationGroup(StrEnum):
    """Where a talk stands in the list: by person, or by moment."""

    PERSON = "met-wie"
    MOMENT = "moment"


class AlwaysForm(GuideFile):
    """What holds before and in every talk: safety comes first (INV-5)."""

    intro: Words
    safety: Lines
    unsafe: Words
    prepare: Lines
    interpreter: Lines
    threat: Lines
    record: Lines


class Conversation(GuideFile):
    """One kind of talk. `title` and id are neutral: they stand in addresses and in the browser's history (INV-33).

    With `after_advice` nobody holds this talk before Veilig Thuis has advised on it.
    """

    conversation: Id
    title: Words
    audience: Words
    place: int
    group: ConversationGroup
    after_advice: bool = False
    warning: str = ""
    safety: Lines
    prepare: Lines
    say: Lines
    do: Lines
    do_not: Lines
    close: Lines
    next_step: Lines
    record: Lines

    @model_validator(mode="after")
    def _warns(self) -> Conversation:
        if self.after_advice != bool(self.warning):
            raise ValueError("after_advice and warning go together; expected: both or neither")
        return self


@dataclass(frozen=True, slots=True)
class Conversations:
    """All talks in order, and what holds in each."""

    always: AlwaysForm
    all: tuple[Conversation, ...]

    def get(self, name: str) -> Conversation | None:
        """The talk with this id."""
        return next((one for one in self.all if one.conversation == name), None)


def read_conversations(content: Path) -> Conversations:
    """Raises ContentError with every finding, also when a file's name is not its id."""
    _, always = read_guide(content, f"{FOLDER}/{ALWAYS}", AlwaysForm)
    found: list[Conversation] = []
    findings: list[Finding] = []
    for path in sorted((content / FOLDER).glob("*.yaml")):
        if path.name != ALWAYS:
            try:
                found.append(_conversation(content, path))
            except ContentError as error:
                findings += error.findings
    raise_any(findings)
    return Conversations(always, tuple(sorted(found, key=lambda one: one.place)))


def _conversation(content: Path, path: Path) -> Conversation:
    source, found = read_guide(content, f"{FOLDER}/{path.name}", Conversation)
    if found.conversation != path.stem:
        problem = f'conversation "{found.conversation}" stands in {path.name}'
        raise_any([source.finding(("conversation",), problem, f"{found.conversation}.yaml")])
    return found
