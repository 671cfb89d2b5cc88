"""`routekaart remind`: sends reminders that are due, and asks partners whether their entry is right. Daily, by cron."""

from __future__ import annotations

import fcntl
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import click
from sqlalchemy import Engine

from routekaart import clock, config
from routekaart.config import Settings
from routekaart.mail import Refused, Unreachable, post_office
from routekaart.storage.database import engine_for, reading, scrub, transaction


class Busy(Exception):
    """Another run is going on in this instance."""


@click.command()
def remind() -> None:
    """Send the reminders that are due, each address once, and remove them; what is too old goes unsent.

    Then ask the partners whose check runs out whether their entry is still right, each at most once in thirty days.
    """
    settings = config.load()
    engine = engine_for(settings.database_url)
    try:
        with only_one(settings.instance):
            sent, refused = send_due(engine, settings)
            asked, not_taken = ask_partners(engine, settings)
    except Busy:
        raise click.ClickException("another run is still busy; nothing was sent") from None
    except Unreachable as error:
        raise click.ClickException(f"the mail server takes nothing now ({error}); try again later") from None
    scrub(engine)
    click.echo(f"{sent} reminder(s) sent, {refused} refused by the mail server.")
    if asked or not_taken:
        click.echo(f"{asked} partner(s) asked whether their entry is right, {not_taken} refused by the mail server.")
    if settings.mail_server is None:
        click.echo(f"SMTP_HOST is not set: the mails are files in {settings.instance / 'mail'}.")


def send_due(engine: Engine, settings: Settings) -> tuple[int, int]:
    """How many were sent and refused. A row goes right after its mail: a crash in between sends that one once more."""
    from routekaart.presenters.reminder_letter import reminder_letter
    from routekaart.walks import reminders

    today, key, refused = clock.today(), settings.key("reminders"), 0
    with transaction(engine) as session:
        reminders.purge(session, today)
    with reading(engine) as session:
        waiting = reminders.due(session, today, key=key)
    if not waiting:
        return 0, 0
    with post_office(settings, clock.now()) as send:
        for one in waiting:
            stop = reminders.stop_token(one.address, key=key)
            try:
                send(reminder_letter(one.address, site=settings.site_url, stop=stop))
            except Refused:
                refused += 1
                continue
            with transaction(engine) as session:
                reminders.sent(session, one)
    return len(waiting) - refused, refused


def ask_partners(engine: Engine, settings: Settings) -> tuple[int, int]:
    """How many partners were asked and refused. What was sent is kept right after the mail, as for reminders."""
    from routekaart.upkeep.posting import due_letters, post

    with reading(engine) as session:
        due = due_letters(session, clock.today())
    if not due:
        return 0, 0
    key, refused = settings.key("partner letters"), 0
    with post_office(settings, clock.now()) as send:
        for one in due:
            try:
                with transaction(engine) as session:
                    post(session, one, send, site=settings.site_url, key=key, now=clock.now())
            except Refused:
                refused += 1
    return len(due) - refused, refused


@contextmanager
def only_one(instance: Path) -> Iterator[None]:
    """Raises Busy when another process is in here: two at once would send each mail twice."""
    with (instance / "remind.lock").open("w") as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            raise Busy from None
        yield
