"""A real Chromium against the real site."""

import os
import shutil
from collections.abc import Callable, Iterator
from contextlib import ExitStack

import pytest
from playwright.sync_api import Browser, Page, sync_playwright

from tests.support.site import Site, running_site, seed_site


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    """The site with everything in content/, on SQLite; shared by the tests of one worker."""
    instance = tmp_path_factory.mktemp("site")
    environ = {name: value for name, value in os.environ.items() if name != "DATABASE_URL"}
    seed_site(instance, environ)
    with running_site(instance, environ) as running:
        yield running


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        sandbox = [] if os.geteuid() else ["--no-sandbox"]
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=sandbox)
        yield browser
        browser.close()


@pytest.fixture
def open_page(chromium: Browser, site: Site) -> Iterator[Callable[..., Page]]:
    """Opens a path of the site in a browser context of its own, `width` px wide."""
    with ExitStack() as stack:

        def open_page(path: str = "/", *, width: int = 1280, javascript: bool = True, dark: bool = False) -> Page:
            context = chromium.new_context(
                base_url=site.url,
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

        yield open_page
