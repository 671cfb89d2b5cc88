"""The text of a report: facts and thoughts apart, made from a walk, with what somebody adds to it. Nothing is sent."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import datetime

from routekaart.content.report_text import Nature, ReasonForm, ReportTextForm
from routekaart.content.telling import POINT
from routekaart.directory import AMSTERDAM, ContactKind, Directory
from routekaart.presenters import dates
from routekaart.presenters.item import View
from routekaart.presenters.partner_card import REPORTING_POINT, cards_for
from routekaart.presenters.telling import Story

YES, NO = "ja", "nee"
ADDITION, EXCEPTION, REASON, GROUND = "aanvulling-{}", "uitzondering-{}", "reden-{}", "grond-{}"
ANONYMOUS, ANONYMOUS_REASON, REACTION = "anoniem", "anoniem-reden", "reactie"
NATURES = {Nature.FACT: "feiten", Nature.THOUGHT: "mijn inschatting", Nature.COURSE: ""}
UNKNOWN, TO_ADD = "nog niet bekend", "nog niet ingevuld"
OPENNESS, MY_NAME, TOLD = "Openheid over deze melding", "Mijn naam", "Hun reactie op de melding"
NOT_CHOSEN = "nog niet gekozen"
NO_NAMES = "Namen, geboortedata en adressen staan niet in deze tekst. Die vul ik apart in."


def choice_fields(form: ReportTextForm) -> tuple[str, ...]:
    """The fields with yes or no."""
    exceptions = (EXCEPTION.format(one.id) for one in form.openness.exceptions)
    return (*exceptions, ANONYMOUS, *(GROUND.format(one.id) for one in form.anonymous.grounds))


def text_fields(form: ReportTextForm) -> dict[str, str]:
    """The fields with free text, each with what it is called."""
    exceptions = {REASON.format(one.id): f"Waarom: {one.text}" for one in form.openness.exceptions}
    additions = {ADDITION.format(one.id): one.title for one in form.sections}
    return {**exceptions, REACTION: TOLD, ANONYMOUS_REASON: f"Waarom: {form.anonymous.ask}", **additions}


def report_page(story: Story, directory: Directory, kept: Mapping[str, str], now: datetime) -> View:
    """Everything that stands on the screen; `kept` is what was filled in, as it was kept or as it was typed."""
    form = story.guides.report_text
    is_urgent = _is_urgent(story, form)
    return {
        "point": story.named(POINT),
        "intro": form.intro,
        "urgent": story.filled(form.urgent) if is_urgent and not story.goes_elsewhere else "",
        "is_danger": story.is_danger,
        "notice": _notice(story, form),
        "cards": cards_for(directory, REPORTING_POINT, municipality=story.case.municipality, now=now),
        "forms": _forms(directory, story.case.municipality),
        "openness": _openness(story, form, kept),
        "anonymous": _anonymous(story, form, kept),
        "sections": sections(story, kept),
        "text": plain_text(story, story.case.report, now),
    }


def sections(story: Story, kept: Mapping[str, str]) -> list[View]:
    """Each part with its lines, what somebody added, and what it is: facts or thoughts."""
    return [
        {
            "name": ADDITION.format(one.id),
            "title": one.title,
            "nature": NATURES[one.nature],
            "lines": _lines(story.lines(one.lines), kept.get(ADDITION.format(one.id), "")),
            "add": story.filled(one.add),
            "hint": one.hint,
            "value": kept.get(ADDITION.format(one.id), ""),
        }
        for one in story.guides.report_text.sections
    ]


def _lines(lines: Iterable[View], addition: str) -> list[View]:
    """The lines; what no question asks is a gap until somebody adds something."""
    return [
        line | {"gap": UNKNOWN if line["is_asked"] else TO_ADD}
        for line in lines
        if line["texts"] or line["is_asked"] or not addition.strip()
    ]


def told_openly(story: Story, kept: Mapping[str, str]) -> list[View]:
    """Whether they were told beforehand, each exception with its reason, their reaction, and the reporter's name."""
    form = story.guides.report_text
    rows = [
        ("Vooraf vertellen", _exceptions(form, kept)),
        (TOLD, [kept[REACTION]] if kept.get(REACTION) else []),
        (MY_NAME, _name(story, form, kept)),
    ]
    return [{"label": label, "texts": texts, "gap": NOT_CHOSEN if label != TOLD else UNKNOWN} for label, texts in rows]


def _exceptions(form: ReportTextForm, kept: Mapping[str, str]) -> list[str]:
    chosen = {one.id: kept.get(EXCEPTION.format(one.id), "") for one in form.openness.exceptions}
    found = [
        f"nee. {one.text} {kept.get(REASON.format(one.id), '')}".strip()
        for one in form.openness.exceptions
        if chosen[one.id] == YES
    ]
    return found or (["ja, ik vertel het vooraf"] if set(chosen.values()) == {NO} else [])


