"""What the PDF of a case shows: everything that was answered, done, noted, advised and decided, in plain values."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from routekaart.content.guides import Guides
from routekaart.directory import AMSTERDAM, Directory, public_holidays
from routekaart.drawing import progress_of, text_alternative, transit_map
from routekaart.engine.answers import Person, Value, is_valid
from routekaart.engine.signals import Catalogue
from routekaart.engine.vocabulary import Action, ActionKind, Category, Outcome, Question, Step
from routekaart.engine.walk import Walk
from routekaart.presenters import dates, frame, words
from routekaart.presenters.call_sheet import calls
from routekaart.presenters.change_page import change_page
from routekaart.presenters.consulting import view_rows
from routekaart.presenters.follow_up import Following, looks
from routekaart.presenters.item import View
from routekaart.presenters.log import Choice, log_lines
from routekaart.presenters.overview import answer_words, overview
from routekaart.presenters.partner_card import Card, cards_for, roles_in_order
from routekaart.presenters.question_page import question_numbered, step_line
from routekaart.presenters.report_text import in_case
from routekaart.presenters.result import result
from routekaart.presenters.safety_plan import plan_lines
from routekaart.presenters.signals import is_first_step, seen
from routekaart.presenters.telling import Story
from routekaart.regions.maps import RegionalMap
from routekaart.walks.casefile import CaseFile

BLANKS = ("Naam", "Geboortedatum", "Dossiernummer", "Opsteller")
MOST_COLUMNS = 4
NOT_ASKED = "niet gevraagd"
NOT_FILLED = "niet ingevuld"


def document_title(now: datetime) -> str:
    """A title that says nothing of what the case is about (INV-33): "Verslag doorloop 24-11-2026"."""
    return f"Verslag doorloop {now.astimezone(AMSTERDAM):%d-%m-%Y}"


def case_document(
    case: CaseFile, walk: Walk, place: RegionalMap, *, lists: Catalogue, guides: Guides, now: datetime
) -> View:
    """Everything of a walk, finished or not, with where and on which version it was walked."""
    advice = result(
        walk,
        place.directory,
        municipality=case.municipality,
        ticked=case.ticked,
        now=now,
        is_holiday=lambda day: day in public_holidays(day.year),
    )
    for name in ("decisions", "actions", "follow_up", "deadlines"):
        advice[name] = [one | {"because": list(_answers(one["because"], walk))} for one in advice[name]]
    progress = progress_of(walk)
    return advice | {
        "title": document_title(now),
        "banners": frame.banners(place.directory.region, walk.routemap.edition),
        "facts": facts(case, walk, place, now),
        "standing": standing(walk),
        "blanks": BLANKS,
        "seen": seen(lists, case.signals, walk.routemap, place.directory, municipality=case.municipality, now=now),
        "change": change_page(walk, place.directory),
        "followed": {"entries": looks(Following(case, walk, place, guides, now))},
        "views": view_rows(case.views, guides.casework),
        "calls": calls(case.calls),
        "report": in_case(Story(case, walk, lists, guides)),
        "log": log_lines(case.log, Choice.of(guides.casework, walk.people)),
        "safety_plan": plan_lines(guides.safety_plan, case.safety_plan),
        "map": transit_map(walk.routemap, progress=progress, size="full", standalone=True),
        "map_words": text_alternative(walk.routemap, progress).splitlines(),
        "decided": decided(walk),
        "weighing": weighing_tables(walk, advice["weighing"]),
        "steps": steps(case, walk, advice),
        "waiting": waiting(walk),
        "other_notes": [text for step, text in case.notes.items() if step not in _step_ids(walk)],
        "owed": [one for one in advice["deadlines"] if one["is_owed"]],
        "agreed": [one for one in advice["deadlines"] if not one["is_owed"]],
        "contacts": contacts(walk, place.directory, case.municipality, now),
        "legal": legal(walk),
        "sources": sources(walk),
    }


def facts(case: CaseFile, walk: Walk, place: RegionalMap, now: datetime) -> list[View]:
    """Where, for whom and on which version of protocol and region this was walked, and when."""
    region, edition = place.directory.region, walk.routemap.edition
    municipality = region.municipality(case.municipality or "")
    organisation = place.directory.organisation
    here = now.astimezone(AMSTERDAM)
    rows = {
        "Regio": region.name,
        "Gemeente": municipality.name if municipality else "",
        "Organisatie": organisation.name if organisation else "",
        "Sector": walk.routemap.sector.title,
        "Protocol": edition.title if str(edition.year) in edition.title else f"{edition.title} ({edition.year})",
        "Gegevens van de regio": _version(case, place),
        "Begonnen op": dates.day(case.started_on),
        "Afgedrukt op": f"{dates.day(here.date())}, {dates.clock(here)}",
    }
    return [{"key": key, "value": value} for key, value in rows.items()]


def _version(case: CaseFile, place: RegionalMap) -> str:
    version = f"versie {place.revision} van {dates.day(place.published_at.astimezone(AMSTERDAM).date())}"
    return version if case.revision == place.revision else f"{version} (begonnen met versie {case.revision})"


def standing(walk: Walk) -> str:
    """Where an unfinished walk stands; "" when it is finished."""
    position = walk.position
    if position is None:
        return ""
    text = words.about(position.question.text, position.people, walk.people)
    return f"{step_line(walk.routemap, position.step)}. De eerste vraag die nog open staat: ‘{text}’"


def decided(walk: Walk) -> list[View]:
    """What was chosen where one could go against the advice: the professional's own decisions."""
    return [
        {"key": words.about(given.question.text, (), walk.people), "value": answer_words(given.question, given.value)}
        for given in walk.path
        if any(option.departs_from for option in given.question.options)
    ]


