"""Somebody at the desk: an account with a role, signed in."""

from datetime import UTC, datetime

from flask import Flask
from sqlalchemy.orm import Session

from routekaart import clock
from routekaart.accounts.policy import Role
from routekaart.accounts.signins import sign_in
from routekaart.accounts.tables import AccountRow, GrantRow
from routekaart.storage.database import transaction
from routekaart.web.auth.current import COOKIE, PATH
from tests.support.visitor import Visitor

MADE_AT = datetime(2026, 1, 1, tzinfo=UTC)


def account(session: Session, role: Role, slug: str = "", *, email: str = "") -> AccountRow:
    """An account with one role."""
    row = AccountRow(
        email=email or f"{role}-{slug or 'overal'}@voorbeeld.example",
        function=f"{role} {slug}".strip(),
        password=None,
        totp=None,
        totp_step=0,
        recovery="",
        is_locked=False,
        made_at=MADE_AT,
    )
    session.add(row)
    session.flush()
    session.add(GrantRow(account=row.id, role=role, slug="" if role is Role.NATIONAL else slug))
    return row


def at_desk(app: Flask, role: Role, slug: str = "voorbeeldregio", *, email: str = "") -> Visitor:
    """A visitor who is signed in with that role."""
    services = app.extensions["routekaart"]
    with transaction(services.engine) as session:
        who = account(session, role, slug, email=email)
        token = sign_in(session, who.id, is_complete=True, key=services.settings.key("sign-ins"), now=clock.now())
    client = app.test_client()
    client.set_cookie(COOKIE, token, path=PATH)
    return Visitor(client)
