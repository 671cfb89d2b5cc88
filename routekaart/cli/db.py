"""`routekaart db`: the database's tables, first regions and expired walks."""

from pathlib import Path

import click

from routekaart import clock, config
from routekaart.engine.findings import ContentError
from routekaart.storage.database import engine_for, scrub, transaction


@click.group()
def db() -> None:
    """Look after the database."""


@db.command()
def upgrade() -> None:
    """Bring the tables up to date; does nothing when they are."""
    from routekaart.storage.migrating import upgrade as run

    run(engine_for(config.load().database_url))
    click.echo("The database is up to date.")


@db.command()
@click.option("--content", default=str(config.ROOT / "content"), show_default=True, help="Folder with the content.")
def seed(content: str) -> None:
    """Publish each region and region group of content/ that the database lacks; never changes one that it has."""
    from routekaart.regions.files import read_regions
    from routekaart.regions.groups import StoredGroup
    from routekaart.regions.seeding import seed as run

    try:
        found = read_regions(Path(content))
    except ContentError as error:
        raise click.ClickException("\n".join(map(str, error.findings))) from error
    with transaction(engine_for(config.load().database_url)) as session:
        slugs = run(session, found.regions.values(), now=clock.now())
        groups = run(session, map(StoredGroup, found.groups.values()), now=clock.now())
    click.echo(f"{len(slugs)} region(s) seeded: {', '.join(slugs) or 'none were missing'}.")
    click.echo(f"{len(groups)} region group(s) seeded.")


@db.command()
def purge() -> None:
    """Remove walks whose term is over, reminders that could not be sent in time, and sheets that nobody confirmed."""
    from routekaart.regions.uploads import purge_uploads
    from routekaart.walks import reminders
    from routekaart.walks.store import purge_expired

    engine = engine_for(config.load().database_url)
    with transaction(engine) as session:
        count = purge_expired(session, clock.now())
        reminders.purge(session, clock.today())
        purge_uploads(session, clock.now())
    scrub(engine)
    click.echo(f"{count} expired walk(s) removed.")
