"""`routekaart publish-due`: publishes what was planned for by now. For cron, every few minutes; twice does no harm."""

from __future__ import annotations

import click

from routekaart import config


@click.command("publish-due")
def publish_due() -> None:
    """Publish every planned publication whose moment has come, once; what nobody proved yet is proved first."""
    from routekaart.web import publications
    from routekaart.web.app import create_app

    with create_app(config.load()).app_context():
        published, left = publications.publish_due(prove_first=True)
    click.echo(f"{published} publication(s) published, {left} not: see the desk of the region.")
