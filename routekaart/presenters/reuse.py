"""What a new walk can take along from an earlier one, to choose from."""

from __future__ import annotations

from datetime import date
from typing import Any

from routekaart.engine.routemap import RouteMap
from routekaart.engine.walk import Walk
from routekaart.presenters import dates, words
from routekaart.presenters.log import state as log_state
from routekaart.presenters.overview import answer_words
from routekaart.walks.casefile import CaseFile
from routekaart.walks.reuse import lasting_answers, written_parts

View = dict[str, Any]
NUMBERED = "‘Kind 1’ en ‘kind 2’ blijven dezelfde als je ook meeneemt over wie het gaat."
PARTS = {
    "signals": ("Wat je aanvinkte dat je zag of hoorde", ""),
    "log": ("Je logboek", NUMBERED),
    "safety_plan": ("Het veiligheidsplan", "Kijk het samen opnieuw na."),
    "views": ("Wat collega's ervan vonden", ""),
    "calls": ("Wat er aan de telefoon is geadviseerd", ""),
    "follow_ups": ("Hoe het verder ging", ""),
}


def reuse_page(case: CaseFile, walk: Walk, routemap: RouteMap, *, expires_on: date) -> View:
    """Every answer that still holds and every part that was written, each ticked; and on what the new walk goes."""
    return {
        "answers": [
            {
                "value": question.id,
                "text": words.about(question.text, (), walk.people),
                "meaning": said,
                "checked": True,
            }
            for question, kept in lasting_answers(case, routemap).items()
            if (said := "; ".join(answer_words(question, value) for value in kept.values()))
        ],
        "parts": [_part(part, case) for part in written_parts(case)],
        "edition": routemap.edition.title if routemap.edition.id != case.edition else "",
        "expires_on": dates.day(expires_on),
    }


def _part(part: str, case: CaseFile) -> View:
    text, meaning = PARTS[part]
    known = log_state(case.log) if part == "log" else ""
    return {"value": part, "text": text, "meaning": f"{known} {meaning}".strip(), "checked": True}
