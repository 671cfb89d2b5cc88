"""`routekaart content`: check the content, and draw it."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from routekaart import config
from routekaart.engine.findings import ContentError

CONTENT = click.option(
    "--content",
    type=click.Path(path_type=Path),
    default=config.ROOT / "content",
    show_default=True,
    help="Folder with the content.",
)


@click.group()
def content() -> None:
    """Look after the protocols, sectors and regions in content/."""


@content.command()
@CONTENT
def check(content: Path) -> None:
    """Validate everything and prove the safety rules on every edition, sector and region."""
    from routekaart.regions.proving import check_content

    try:
        checked = check_content(content)
    except ContentError as error:
        for finding in error.findings:
            click.echo(str(finding))
        click.echo(f"{len(error.findings)} finding(s).", err=True)
        sys.exit(1)
    click.echo(
        f"{checked.combinations} combinations of edition, sector, region and organisation hold: "
        f"{checked.different_maps} different maps, {checked.nodes} nodes, {checked.options} options and "
        f"{checked.invariants} invariants proved."
    )
    click.echo(f"{checked.regions_with_gaps} regions have gaps: {checked.gaps} roles that nobody fills yet.")
