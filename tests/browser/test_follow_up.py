"""Following a walk in a real browser: from a look, over weeks, back to a report; and nothing tells of it on the way."""

import re
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest
from click.testing import CliRunner
from icalendar import Calendar
from playwright.sync_api import Browser, Page, expect

from routekaart.cli import main
from tests.support import axe
from tests.support.browsing import ONE_CHILD_HELP
from tests.support.moved import MovedClock, moved_site
from tests.support.pages import OpeningPage, Questions
from tests.support.smtp import mail_server

pytestmark = pytest.mark.browser

NOTE, ADDRESS = "zeekoeienstaart", "narwal@zeepaardstal.nl"
TELLING = re.compile(r"meld|veilig|thuis\b|geweld|mishandel|kind|zorg|regio|hulp|onderwijs|zeekoei", re.IGNORECASE)
WIDER_THAN_THE_SCREEN = "document.documentElement.scrollWidth > innerWidth"


@pytest.fixture
def moved(monkeypatch: pytest.MonkeyPatch) -> MovedClock:
    return MovedClock().put_into(monkeypatch)


@pytest.fixture
def instance(tmp_path: Path) -> Path:
    """A folder with the secret that a site in this process has, so that a command finds the same."""
    (tmp_path / "keys").mkdir()
    (tmp_path / "keys" / "secret").write_bytes(bytes(32))
    return tmp_path


@pytest.fixture
def opened(chromium: Browser, moved: MovedClock, instance: Path) -> Iterator[Callable[..., Page]]:
    """Opens a browser of its own on the site whose clock is moved."""
    with ExitStack() as stack:
        url = stack.enter_context(moved_site(instance))

        def opened(path: str, *, width: int = 360, javascript: bool = False, dark: bool = False) -> Page:
            context = chromium.new_context(
                base_url=url,
                viewport={"width": width, "height": 800},
                java_script_enabled=javascript,
                color_scheme="dark" if dark else "light",
                locale="nl-NL",
            )
            stack.callback(context.close)
            page = context.new_page()
            page.set_default_timeout(15_000)
            page.goto(path)
            return page

        yield opened


def helped(page: Page, moved: MovedClock) -> str:
    """A walk to its end in which help is agreed; gives the code."""
    code = OpeningPage(page).begin()
    words, questions = code.words, code.go_on()
    questions.walk_to("", ONE_CHILD_HELP | {"hulp-datum": moved.day(2), "evaluatie-datum": moved.day(20)})
    return words


def choose(page: Page, name: str, value: str) -> None:
    page.locator(f"[name='{name}'][value='{value}']").check()


def keep(page: Page) -> None:
    page.get_by_role("button", name="Bewaar", exact=True).click()


def calendar_of(page: Page) -> bytes:
    with page.expect_download() as download:
        page.get_by_role("link", name="Zet in je agenda").click(no_wait_after=True)
    return Path(download.value.path()).read_bytes()


