"""Every route as every role: whoever may not see a page does not get as far as its view."""

from __future__ import annotations

from contextlib import contextmanager

import pytest
from flask import Flask, request
from sqlalchemy import event

from routekaart import clock
from routekaart.accounts.policy import ALLOWED, Permission, Role
from routekaart.accounts.signins import sign_in
from routekaart.regions import editing
from routekaart.regions.entries import HEAD, ONLY
from routekaart.regions.groups import key_of
from routekaart.storage.database import transaction
from routekaart.web.access import Open, Unguarded, asked_by
from routekaart.web.access import init_app as hold_to_the_table
from routekaart.web.auth.current import COOKIE, PATH
from tests.support.desk import account, at_desk
from tests.support.routes import PARTS, routes
from tests.support.visitor import Visitor

OWN, OTHER = "voorbeeldregio", "flevoland"
VISITOR, HALF = "visitor", "half signed in"
WHO = [VISITOR, HALF, *Role]
SIGN_IN, REACHED = "/bureau/aanmelden", "reached"
WRITES_ON_GET = {"auth.sso_back": "the identity provider sends the browser back with GET; its state is checked"}
MARK = "zeekoeienstaart"


@pytest.fixture
def gate(seeded_site: Flask) -> Flask:
    """The site of which every view is replaced by an answer that says that it was reached."""
    seeded_site.config["WTF_CSRF_ENABLED"] = False
    seeded_site.before_request(lambda: (REACHED, 299))
    return seeded_site


def somebody(app: Flask, who: str, slug: str) -> Visitor:
    """A visitor, somebody halfway in, or somebody with a role in a region."""
    if who == VISITOR:
        return Visitor(app.test_client())
    if who != HALF:
        return at_desk(app, Role(who), slug)
    services = app.extensions["routekaart"]
    with transaction(services.engine) as session:
        row = account(session, Role.NATIONAL, email="half@voorbeeld.example")
        key = services.settings.key("sign-ins")
        token = sign_in(session, row.id, is_complete=False, key=key, now=clock.now())
    client = app.test_client()
    client.set_cookie(COOKIE, token, path=PATH)
    return Visitor(client)


def expected(asked: Open | Permission, who: str, slug: str, has_region: bool) -> str:
    """What the table says for this person and a page about this region: reached, sign in, or not there."""
    if asked in (Open.EVERYBODY, Open.HOLDER) or (asked is Open.HALF and who != VISITOR):
        return REACHED
    if who in (VISITOR, HALF):
        return SIGN_IN
    if isinstance(asked, Open):
        return REACHED
    is_here = who == Role.NATIONAL or slug == OWN or not has_region
    return REACHED if is_here and asked in ALLOWED[Role(who)] else "not there"


def met(visitor: Visitor, method: str, path: str) -> str:
    answer = visitor.client.open(path, method=method)
    if answer.status_code == 303:
        return answer.headers["Location"].partition("?")[0]
    return {299: REACHED, 404: "not there"}[answer.status_code]


@pytest.mark.parametrize("who", WHO)
def test_given_a_role_when_every_route_is_asked_in_its_own_and_another_region_then_the_table_holds(gate, who):
    visitor, wrong, count = somebody(gate, who, OWN), [], 0
    for slug in (OWN, OTHER):
        for one in routes(gate, "GET", "POST", parts=PARTS | {"slug": slug}):
            rules = gate.url_map.iter_rules(one.endpoint)
            asked, has_region = asked_by(one.endpoint), any("slug" in rule.arguments for rule in rules)
            count += 1
            if (found := met(visitor, one.method, one.path)) != (wanted := expected(asked, who, slug, has_region)):
                wrong.append(f"{one.method} {one.path} as {who}: {found}, expected {wanted}")
    assert wrong == []
    assert count > 100


def test_given_the_desk_then_every_page_about_a_region_asks_a_permission_and_names_the_region_as_slug(gate):
    open_pages = {
        one.endpoint
        for one in gate.url_map.iter_rules()
        if one.endpoint.startswith("desk.") and not isinstance(asked_by(one.endpoint), Permission)
    }
    assert open_pages == {"desk.regions"}
    asking = [rule for rule in gate.url_map.iter_rules() if isinstance(asked_by(rule.endpoint), Permission)]
    without = {rule.endpoint for rule in asking if "slug" not in rule.arguments}
    assert all(asked_by(endpoint) is Permission.NATION for endpoint in without), without


def test_given_a_route_without_a_row_then_the_site_does_not_start(gate):
    gate.add_url_rule("/bureau/vergeten", "desk.vergeten", lambda: "")
    with pytest.raises(Unguarded, match=r"desk\.vergeten"):
        hold_to_the_table(gate)


def test_given_every_route_that_takes_a_form_when_the_token_is_missing_then_it_is_refused_before_all_else(seeded_site):
    seeded_site.before_request(lambda: (REACHED, 299))
    boss = at_desk(seeded_site, Role.NATIONAL)
    reached = {one.path: boss.client.post(one.path).status_code for one in routes(seeded_site, "POST")}
    assert {path: status for path, status in reached.items() if status != 400} == {}
    assert len(reached) > 40


@pytest.mark.parametrize("who", [Role.NATIONAL, Role.COORDINATOR])
def test_given_every_page_that_is_asked_with_get_then_none_of_them_writes(seeded_site, who):
    engine = seeded_site.extensions["routekaart"].engine
    visitor = somebody(seeded_site, who, OWN)
    with transaction(engine) as session:
        editing.open_draft(session, OWN)
        editing.open_draft(session, key_of("voorbeeld-bovenregio"))
    wrote = set()
    with noticed_writes(engine, wrote):
        for one in routes(seeded_site, "GET"):
            answer = visitor.client.get(one.path)
            assert answer.status_code < 500, one.path
    assert {endpoint for endpoint, _ in wrote} <= set(WRITES_ON_GET), wrote


@contextmanager
def noticed_writes(engine, wrote):
    """Puts endpoint and statement of every write in a set."""

    def notice(connection, cursor, statement, parameters, context, executemany):
        if statement.lstrip().upper().startswith(("INSERT", "UPDATE", "DELETE")):
            wrote.add((request.endpoint, statement[:60]))

    event.listen(engine, "before_cursor_execute", notice)
    yield
    event.remove(engine, "before_cursor_execute", notice)


def test_given_a_draft_of_another_region_when_every_page_is_asked_then_nobody_sees_a_word_of_it(seeded_site):
    with transaction(seeded_site.extensions["routekaart"].engine) as session:
        editing.open_draft(session, OTHER)
        head = editing.entry(session, OTHER, HEAD, ONLY)
        editing.save(session, head, head.data | {"name": MARK}, author="x", now=clock.now())
    for who in [VISITOR, HALF, Role.COORDINATOR, Role.EDITOR, Role.TRAINER]:
        visitor = somebody(seeded_site, who, OWN)
        for slug in (OWN, OTHER):
            for one in routes(seeded_site, "GET", parts=PARTS | {"slug": slug, "region": slug, "entry_id": OTHER}):
                if who == VISITOR or one.path.startswith(PATH):
                    assert MARK.encode() not in visitor.client.get(one.path).data, (who, one.path)
    boss = at_desk(seeded_site, Role.NATIONAL)
    assert MARK.encode() in boss.client.get(f"/bureau/{OTHER}/regio").data, "the mark would have been seen"
