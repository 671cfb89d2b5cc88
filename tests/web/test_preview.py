"""A draft as professionals will see it, by a link that is signed and ends."""

from datetime import UTC, datetime, timedelta

import pytest

from routekaart import clock
from routekaart.accounts.policy import Role
from routekaart.regions import editing
from routekaart.storage.database import transaction
from routekaart.web.preview import link
from tests.support.desk import at_desk
from tests.support.visitor import Visitor

REGION, TEAM = "voorbeeldregio", "wijkteams-voorbeeldstad"
NOW = datetime(2026, 11, 24, 9, tzinfo=UTC)
KEY = bytes(range(32))


@pytest.fixture
def edit(seeded_site):
    def editing_(**data):
        with transaction(seeded_site.extensions["routekaart"].engine) as session:
            editing.open_draft(session, REGION)
            seen = editing.entry(session, REGION, "partners", TEAM)
            editing.save(session, seen, {**seen.data, **data}, author="Redacteur", now=NOW)

    return editing_


@pytest.fixture
def preview(seeded_site, edit) -> str:
    edit(name="Buurtteam Nieuw")
    page = at_desk(seeded_site, Role.EDITOR, REGION).get(f"/bureau/{REGION}/publiceren")
    return page.link("Bekijk het voorbeeld")


def test_given_the_link_when_somebody_without_an_account_follows_it_then_they_see_the_draft_and_nobody_else_does(
    visitor, preview
):
    page = visitor.get(f"{preview}geen-sector/alles/wie-helpt")
    assert "Buurtteam Nieuw" in page.text
    assert "Voorbeeld, nog niet geldig" in page.document.text_content()
    assert "Buurtteam Nieuw" not in visitor.get(f"/{REGION}/geen-sector/alles/wie-helpt").text
    headers = page.response.headers
    assert (headers["Cache-Control"], headers["X-Robots-Tag"]) == ("no-store", "noindex, nofollow")


def test_given_a_preview_when_its_links_are_followed_then_all_stay_in_it_or_go_to_what_holds_everywhere(
    visitor, preview
):
    seen, todo = set(), [preview]
    while todo:
        page = visitor.get(todo.pop())
        assert page.status == 200, page.path
        for a in page.document.xpath("//main//a | //header//a | //nav//a"):
            href = str(a.get("href")).partition("#")[0].partition("?")[0]
            assert not href.startswith(f"/{REGION}"), (page.path, href)
            if href.endswith(".vcf"):
                continue
            if href.startswith((preview, "/klopt-niet/", "/gebeld/")) and href not in seen and len(seen) < 60:
                seen.add(href)
                todo.append(href)
    assert len(seen) > 20


def test_given_a_preview_when_somebody_would_begin_a_walk_then_they_are_told_that_it_is_a_preview(visitor, preview):
    page = visitor.get(visitor.get(f"{preview}geen-sector/").link("Begin met een situatie"))
    assert page.heading == "Dit kan niet in een voorbeeld"


def test_given_the_draft_changes_when_the_same_link_is_read_then_it_shows_the_change(visitor, preview, edit):
    edit(name="Buurtteam Nog Nieuwer")
    assert "Nog Nieuwer" in visitor.get(f"{preview}geen-sector/alles/wie-helpt").text
    assert "Nog Nieuwer" in visitor.get(f"{preview}geen-sector/zoeken?q=buurtteam").text


def test_given_a_draft_in_which_something_is_wrong_when_previewed_then_that_is_said(visitor, preview, edit):
    edit(roles=[])
    page = visitor.get(preview)
    assert (page.status, page.heading) == (409, "Dit voorbeeld kan nu niet worden getoond")


def test_given_a_link_that_is_altered_or_too_old_when_followed_then_it_opens_nothing(
    seeded_site, visitor, preview, monkeypatch
):
    assert visitor.get(preview.replace(REGION, "flevoland")).heading == "Dit voorbeeld is er niet meer"
    assert visitor.get(f"{preview[:-3]}x/").status == 404
    later = clock.now() + timedelta(days=14, seconds=1)
    monkeypatch.setattr(clock, "now", lambda: later)
    assert Visitor(seeded_site.test_client()).get(preview).status == 404


@pytest.mark.parametrize("text", ["", "~", "~~", "a~b~c", "voorbeeldregio~99999999999999999999~x", "é~1~é"])
def test_given_nonsense_when_opened_then_it_opens_nothing(text):
    assert link.opened(text, key=KEY, now=NOW) is None


def test_given_a_token_when_opened_in_time_then_it_gives_its_region():
    made = link.token(REGION, key=KEY, now=NOW)
    assert link.opened(made, key=KEY, now=NOW + timedelta(days=13)) == REGION
    assert link.opened(made, key=KEY, now=NOW + timedelta(days=14)) is None
