"""Outgoing post, to a real mail server and to files."""

import stat
from dataclasses import replace
from datetime import UTC, datetime
from email import message_from_bytes
from email.policy import default

import pytest

from routekaart.config import MailServer
from routekaart.mail import Letter, Refused, Unreachable, post_office
from tests.support.site import free_port
from tests.support.smtp import mail_server

NOW = datetime(2026, 11, 24, 7, 5, tzinfo=UTC)
LETTER = Letter("iemand@school.nl", "Herinnering", "Eén regel.\nEn nog een.\n")


def test_given_a_mail_server_when_letters_are_sent_then_they_arrive_as_written(settings):
    with mail_server() as box, post_office(replace(settings, mail_server=box.server), NOW) as send:
        send(LETTER)
        send(replace(LETTER, to="ander@school.nl"))
    assert [mail["To"] for mail in box.mails] == ["iemand@school.nl", "ander@school.nl"]
    mail = box.mails[0]
    assert mail.get_content().splitlines() == ["Eén regel.", "En nog een."]
    assert mail["Subject"] == "Herinnering"
    assert mail["Date"].datetime == NOW
    assert mail["Auto-Submitted"] == "auto-generated"
    assert mail["Message-ID"].endswith("@localhost>")


def test_given_an_address_that_is_refused_then_the_next_letter_still_goes(settings):
    with mail_server(refused=["iemand@school.nl"]) as box:
        with post_office(replace(settings, mail_server=box.server), NOW) as send:
            with pytest.raises(Refused):
                send(LETTER)
            send(replace(LETTER, to="ander@school.nl"))
        assert [mail["To"] for mail in box.mails] == ["ander@school.nl"]


@pytest.mark.parametrize("more", [{}, {"starttls": True}, {"user": "me", "password": "hidden-word"}])
def test_given_a_mail_server_that_cannot_be_used_then_it_is_said_without_address_or_password(settings, more):
    with mail_server() as box:
        port = box.port if more else free_port()
        wanted = {"user": "", "password": "", "starttls": False} | more
        with (
            pytest.raises(Unreachable) as refusal,
            post_office(replace(settings, mail_server=MailServer("127.0.0.1", port, **wanted)), NOW) as send,
        ):
            send(LETTER)
    assert "iemand" not in str(refusal.value)
    assert "hidden-word" not in repr(wanted | {"password": ""}) + str(refusal.value)
    assert box.mails == []


def test_given_no_mail_server_then_each_letter_is_a_file_for_its_owner_alone(settings):
    with post_office(settings, NOW) as send:
        send(LETTER)
        send(LETTER)
    folder = settings.instance / "mail"
    files = list(folder.glob("*.eml"))
    assert len(files) == 2
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700
    assert {stat.S_IMODE(one.stat().st_mode) for one in files} == {0o600}
    assert message_from_bytes(files[0].read_bytes(), policy=default)["To"] == "iemand@school.nl"


def test_given_a_letter_or_a_mail_server_then_printing_it_tells_neither_address_nor_password():
    server = MailServer("host", 587, "me", "hidden-word", starttls=True)
    assert "hidden-word" not in repr(server)
    assert "iemand" not in repr(LETTER)