def _name(story: Story, form: ReportTextForm, kept: Mapping[str, str]) -> list[str]:
    if kept.get(ANONYMOUS) == NO:
        return ["mag bekend zijn bij de mensen om wie het gaat"]
    if kept.get(ANONYMOUS) != YES:
        return []
    grounds = [one.text for one in _grounds(story, form) if kept.get(GROUND.format(one.id)) == YES]
    reason = kept.get(ANONYMOUS_REASON, "")
    return [" ".join(("ik vraag om die geheim te houden voor de mensen om wie het gaat.", *grounds, reason)).strip()]


def _grounds(story: Story, form: ReportTextForm) -> list[ReasonForm]:
    sector = story.walk.routemap.sector.id
    return [one for one in form.anonymous.grounds if one.holds_in(sector, story.edition)]


def plain_text(story: Story, kept: Mapping[str, str], now: datetime) -> str:
    """The whole report as one takes it over in a form."""
    return "\n".join(_written(story, kept, now)).strip() + "\n"


def _written(story: Story, kept: Mapping[str, str], now: datetime) -> Iterator[str]:
    yield f"Tekst van {dates.day(now.astimezone(AMSTERDAM).date())}. {NO_NAMES}"
    for section in sections(story, kept):
        nature = f" ({section['nature']})" if section["nature"] else ""
        yield from ("", f"{section['title']}{nature}".upper(), *_rows(section["lines"]))
        if section["value"].strip():
            yield section["value"].strip()
    yield from ("", OPENNESS.upper(), *_rows(told_openly(story, kept)))


def _rows(lines: Iterable[View]) -> Iterator[str]:
    for line in lines:
        texts = line["texts"] or [line["gap"]]
        yield f"- {line['label']}: {texts[0]}" if len(texts) == 1 else f"- {line['label']}:"
        yield from (f"  * {text}" for text in texts if len(texts) > 1)


def for_paper(story: Story, directory: Directory, now: datetime) -> View:
    """The report on paper, to read out or to go through together, with room for names and for their reaction."""
    kept = story.case.report
    page = report_page(story, directory, kept, now)
    return page | {"told": told_openly(story, kept), "by_hand": story.guides.report_text.by_hand}


def in_case(story: Story) -> View | None:
    """What was added and chosen, for the file; None when nothing was."""
    kept = story.case.report
    if not kept:
        return None
    written = [one for one in sections(story, kept) if one["value"].strip()]
    return {"told": told_openly(story, kept), "written": written}


def state(kept: Mapping[str, str]) -> str:
    """Whether somebody worked on it."""
    return "Je vulde hier al iets in." if kept else ""


def _notice(story: Story, form: ReportTextForm) -> str:
    """What to know first when reporting is not what is advised."""
    if story.goes_elsewhere:
        return story.filled(form.elsewhere)
    return form.not_yet if story.want is story.sheet.wants.advice else ""


def _openness(story: Story, form: ReportTextForm, kept: Mapping[str, str]) -> View:
    exceptions = [
        {
            "text": one.text,
            "name": EXCEPTION.format(one.id),
            "value": kept.get(EXCEPTION.format(one.id), ""),
            "reason_name": REASON.format(one.id),
            "reason": kept.get(REASON.format(one.id), ""),
        }
        for one in form.openness.exceptions
    ]
    is_closed = any(one["value"] == YES for one in exceptions)
    is_careful = is_closed or _is_urgent(story, form) or not _is_safe(story, form)
    how = form.openness.closed if is_closed else form.openness.careful if is_careful else form.openness.together
    return {
        "intro": form.openness.intro,
        "exceptions": exceptions,
        "how": story.filled(how),
        "is_closed": is_closed,
        "is_careful": is_careful,
        "contradicts": form.openness.contradicts if is_closed and story.matches(form.told_when) else "",
        "ask": form.openness.ask,
        "name": REACTION,
        "reaction": kept.get(REACTION, ""),
    }


def _is_urgent(story: Story, form: ReportTextForm) -> bool:
    """Whether one phones before anything else: danger, unsafe now or time and again, or a signal for today."""
    return story.is_danger or story.matches(form.urgent_when) or story.has_urgent_signal


def _is_safe(story: Story, form: ReportTextForm) -> bool:
    """Whether it was answered that one can talk safely, and nothing says otherwise for anybody."""
    return story.matches(form.together_when) and not story.matches(form.careful_when)


def _anonymous(story: Story, form: ReportTextForm, kept: Mapping[str, str]) -> View:
    return {
        "intro": story.filled(form.anonymous.intro),
        "ask": form.anonymous.ask,
        "name": ANONYMOUS,
        "value": kept.get(ANONYMOUS, ""),
        "grounds": [
            {"text": one.text, "name": GROUND.format(one.id), "is_chosen": kept.get(GROUND.format(one.id)) == YES}
            for one in _grounds(story, form)
        ],
        "reason_name": ANONYMOUS_REASON,
        "reason": kept.get(ANONYMOUS_REASON, ""),
    }


def _forms(directory: Directory, municipality: str | None) -> list[View]:
    """The digital forms of who takes the report here."""
    return [
        {"text": contact.label or "meldformulier", "href": contact.href, "who": partner.name}
        for partner in directory.filling(REPORTING_POINT, municipality).partners
        for contact in partner.contacts
        if contact.kind is ContactKind.FORM
    ]
