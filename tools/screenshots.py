"""The pictures in docs/images, taken of a running site: `python -m tools.screenshots http://127.0.0.1:8000`.

Four pages of Voorbeeldregio, on a desk and on a phone: start, opening page with the map, a question, the result.
"""

from __future__ import annotations

import io
import os
import shutil
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from PIL import Image
from playwright.sync_api import Browser, Page, sync_playwright

from tests.support.pages import OpeningPage, Questions, StartPage

IMAGES = Path(__file__).resolve().parents[1] / "docs" / "images"
SCREENS = {1280: (860, 1), 360: (740, 2)}
"""By width: the height, and how many dots there are to a pixel."""
SHOWN = "afweging-4"
ABOVE_THE_MAP = 330
TOP_OF_MAP = "[...document.querySelectorAll('.map')].find(one => one.offsetHeight).getBoundingClientRect().top"
ANSWERS = {
    "acuut-gevaar": "nee",
    "client-volwassen": "nee",
    "wie": {"kind-0-11": 1, "kind-12-15": 1},
    "onthulling": "nee",
    "verwijsindex": "nee",
    "ouders-veilig": "ja",
    "praten-veilig": "ja",
    "afweging-1": "ja",
    "afweging-2": {"kind-0-11.1": "ja", "kind-12-15.1": "nee"},
    "afweging-3": {"kind-0-11.1": "twijfel", "kind-12-15.1": "ja"},
    "afweging-4": "ja",
    "hulp-loopt": "nee",
    "besluit-melden": "ja",
    "betrokkenen-geinformeerd": "ja",
    "besluit-hulp": "ja",
    "melding-datum": "2026-11-24",
    "hulp-datum": "weet-niet",
    "lokaal-ziet-geen-rol": "nee",
    "evaluatie-datum": "2026-12-15",
}


def take(site: str) -> None:
    """Visit the site and write every picture."""
    with sync_playwright() as playwright:
        sandbox = [] if os.geteuid() else ["--no-sandbox"]
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=sandbox)
        for width in SCREENS:
            with opened(browser, site, width) as page:
                visit(page, width)
        browser.close()


@contextmanager
def opened(browser: Browser, site: str, width: int) -> Iterator[Page]:
    """The start page of a site on a screen."""
    height, dots = SCREENS[width]
    size = {"width": width, "height": height}
    context = browser.new_context(base_url=site, viewport=size, device_scale_factor=dots, locale="nl-NL")
    page = context.new_page()
    page.goto("/")
    yield page
    context.close()


def visit(page: Page, width: int) -> None:
    """From the start to the result."""
    keep(page, f"start-{width}")
    StartPage(page).choose("Voorbeeldstad", "Onderwijs", "Voorbeeldregio")
    page.evaluate(f"scrollTo(0, {TOP_OF_MAP} - {ABOVE_THE_MAP})" if width < 600 else "scrollTo(0, 0)")
    keep(page, f"opening-{width}")
    OpeningPage(page).begin().go_on()
    questions = Questions(page)
    questions.walk_to(SHOWN, ANSWERS)
    keep(page, f"question-{width}")
    questions.walk_to("", ANSWERS)
    keep(page, f"result-{width}")


def keep(page: Page, name: str) -> None:
    """Write what is on the screen."""
    page.evaluate("document.fonts.ready")
    picture = Image.open(io.BytesIO(page.screenshot())).convert("RGB")
    picture.save(IMAGES / f"{name}.webp", quality=82, method=6)


if __name__ == "__main__":
    take(sys.argv[1])
