"""Publishing in a real browser: edit, preview, publish, seen by professionals at once; and the earlier version back."""

import os
from pathlib import Path

import pytest
from playwright.sync_api import expect

from tests.support.axe import findings
from tests.support.desk_browser import sign_in_browser

pytestmark = pytest.mark.browser
REGION, TEAM = "voorbeeldregio", "wijkteams-voorbeeldstad"
DESK = f"/bureau/{REGION}"
GUIDE = f"/{REGION}/geen-sector/alles/wie-helpt"
OLD, NEW = "Wijkteams Voorbeeldstad", "Buurtteams Voorbeeldstad"
WIDER = "document.documentElement.scrollWidth > window.innerWidth"
SHOTS = os.environ.get("SHOTS")


def looked_at(page, name):
    """Nothing wrong for anybody, nothing beside the screen."""
    if SHOTS:
        page.screenshot(path=str(Path(SHOTS) / f"{name}.png"), full_page=True)
    assert findings(page) == [], name
    assert not page.evaluate(WIDER), name


def publish(page, note):
    page.get_by_label("Wat verandert er, en waarom?").fill(note)
    page.get_by_role("button", name="Publiceer").press("Enter", timeout=90_000)
    expect(page.get_by_text("Gepubliceerd. Professionals zien het nu.")).to_be_visible(timeout=90_000)


def seen_within_two_seconds(guest):
    """The page of professionals, asked anew two seconds after the publication."""
    guest.wait_for_timeout(2_000)
    guest.goto(GUIDE)
    guest.reload()


@pytest.mark.parametrize("width", [360, 1280])
def test_given_a_changed_partner_when_previewed_and_published_then_professionals_see_it_and_it_can_be_taken_back(
    open_page, site, width
):
    page = open_page("/healthz", width=width)
    sign_in_browser(page, site, f"publiceren-{width}@voorbeeld.example")
    page.goto(f"{DESK}/partners/{TEAM}")
    page.get_by_label("Naam", exact=True).first.fill(NEW)
    page.get_by_role("button", name="Bewaar in concept").click()
    page.goto(f"{DESK}/publiceren")
    expect(page.get_by_text(f"naam is nu ‘{NEW}’")).to_be_visible()
    looked_at(page, f"publiceren-{width}")

    preview = open_page(page.get_by_role("link", name="Bekijk het voorbeeld").get_attribute("href"), width=width)
    looked_at(preview, f"voorbeeld-{width}")
    preview.goto(f"{preview.url}geen-sector/alles/wie-helpt")
    expect(preview.get_by_text(NEW).first).to_be_visible()
    looked_at(preview, f"voorbeeld-wie-helpt-{width}")
    guest = open_page(GUIDE, width=width)
    expect(guest.get_by_text(NEW)).to_have_count(0)

    publish(page, "De wijkteams heten voortaan buurtteams.")
    seen_within_two_seconds(guest)
    expect(guest.get_by_text(NEW).first).to_be_visible()
    guest.goto(f"/{REGION}/wijzigingen")
    looked_at(guest, f"wijzigingen-{width}")
    guest.goto(f"/{REGION}/versie/1/")
    looked_at(guest, f"versie-{width}")

    page.goto(f"{DESK}/geschiedenis")
    looked_at(page, f"geschiedenis-{width}")
    page.get_by_role("button", name="Zet versie 1 terug als concept").click()
    expect(page.get_by_text("Versie 1 staat nu als concept klaar")).to_be_visible()
    publish(page, "Terug naar de oude naam.")
    seen_within_two_seconds(guest)
    expect(guest.get_by_text(NEW)).to_have_count(0)
    expect(guest.get_by_text(OLD).first).to_be_visible()
    page.goto(f"{DESK}/geschiedenis/vergelijk?van=1&naar=2")
    looked_at(page, f"vergelijk-{width}")