def test_given_help_that_does_not_help_when_weeks_pass_then_mail_and_calendar_lead_back_and_one_reports(
    opened, moved, instance
):
    page = opened("/voorbeeldregio/onderwijs/?gemeente=VB0002")
    words = helped(page, moved)
    page.get_by_role("link", name="Vervolg", exact=True).click()
    choose(page, "begonnen", "ja")
    page.get_by_label("Wie geeft de hulp?").select_option(label="een medewerker van het lokale team")
    page.get_by_label("Je aantekening").fill(NOTE)
    page.get_by_label("Op welke dag kijk je weer?").fill(moved.day(14))
    keep(page)
    expect(page.locator(".looks").get_by_text(NOTE)).to_be_visible()
    calendar = calendar_of(page)
    assert len(Calendar.from_ical(calendar).walk("VEVENT")) >= 4
    page.get_by_text("Vraag een herinnering").click()
    page.get_by_label("Je mailadres").fill(ADDRESS)
    page.locator("[name='dagen']").nth(1).check()
    page.get_by_role("button", name="Stuur me een herinnering").click()
    expect(page.get_by_text("Je krijgt een mail op")).to_be_visible()
    assert ADDRESS not in page.content()
    page.context.clear_cookies()

    with mail_server() as box:
        environ = box.environ | {"INSTANCE": str(instance), "DATABASE_URL": ""}
        assert "0 reminder(s) sent" in CliRunner().invoke(main, ["remind"], env=environ).output
        moved.later(days=14)
        assert "1 reminder(s) sent" in CliRunner().invoke(main, ["remind"], env=environ).output
    [mail] = [one for one in box.mails if one["To"] == ADDRESS]  # partners are asked in the same run
    assert mail["To"] == ADDRESS
    assert "Je vroeg om een herinnering" in mail.get_content()
    for said in (re.sub(r"herinnering/[\w-]+", "", mail.get_content()), mail["Subject"], calendar.decode()):
        assert not TELLING.search(said), said
    assert not any(word in mail.get_content().split() for word in words.split())

    page = opened(re.search(r"https://kaart\.example(/\S+)", mail.get_content())[1])
    page.get_by_label("Vul de twaalf woorden in").fill(words)
    page.get_by_role("button", name="Open mijn doorloop").click()
    page.get_by_role("link", name="Vervolg", exact=True).click()
    assert page.locator(".due-mark--past").count() >= 1
    assert page.locator(".due-mark--today").count() == 1
    choose(page, "begonnen", "ja")
    choose(page, "gebracht", "nee")
    choose(page, "nieuw", "ja")
    keep(page)
    expect(page.get_by_role("link", name="Vink aan wat je zag of hoorde")).to_be_visible()
    page.get_by_role("link", name=re.compile("Kies dat de hulp loopt")).click()
    choose(page, "antwoord", "ja")
    page.get_by_role("button", name="Verder", exact=True).click()
    page.get_by_role("button", name="Verder", exact=True).click()
    assert "Werkt de hulp" in page.locator("h1").inner_text()
    page.locator("[value='nee']").check()
    page.get_by_role("button", name="Verder", exact=True).click()
    reported(page, moved)
    assert "(opnieuw) bij Veilig Thuis. Er is hulp, maar het blijft onveilig" in page.locator("h1").inner_text()
    expect(page.get_by_text("Meld bij Veilig Thuis", exact=True).first).to_be_visible()


def reported(page: Page, moved: MovedClock) -> None:
    """Decide anew to report, and go on to the advice."""
    answers = {"besluit-melden": "ja", "betrokkenen-geinformeerd": "ja", "melding-datum": moved.day()}
    Questions(page).walk_to("", ONE_CHILD_HELP | answers | {"evaluatie-datum": moved.day(20)})


@pytest.mark.parametrize(("width", "dark"), [(360, False), (1280, True)], ids=["light-phone", "dark-desk"])
def test_given_a_log_then_axe_finds_nothing_and_nothing_sticks_out(opened, moved, width, dark):
    page = opened("/voorbeeldregio/onderwijs/?gemeente=VB0002", width=width, javascript=True, dark=dark)
    helped(page, moved)
    wrong = []

    def look(name):
        page.evaluate("document.querySelectorAll('main details').forEach(one => { one.open = true; })")
        wrong.extend(f"{name}: {one}" for one in axe.findings(page))
        if page.evaluate(WIDER_THAN_THE_SCREEN):
            wrong.append(f"{name}: wider than the screen")

    page.goto("/doorloop/vervolg")
    look("empty")
    keep(page)
    look("errors")
    page.get_by_label("Op welke dag kijk je weer?").fill(moved.day(5))
    for name, value in {"begonnen": "geen-rol", "gebracht": "nee", "gehoord": "nee", "nieuw": "ja"}.items():
        choose(page, name, value)
    page.get_by_label("Je aantekening").fill("Gebeld met Jan de Vries.")
    keep(page)
    look("identifying")
    page.get_by_label("Zo bewaren").check()
    keep(page)
    moved.later(days=10)
    page.goto("/doorloop/vervolg")
    look("kept, days over")
    page.get_by_role("button", name="Stuur me een herinnering").click()
    look("reminder errors")
    page.goto("/doorloop/vervolg/1")
    look("change")
    page.goto("/doorloop/vervolg/1/verwijderen")
    look("remove")
    page.goto(f"/doorloop/herinnering/{'A' * 43}")
    look("stop")
    page.get_by_role("button", name="Stuur geen herinneringen meer").click()
    look("stopped")
    assert wrong == []


def test_given_only_a_keyboard_then_a_look_can_be_kept(opened, moved):
    page = opened("/voorbeeldregio/onderwijs/?gemeente=VB0002", width=1280)
    helped(page, moved)
    page.goto("/doorloop/vervolg")
    page.get_by_label("Op welke dag keek je?").focus()
    page.keyboard.press("Tab")
    page.keyboard.press("Space")
    for _ in range(40):
        if page.evaluate("document.activeElement.innerText") == "Bewaar":
            break
        page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    page.locator(".looks").get_by_text("Ja, de hulp is begonnen").wait_for()
