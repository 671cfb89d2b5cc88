"""The pages of the site as somebody meets them in a browser: page objects for Playwright."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from playwright.sync_api import Page

from routekaart.engine.vocabulary import Question, QuestionKind
from tests.support.scenarios import EVERYBODY, written

MOST_QUESTIONS = 60
UNKNOWN = "weet-niet"
Given = Mapping[str, Any]
"""Answers by question; for each person the same, or a mapping per person with `allen` for the others."""


class StartPage:
    """The first page: where it is about, and where one works."""

    def __init__(self, page: Page) -> None:
        self.page = page

    def choose(self, municipality: str, profession: str, region: str = "") -> OpeningPage:
        """Find the region of a municipality for a profession; the region where two have one of that name."""
        self.page.get_by_label("In welke gemeente is de situatie?").fill(municipality)
        self.page.get_by_label(profession).check()
        self.page.get_by_role("button", name="Verder").click()
        if region:
            self.page.get_by_role("link", name=re.compile(f"{municipality}\\s*{region}$")).click()
        return OpeningPage(self.page)


class OpeningPage:
    """The map and the steps as they hold here."""

    def __init__(self, page: Page) -> None:
        self.page = page

    def begin(self) -> CodePage:
        """To a walk of one's own."""
        self.page.get_by_role("link", name="Begin met een situatie").click()
        self.page.get_by_role("button", name="Begin", exact=True).click()
        return CodePage(self.page)


class CodePage:
    """The twelve words to write down."""

    def __init__(self, page: Page) -> None:
        self.page = page

    @property
    def words(self) -> str:
        """The code, as somebody would copy it."""
        return self.page.locator(".code").inner_text()

    def go_on(self) -> Questions:
        """To the questions."""
        self.page.get_by_role("link", name="Verder naar de vragen").click()
        return Questions(self.page)


class Questions:
    """One question a screen, until the advice."""

    def __init__(self, page: Page, region: str = "voorbeeldregio", sector: str = "onderwijs") -> None:
        self.page = page
        self.routemap = written().map(region, sector).routemap

    @property
    def asked(self) -> Question | None:
        """The question on the screen; None when there is none."""
        _, _, number = self.page.url.partition("/vraag/")
        if not number:
            return None
        place = int(number.partition("?")[0]) - 1
        items = (one.item for one in self.routemap.placed.values() if one.order == place)
        return next(item for item in items if isinstance(item, Question))

    @property
    def asked_id(self) -> str:
        """The id of the question on the screen; empty when there is none."""
        return self.asked.id if self.asked else ""

    def fill_in(self, value: Any) -> None:
        """Give an answer without sending it."""
        question = self.asked
        assert question
        match question.kind:
            case QuestionKind.PEOPLE:
                for category, count in value.items():
                    self.page.locator(f"[name='antwoord-{category}']").fill(str(count))
            case QuestionKind.DATE if value == UNKNOWN:
                self.page.locator("[name='antwoord-onbekend']").check()
            case QuestionKind.DATE:
                self.page.locator("[name='antwoord']").fill(value)
            case _:
                for name, one in self._fields(value):
                    self.page.locator(f"[name='{name}'][value='{one}']").check()

    def go_on(self) -> None:
        """Send what was filled in."""
        self.page.get_by_role("button", name="Verder", exact=True).click()

    def answer(self, value: Any) -> None:
        """Fill in and go on."""
        self.fill_in(value)
        self.go_on()

    def walk_to(self, wanted: str, choose: Given) -> None:
        """Answer until a question is asked (empty: until none is)."""
        for _ in range(MOST_QUESTIONS):
            if self.asked_id == wanted:
                return
            asked = self.asked_id
            assert asked in choose, f"no answer for {asked or self.page.url}; wanted: {wanted}"
            self.answer(choose[asked])
        raise AssertionError(f"no {wanted or 'end'} after {MOST_QUESTIONS} questions")

    def write_note(self, text: str) -> None:
        """Write a note at the step of this question."""
        note = self.page.get_by_label("Je aantekening")
        if not note.is_visible():
            self.page.get_by_text("Aantekening bij deze stap").click()
        note.fill(text)

    def declare_danger(self) -> None:
        """Press the red button."""
        self.page.get_by_role("button", name="Er is nu gevaar").click()

    def _fields(self, value: Any) -> Iterator[tuple[str, str]]:
        """Names and values of the options to choose."""
        names = self.page.locator("input[name^='antwoord']").evaluate_all("all => all.map(one => one.name)")
        for name in dict.fromkeys(names):
            person = name.removeprefix("antwoord").removeprefix("-")
            said = value
            if isinstance(value, Mapping):
                by_name = {one.replace(".", "-"): answer for one, answer in value.items()}
                said = by_name.get(person, by_name.get(EVERYBODY))
            for one in said if isinstance(said, list | tuple) else [said]:
                yield name, one


def begun(page: Page) -> Questions:
    """A walk just begun, at its first question."""
    page.goto("/voorbeeldregio/onderwijs/?gemeente=VB0002")
    return OpeningPage(page).begin().go_on()


def downloaded_report(page: Page) -> bytes:
    """The PDF for the file, as the result's button gives it."""
    with page.expect_download(timeout=120_000) as download:
        page.get_by_role("link", name="Download het verslag").click(no_wait_after=True)
    assert re.fullmatch(r"Verslag doorloop [-0-9]{10}\.pdf", download.value.suggested_filename)
    return Path(download.value.path()).read_bytes()
