"""The call sheet: whom to call, what they will ask with what is known of it, and what earlier calls brought."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime

from routekaart.content.telling import POINT
from routekaart.directory import Directory
from routekaart.engine.vocabulary import Action, ActionKind
from routekaart.presenters import dates
from routekaart.presenters.item import View
from routekaart.presenters.partner_card import REPORTING_POINT, cards_for
from routekaart.presenters.telling import Story
from routekaart.walks.casework import Call

MORE = "…"
LEAST = 24
GAP = 60
_CALLING = (ActionKind.CONSULTATION, ActionKind.REPORT)


def call_sheet(story: Story, directory: Directory, now: datetime) -> View:
    """Everything that stands on the screen, the calls so far among it."""
    sheet, want = story.sheet, story.want
    topics = [{"ask": one.ask, "lines": story.lines(one.lines)} for one in sheet.topics]
    return {
        "point": story.named(POINT),
        "intro": sheet.intro,
        "advice": sheet.advice,
        "report": story.filled(sheet.report),
        "want": {"title": want.title, "say": want.say, "asks": want.asks},
        "is_danger": story.is_danger,
        "cards": cards_for(directory, REPORTING_POINT, municipality=story.case.municipality, now=now),
        "topics": topics,
        "after": sheet.after,
        "calls": calls(story.case.calls),
        "to_tick": to_tick(story),
    }


def for_paper(story: Story, directory: Directory, now: datetime) -> View:
    """The same on one page: what does not fit of an answer stays on the screen."""
    page = call_sheet(story, directory, now)
    rooms = shared_out([one.room for one in story.sheet.topics], [_length(one["lines"]) for one in page["topics"]])
    for topic, room in zip(page["topics"], rooms, strict=True):
        topic |= fitted(topic["lines"], room)
    return page | {"by_hand": story.sheet.by_hand}


def shared_out(rooms: Sequence[int], lengths: Sequence[int]) -> list[int]:
    """What short topics leave of their room goes to the others, each no more than it needs."""
    found = [min(room, length) for room, length in zip(rooms, lengths, strict=True)]
    spare = sum(rooms) - sum(found)
    missing = sorted(range(len(rooms)), key=lambda place: lengths[place] - found[place])
    for done, place in enumerate(missing):
        more = min(lengths[place] - found[place], spare // (len(rooms) - done))
        found[place] += more
        spare -= more
    return found


def _length(lines: Iterable[View]) -> int:
    """How many characters lines take in full; a gap takes a line of its own."""
    return sum(len(line["label"]) + (len(_together(line["texts"])) if line["texts"] else GAP) for line in lines)


def fitted(lines: Iterable[View], room: int) -> View:
    """What is known of a topic, each text cut so that all fit in so many characters; and its gaps."""
    told = [(line, _together(line["texts"])) for line in lines]
    taken = sum(len(line["label"]) + (0 if text else GAP) for line, text in told)
    most = _most_each([len(text) for _, text in told if text], room - taken)
    return {
        "known": [line | {"text": _cut(text, most, line["is_dated"])} for line, text in told if text],
        "gaps": [line for line, text in told if not text],
    }


def _together(texts: Sequence[str]) -> str:
    return "; ".join([*(text.rstrip(".") for text in texts[:-1]), *texts[-1:]])


def _most_each(lengths: Sequence[int], room: int) -> int:
    """How long each may be when the short ones leave what they do not need to the long ones."""
    for place, length in enumerate(sorted(lengths)):
        fair = room // (len(lengths) - place)
        if length > fair:
            return max(fair, LEAST)
        room -= length
    return max(lengths, default=0)


def _cut(text: str, most: int, keeps_end: bool) -> str:
    """The beginning of a text, or its end where the last is the newest."""
    if len(text) <= most:
        return text
    if keeps_end:
        return f"{MORE} {text[-most:].partition(' ')[2]}"
    return f"{text[:most].rpartition(' ')[0].rstrip(' ;,.:')} {MORE}"


def calls(kept: Sequence[Call]) -> list[View]:
    """Each call by its number, as a page or print shows it."""
    return [
        {
            "number": number,
            "day": dates.day(one.on),
            "function": one.function,
            "rows": [
                {"key": "Advies", "value": one.advised},
                {"key": "Wie doet wat", "value": one.agreed},
            ],
        }
        for number, one in enumerate(kept, start=1)
    ]


def to_tick(story: Story) -> list[View]:
    """What such a call carries out and is not ticked off yet."""
    return [
        {"id": one.item.id, "text": story.about(one)}
        for one in story.walk.actions
        if isinstance(one.item, Action)
        and one.item.kind in _CALLING
        and one.item.role == REPORTING_POINT
        and one.item.id not in story.case.ticked
    ]


def state(kept: Sequence[Call]) -> str:
    """When the last call was."""
    return f"Laatste gesprek: {dates.day(kept[-1].on)}." if kept else ""
