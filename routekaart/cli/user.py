"""`routekaart user`: accounts for the desk, for who runs the installation. The first administrator is made here."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click
from sqlalchemy import Engine

from routekaart import clock, config
from routekaart.config import Settings
from routekaart.mail import Letter, Refused, Unreachable, post_office
from routekaart.storage.database import engine_for, reading, transaction

if TYPE_CHECKING:
    from routekaart.accounts.account import Account

ROLES = ("national", "coordinator", "editor", "trainer")


@click.group()
def user() -> None:
    """Accounts for the desk."""


@user.command()
@click.argument("email")
@click.option("--role", type=click.Choice(ROLES), required=True, help="What they are.")
@click.option("--region", default="", help="Slug of the region; not for a national administrator.")
@click.option("--function", default="", help="What they are called at the desk.")
def invite(email: str, role: str, region: str, function: str) -> None:
    """Invite EMAIL: mails a link that works once, for seven days, and prints it."""
    from routekaart.accounts import account as accounts
    from routekaart.accounts import links
    from routekaart.accounts.policy import Role
    from routekaart.presenters.account_letters import invitation_letter
    from routekaart.presenters.account_words import in_region

    settings, engine, given = *_opened(), Role(role)
    name, address = _region_name(engine, given is Role.NATIONAL, region), accounts.valid(email)
    if address is None:
        raise click.ClickException(f"{email}: not a mail address; expected name@host")
    try:
        with transaction(engine) as session:
            key, now = settings.key("links"), clock.now()
            token = links.invite(session, address, function, given, region, key=key, now=now)
    except links.HasRole:
        raise click.ClickException(f"{address} has this role already") from None
    click.echo(f"{settings.site_url}/bureau/uitnodiging/{token}")
    _send(settings, invitation_letter(address, in_region(given, name), site=settings.site_url, token=token))


@user.command("list")
def list_() -> None:
    """Every account with its roles, and what is not as it should be."""
    from routekaart.accounts import account as accounts
    from routekaart.accounts.people import roles_of

    with reading(_opened()[1]) as session:
        found = accounts.everybody(session)
        for one in found:
            roles = ", ".join(f"{role}{f' ({slug})' if slug else ''}" for role, slug in roles_of(session, one.id))
            state = [text for text, holds in (("locked", one.is_locked), ("no app yet", not one.has_app)) if holds]
            click.echo("\t".join([one.email, roles or "no role", *state]))
    click.echo(f"{len(found)} account(s).")


@user.command()
@click.argument("email")
def lock(email: str) -> None:
    """Shut the account of EMAIL; it is signed out everywhere."""
    _set_locked(email, True)
    click.echo(f"{email} is locked and signed out everywhere.")


@user.command()
@click.argument("email")
def unlock(email: str) -> None:
    """Open the account of EMAIL again."""
    _set_locked(email, False)
    click.echo(f"{email} can sign in again.")


@user.command("reset-totp")
@click.argument("email")
def reset_totp(email: str) -> None:
    """Take password and app of EMAIL away; mails and prints a link to set both anew. First make sure who asks."""
    from routekaart.accounts import account as accounts
    from routekaart.accounts import links
    from routekaart.presenters.account_letters import begin_anew_letter

    settings, engine = _opened()
    with transaction(engine) as session:
        account, now = _account(accounts.by_email(session, email), email), clock.now()
        accounts.forget_app(session, account.id, now)
        lasts, key = links.INVITATION_LASTS, settings.key("links")
        token = links.reset_link(session, account.id, lasts=lasts, key=key, now=now)
    click.echo(f"{settings.site_url}/bureau/wachtwoord/{token}")
    _send(settings, begin_anew_letter(account.email, site=settings.site_url, token=token))


def _opened() -> tuple[Settings, Engine]:
    settings = config.load()
    return settings, engine_for(settings.database_url)


def _set_locked(email: str, is_locked: bool) -> None:
    from routekaart.accounts import account as accounts

    with transaction(_opened()[1]) as session:
        accounts.set_locked(session, _account(accounts.by_email(session, email), email).id, is_locked)


def _account(found: Account | None, email: str) -> Account:
    if found is None:
        raise click.ClickException(f"{email}: no such account; `routekaart user list` shows who there is")
    return found


def _region_name(engine: Engine, is_national: bool, slug: str) -> str:
    """The name of a region that is live; ends the command when there is none."""
    from routekaart.regions.document import RegionDocument
    from routekaart.regions.revision import latest, numbers

    if is_national:
        if slug:
            raise click.ClickException("a national administrator has no region; leave --region out")
        return ""
    with reading(engine) as session:
        found, known = latest(session, slug), numbers(session)
    if found is None:
        raise click.ClickException(f"--region {slug or '(none)'}: unknown; expected one of: {', '.join(sorted(known))}")
    return RegionDocument.model_validate_json(found.document).name


def _send(settings: Settings, letter: Letter) -> None:
    try:
        with post_office(settings, clock.now()) as send:
            send(letter)
    except (Refused, Unreachable) as error:
        raise click.ClickException(f"the mail did not go out ({error}); pass the link on yourself") from None
    if settings.mail_server is None:
        click.echo(
            f"SMTP_HOST is not set: the mail is a file in {settings.instance / 'mail'}; pass the link on yourself."
        )