def weighing_tables(walk: Walk, weighed: list[View]) -> list[View]:
    """The questions of the weighing × people, a few people a table so that it fits the page."""
    asked = _weighing_questions(walk)
    columns = [(one["person"], {row["id"]: row for row in one["rows"]}) for one in weighed]
    questions = [one for one in asked if any(one in rows for _, rows in columns)]
    tables = []
    for start in range(0, len(columns) if questions else 0, MOST_COLUMNS):
        group = columns[start : start + MOST_COLUMNS]
        rows = [_weighing_row(walk, question, [found for _, found in group]) for question in questions]
        tables.append({"people": [name for name, _ in group], "rows": rows})
    return tables


def _weighing_row(walk: Walk, question: str, found: list[dict[str, View]]) -> View:
    is_open = walk.position is not None and walk.position.question.id == question
    nothing = NOT_FILLED if is_open else NOT_ASKED
    text = walk.routemap.question(question).text.replace("{wie}", "deze persoon")
    return {"key": text, "cells": [rows[question]["value"] if question in rows else nothing for rows in found]}


def _weighing_questions(walk: Walk) -> list[str]:
    """The questions for each person in the steps where one weighs; without such a step, all for each person."""
    for_each = [item for item in walk.routemap.items() if isinstance(item, Question) and _is_for_each(walk, item)]
    weighing = {step.id for step in walk.routemap.steps if any(_weighs(item) for item in step.items)}
    in_step = [one.id for one in for_each if walk.routemap.placed[one.id].step.id in weighing]
    return in_step or [one.id for one in for_each]


def _is_for_each(walk: Walk, question: Question) -> bool:
    return walk.routemap.is_for_each(question.id)


def _weighs(item: object) -> bool:
    return isinstance(item, Action) and item.kind is ActionKind.WEIGH


def steps(case: CaseFile, walk: Walk, advice: View) -> list[View]:
    """Every step of the map, also those where nothing was filled in."""
    met = {one["id"]: one for one in overview(walk, case.notes, case.step_dates)}
    return [_step(step, walk, met.get(step.id, {}), advice) for step in walk.routemap.steps]


def _step(step: Step, walk: Walk, met: View, advice: View) -> View:
    actions = [one for one in (*advice["actions"], *advice["follow_up"]) if one["step_id"] == step.id]
    return {
        "title": _step_title(step, walk),
        "is_met": bool(met),
        "gathers_signals": is_first_step(walk.routemap, step.id),
        "date": met.get("date_text", ""),
        "answers": list(_answers(met.get("rows", []), walk)),
        "note": met.get("note", ""),
        "done": [one for one in actions if one["checked"]],
        "not_done": [one for one in actions if not one["checked"]],
        "records": [one for one in advice["records"] if one["step_id"] == step.id],
    }


def _step_title(step: Step, walk: Walk) -> str:
    station = walk.routemap.station_of(step.id)
    if step.id == walk.routemap.acute.id and not walk.is_acute:
        return "Vooraf: acuut gevaar"
    return f"Stap {station.number}: {step.title}" if station else step.title


def _step_ids(walk: Walk) -> set[str]:
    return {step.id for step in walk.routemap.steps}


def _answers(rows: list[View], walk: Walk) -> Iterator[View]:
    """Each question once; the people who got the same answer stand together."""
    for number in dict.fromkeys(row["number"] for row in rows):
        found = [row for row in rows if row["number"] == number]
        question = question_numbered(walk.routemap, number)
        key = words.about(question.text, (), walk.people) if question else found[0]["key"]
        values = dict.fromkeys(row["value"] for row in found)
        answers = [(words.listed([r["person"] for r in found if r["value"] == value]), value) for value in values]
        yield {"key": key, "answers": [{"people": people, "value": value} for people, value in answers]}


def waiting(walk: Walk) -> list[View]:
    """Answers that were given before and wait until the walk is there again."""
    found = ((walk.routemap.question(key.partition("@")[0]), key) for key in walk.pending)
    return [
        {"key": _asked(question, key, walk), "value": answer_words(question, value)}
        for question, key in found
        if (value := _given(question, key, walk)) is not None
    ]


def _given(question: Question, key: str, walk: Walk) -> Value | None:
    value = walk.answers.values[key]
    return value if is_valid(question, value) else None


def _asked(question: Question, key: str, walk: Walk) -> str:
    category, _, number = key.partition("@")[2].rpartition(".")
    person = (Person(Category(category), int(number)),) if category else ()
    return words.about(question.text, person, walk.people or person)


def contacts(walk: Walk, directory: Directory, municipality: str | None, now: datetime) -> list[Card]:
    """Whom the advice names, each once, with numbers and when they were checked."""
    items = (one.item for one in walk.advised)
    roles = roles_in_order(item.role for item in items if isinstance(item, Action | Outcome))
    found: dict[str, Card] = {}
    for role in roles:
        for card in cards_for(directory, role, municipality=municipality, now=now):
            found.setdefault(card["id"], card)
    return list(found.values())


def legal(walk: Walk) -> list[View]:
    """The legal basis of each step that was walked, with its source."""
    walked = {given.step.id for given in walk.path} | {one.step.id for one in walk.advised}
    if not walk.is_acute:
        walked.discard(walk.routemap.acute.id)
    return [
        {"step": step.short, "text": remark.text, "source": remark.source}
        for step in walk.routemap.steps
        if step.id in walked
        for remark in step.legal
    ]


def sources(walk: Walk) -> list[str]:
    """Where the questions and advice of this walk rest on, each source once."""
    items = (*(given.question for given in walk.path), *(one.item for one in walk.advised))
    found = {text for item in items for text in (item.source, *(one.source for one in item.specialisations)) if text}
    return sorted(found, key=str.casefold)
