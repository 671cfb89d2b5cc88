"""A real mail server on this machine, which keeps what it is given and refuses whom it is told to."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from email import message_from_bytes
from email.message import EmailMessage
from email.policy import default
from pathlib import Path

from aiosmtpd.controller import Controller

from routekaart.config import MailServer
from tests.support.site import free_port

HOST = "127.0.0.1"


@dataclass
class Mailbox:
    """What came in, in order; `after` is called with each mail that was taken."""

    port: int
    refused: Collection[str] = ()
    after: Callable[[EmailMessage], None] = lambda mail: None
    mails: list[EmailMessage] = field(default_factory=list)
    raw: list[bytes] = field(default_factory=list)

    @property
    def server(self) -> MailServer:
        """How to reach it."""
        return MailServer(HOST, self.port, "", "", starttls=False)

    @property
    def environ(self) -> dict[str, str]:
        """The same as settings."""
        return {
            "SMTP_HOST": HOST,
            "SMTP_PORT": str(self.port),
            "SMTP_STARTTLS": "no",
            "SITE_URL": "https://kaart.example",
            "MAIL_FROM": "kaart@kaart.example",
        }

    async def handle_RCPT(self, server, session, envelope, address, options):
        if address in self.refused:
            return "550 no such mailbox"
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server, session, envelope):
        mail = message_from_bytes(envelope.content, policy=default)
        self.raw.append(envelope.content)
        self.mails.append(mail)
        self.after(mail)
        return "250 OK"


def laid_down(instance: Path) -> list[EmailMessage]:
    """The mails that lie in an instance folder, since it has no mail server."""
    return [message_from_bytes(path.read_bytes(), policy=default) for path in (instance / "mail").glob("*.eml")]


@contextmanager
def mail_server(refused: Collection[str] = ()) -> Iterator[Mailbox]:
    """Listens until the block ends."""
    box = Mailbox(free_port(), refused)
    controller = Controller(box, hostname=HOST, port=box.port)
    controller.start()
    try:
        yield box
    finally:
        controller.stop()
