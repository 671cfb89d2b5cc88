"""`routekaart links`: tries the web addresses of the published regions. For cron, once a week."""

from __future__ import annotations

import click

from routekaart import clock, config
from routekaart.storage.database import engine_for, reading, transaction


@click.command()
@click.argument("region", nargs=-1)
def links(region: tuple[str, ...]) -> None:
    """Try the web addresses of REGION, or of every region; what does not answer is told here and at the desk."""
    from routekaart.regions.document import RegionDocument
    from routekaart.regions.revision import all_latest
    from routekaart.upkeep import links as checks
    from routekaart.upkeep.fetching import Verdict

    settings = config.load()
    engine = engine_for(settings.database_url)
    with reading(engine) as session:
        newest = {one.slug: one.document for one in all_latest(session)}
    if unknown := sorted(set(region) - set(newest)):
        raise click.ClickException(f"unknown region: {', '.join(unknown)}; expected one of: {', '.join(newest)}")
    for slug in region or newest:
        where = checks.places(RegionDocument.model_validate_json(newest[slug]))
        answers = checks.ask_all(where, checks.checker(settings.link_check_allows))
        with transaction(engine) as session:
            checks.keep(session, slug, answers, clock.now())
        dead = {address: one.reason for address, one in answers.items() if one.verdict is Verdict.DEAD}
        for address, reason in dead.items():
            click.echo(f"{slug}: {address} ({where[address].name}): {reason}")
        click.echo(f"{slug}: {len(answers)} address(es) tried, {len(dead)} dead.")
