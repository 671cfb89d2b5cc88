"""Coming in at the desk as one does: by invitation, with a password and an app for codes."""

from __future__ import annotations

import base64
from dataclasses import dataclass, field

from flask import Flask

from routekaart import clock
from routekaart.accounts import totp
from routekaart.accounts.links import invite
from routekaart.accounts.policy import Role
from routekaart.storage.database import transaction
from tests.support.visitor import Page, Visitor

PASSWORD = "paard batterij nietje vlinder"
OTHER_PASSWORD = "lantaarn gordijn zeehond kiosk"
EMAIL = "anna@gemeente.example"


@dataclass
class Phone:
    """An app that makes codes; each call gives the next one, as if half a minute went by."""

    secret: bytes = b""
    last: int = field(default=0)

    @classmethod
    def scanned(cls, page: Page) -> Phone:
        """An app that was set up from the page with the QR code."""
        key = page.document.xpath("//p[contains(@class, 'code--key')]")[0].text_content()
        return cls(base64.b32decode("".join(key.split())))

    def code(self) -> str:
        """The code of now; the next one when that was given already."""
        self.last = max(self.last + 1, int(clock.now().timestamp()) // totp.SECONDS)
        return totp.code_at(self.secret, self.last)


@dataclass
class Member:
    """Somebody with an account, in their browser."""

    visitor: Visitor
    phone: Phone
    recovery: list[str]


def invited(app: Flask, email: str = EMAIL, role: Role = Role.COORDINATOR, slug: str = "voorbeeldregio") -> str:
    """The address of the link of an invitation."""
    services = app.extensions["routekaart"]
    with transaction(services.engine) as session:
        token = invite(session, email, "", role, slug, key=services.settings.key("links"), now=clock.now())
    return f"/bureau/uitnodiging/{token}"


def member(app: Flask, email: str = EMAIL, **grant) -> Member:
    """Somebody who accepted an invitation just now, and is signed in."""
    visitor = Visitor(app.test_client())
    link = invited(app, email, **grant)
    page = visitor.submit(visitor.get(link), "", nieuw=PASSWORD, herhaal=PASSWORD)
    phone = Phone.scanned(page)
    page = visitor.submit(page, "/aanmelden/app", code=phone.code())
    return Member(visitor, phone, codes_on(page))


def codes_on(page: Page) -> list[str]:
    """The recovery codes on a page."""
    return [str(one.text_content()) for one in page.document.xpath("//ul[contains(@class, 'code--recovery')]/li")]


def enter_password(visitor: Visitor, email: str = EMAIL, password: str = PASSWORD, *, at: str = "/bureau/") -> Page:
    """The first step of signing in, on the way to a page."""
    return visitor.submit(visitor.get(at), "/aanmelden", email=email, wachtwoord=password)
