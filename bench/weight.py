"""What goes over the wire to a real browser: the first visit, and each page after it."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from dataclasses import dataclass, field

from playwright.sync_api import CDPSession, Page, sync_playwright

from bench.instance import REGION, SECTOR, Instance, Walker
from bench.line import Line, at_most
from bench.servers import Server, site

FIRST, NEXT = 70, 15
KILO = 1000
HOME = f"/{REGION}/{SECTOR}/"
GUIDE = {
    "start": "/",
    "protocol": HOME,
    "step": f"{HOME}gesprek",
    "danger": f"{HOME}acuut",
    "all steps": f"{HOME}alles",
    "who helps": f"{HOME}alles/wie-helpt",
    "social map": f"{HOME}sociale-kaart",
    "agreements": f"{HOME}afspraken",
    "begin": f"/doorloop/begin?regio={REGION}&sector={SECTOR}",
}
WALK = {"code": "/doorloop/code", "overview": "/doorloop/overzicht", "result": "/doorloop/advies"}


@dataclass(slots=True)
class Wire:
    """Counts the bytes of answers, headers included, as they came in."""

    page: Page
    session: CDPSession = field(init=False)
    octets: float = 0.0

    def __post_init__(self) -> None:
        self.session = self.page.context.new_cdp_session(self.page)
        self.session.send("Network.enable")
        self.session.on("Network.loadingFinished", lambda event: self._count(event))

    def _count(self, event: dict[str, float]) -> None:
        self.octets += event["encodedDataLength"]

    def visit(self, url: str) -> float:
        """The kilobytes of a page and of what it needs that the browser does not have yet."""
        self.octets = 0.0
        self.page.goto(url, wait_until="networkidle")
        return self.octets / KILO


def measure(instance: Instance) -> Iterator[Line]:
    """First visits to two pages, and then every page type in turn."""
    browser_path = shutil.which("chromium")
    if browser_path is None:
        yield Line(
            "bytes of a first visit and of each next page", "–", f"≤ {FIRST} kB; ≤ {NEXT} kB", "no Chromium here", False
        )
        return
    walker = instance.walkers(1)[0]
    with site(instance.environ) as server, sync_playwright() as playwright:
        server.wait_for_all()
        browser = playwright.chromium.launch(executable_path=browser_path, args=["--no-sandbox"])
        firsts = {
            name: Wire(browser.new_context().new_page()).visit(f"{server.url}{GUIDE[name]}")
            for name in ("start", "step")
        }
        yield _heaviest("first visit, all bytes over the wire", FIRST, firsts)
        context = browser.new_context()
        context.add_cookies(_cookies(server, walker))
        wire = Wire(context.new_page())
        wire.visit(f"{server.url}/over")
        pages = {**GUIDE, "question": walker.path, **WALK}
        yield _heaviest(
            "each next page", NEXT, {name: wire.visit(f"{server.url}{path}") for name, path in pages.items()}
        )
        browser.close()


def _heaviest(what: str, most: int, found: dict[str, float]) -> Line:
    in_order = sorted(found, key=found.__getitem__, reverse=True)
    numbers = ", ".join(f"{name} {found[name]:.1f}" for name in in_order)
    return Line(what, "–", *at_most(most, found[in_order[0]], " kB"), numbers)


def _cookies(server: Server, walker: Walker) -> list[dict[str, str]]:
    pairs = (one.split("=", 1) for one in walker.cookies.split("; "))
    return [{"name": name, "value": value, "url": f"{server.url}/doorloop"} for name, value in pairs]
