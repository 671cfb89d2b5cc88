"""Outgoing post: handed to the mail server of the settings, else laid as files in the instance folder."""

from __future__ import annotations

import os
import smtplib
import ssl
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime
from email.message import EmailMessage
from email.policy import SMTP
from email.utils import make_msgid
from pathlib import Path
from uuid import uuid4

from routekaart.config import MailServer, Settings

SECONDS = 20
GREETING = "[127.0.0.1]"
"""What we call ourselves: to look up the name of this machine may take long, and tells more than is needed."""


class Refused(Exception):
    """The mail server does not take this letter; it may take the next."""


class Unreachable(Exception):
    """There is no mail server, or it takes nothing now."""


@dataclass(frozen=True, slots=True)
class Letter:
    """A mail in plain text. To whom it goes shows in no log or traceback."""

    to: str = field(repr=False)
    subject: str
    text: str


Send = Callable[[Letter], None]


@contextmanager
def post_office(settings: Settings, now: datetime) -> Iterator[Send]:
    """Sends letters until the block ends, over one connection. Raises Unreachable; `Send` raises Refused as well."""
    if settings.mail_server is None:
        yield lambda letter: _lay_down(settings.instance / "mail", message(letter, settings.sender, now))
        return
    try:
        with _connected(settings.mail_server) as server:
            yield lambda letter: _hand_over(server, message(letter, settings.sender, now))
    except OSError as error:
        raise Unreachable(type(error).__name__) from None


def message(letter: Letter, sender: str, now: datetime) -> EmailMessage:
    """A letter as mail; programs that answer by themselves are asked not to."""
    mail = EmailMessage(policy=SMTP)
    mail["From"], mail["To"], mail["Subject"] = sender, letter.to, letter.subject
    mail["Date"] = now
    mail["Message-ID"] = make_msgid(domain=sender.rpartition("@")[2].rstrip(">"))
    mail["Auto-Submitted"] = "auto-generated"
    mail.set_content(letter.text)
    return mail


@contextmanager
def _connected(place: MailServer) -> Iterator[smtplib.SMTP]:
    with smtplib.SMTP(place.host, place.port, local_hostname=GREETING, timeout=SECONDS) as server:
        if place.starttls:
            server.starttls(context=ssl.create_default_context())
        if place.user:
            server.login(place.user, place.password)
        yield server


def _hand_over(server: smtplib.SMTP, mail: EmailMessage) -> None:
    try:
        server.send_message(mail)
    except (smtplib.SMTPRecipientsRefused, smtplib.SMTPSenderRefused, smtplib.SMTPDataError) as error:
        raise Refused(type(error).__name__) from None


def _lay_down(folder: Path, mail: EmailMessage) -> None:
    folder.mkdir(mode=0o700, exist_ok=True)
    path = folder / f"{uuid4().hex}.eml"
    with os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as file:
        file.write(mail.as_bytes())
