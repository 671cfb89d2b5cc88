"""Coming in at the desk in a real browser: by mail, with the keyboard, on a phone and without JavaScript."""

import base64
import os
import re
import subprocess
from collections.abc import Callable

import pytest
from playwright.sync_api import Page

from tests.support import axe
from tests.support.accounts import PASSWORD, Phone
from tests.support.site import COMMAND, Site

pytestmark = pytest.mark.browser
WIDER_THAN_THE_SCREEN = "document.documentElement.scrollWidth > innerWidth"


def invitation(site: Site, email: str) -> str:
    """The path of a link, as the command prints it."""
    environ = {name: value for name, value in os.environ.items() if name not in ("DATABASE_URL", "SMTP_HOST")}
    words = [COMMAND, "user", "invite", email, "--role", "coordinator", "--region", "voorbeeldregio"]
    environ |= {"INSTANCE": str(site.log.parent)}
    said = subprocess.run(words, env=environ, check=True, capture_output=True, text=True).stdout
    return "/bureau" + said.split()[0].partition("/bureau")[2]


def wrong_with(page: Page, name: str) -> list[str]:
    """What axe finds, in light and in dark, and whether it fits a phone."""
    found = [f"{name}: wider than the screen"] if page.evaluate(WIDER_THAN_THE_SCREEN) else []
    for scheme, rules in (("light", axe.RULES), ("dark", axe.COLOURS)):
        page.emulate_media(color_scheme=scheme, reduced_motion="reduce")
        found += [f"{name} ({scheme}): {one}" for one in axe.findings(page, rules)]
    return found


def scanned(page: Page) -> Phone:
    return Phone(base64.b32decode("".join(page.locator(".code--key").inner_text().split())))


def type_and_send(page: Page, *texts: str) -> None:
    """Fill in the fields that are empty, with the keyboard alone, and send with Enter."""
    for text in texts:
        for _ in range(30):
            page.keyboard.press("Tab")
            kind = page.evaluate("document.activeElement.type")
            if kind in ("password", "text", "email") and not page.evaluate("document.activeElement.value"):
                break
        page.keyboard.type(text)
    with page.expect_navigation():
        page.keyboard.press("Enter")


def test_given_an_invitation_when_only_keys_are_used_without_javascript_then_one_is_at_the_desk_and_comes_back(
    open_page: Callable[..., Page], site: Site
):
    email = "toetsen@gemeente.example"
    page = open_page(invitation(site, email), width=360, javascript=False)
    type_and_send(page, PASSWORD, PASSWORD)
    phone = scanned(page)
    type_and_send(page, phone.code())
    assert page.locator(".code--recovery li").count() == 10
    page.get_by_role("link", name="Ik heb ze bewaard, verder").press("Enter")
    page.get_by_role("button", name="Afmelden").press("Enter")
    assert page.get_by_text("Je bent afgemeld").is_visible()
    type_and_send(page, email, PASSWORD)
    type_and_send(page, phone.code())
    assert re.search(r"/bureau/voorbeeldregio/$", page.url)


def test_given_every_page_of_the_way_in_then_axe_finds_nothing_and_nothing_sticks_out(open_page, site: Site):
    link = invitation(site, "kijken@gemeente.example")
    page, wrong = open_page("/bureau/aanmelden", width=360), []
    wrong += wrong_with(page, "sign in")
    page.goto("/bureau/wachtwoord-vergeten")
    wrong += wrong_with(page, "forgotten")
    page.goto(link)
    wrong += wrong_with(page, "invitation")
    type_and_send(page, "welkom123456", "welkom123456")
    wrong += wrong_with(page, "weak password")
    type_and_send(page, PASSWORD, PASSWORD)
    wrong += wrong_with(page, "app")
    type_and_send(page, scanned(page).code())
    wrong += wrong_with(page, "recovery codes")
    page.goto("/bureau/mijn-account")
    wrong += wrong_with(page, "account")
    page.goto("/bureau/voorbeeldregio/mensen")
    page.get_by_label("Mailadres").fill("nieuw@gemeente.example")
    page.get_by_label("Rol", exact=True).select_option(label="Redacteur")
    page.get_by_role("button", name="Nodig uit").click()
    assert page.get_by_text("De uitnodiging is gemaakt").is_visible()
    wrong += wrong_with(page, "people")
    page.get_by_role("button", name=re.compile("^Trek in.*coördinator")).first.click()
    wrong += wrong_with(page, "withdraw")
    page.goto(link)
    wrong += wrong_with(page, "used link")
    assert wrong == []
