"""`routekaart content`: check the content, and draw it."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from routekaart import clock, config
from routekaart.engine.findings import ContentError

if TYPE_CHECKING:
    from routekaart.drawing.transit import Size

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


@content.command()
@CONTENT
@click.option("--edition", help="One edition instead of all.")
@click.option("--sector", default="geen-sector", show_default=True, help="The sector whose map is looked at.")
def invariants(content: Path, edition: str | None, sector: str) -> None:
    """List each safety rule with the branches that it guards: it breaks when such a branch does not come."""
    from routekaart.atlas import Atlas
    from routekaart.engine.proofs import guarding

    atlas = Atlas(content)
    with _findings_told():
        for edition_id in [edition] if edition else atlas.edition_ids:
            found = atlas.edition(edition_id)
            guards = {one.id: guarding(found, atlas.sector(sector), one) for one in found.branches}
            click.echo(f"\n{found.title}")
            for rule in found.invariants:
                branches = ", ".join(branch for branch, rules in guards.items() if rule in rules)
                click.echo(f"{rule.id}  {branches or '-'}\n    {rule.text}")


@content.command()
@CONTENT
@click.option("--region", default="voorbeeldregio", show_default=True, help="Name of its file in content/regions.")
@click.option("--sector", default="geen-sector", show_default=True, help="Name of its file in content/sectors.")
@click.option("--edition", help="Another edition than the region's own.")
@click.option("--size", type=click.Choice(["full", "strip", "vertical"]), default="full", show_default=True)
@click.option("-o", "--output", type=click.Path(path_type=Path), help="File to write; without it to the terminal.")
def graph(content: Path, region: str, sector: str, edition: str | None, size: Size, output: Path | None) -> None:
    """Draw the map of a region and a sector as an SVG that stands on its own."""
    from routekaart.drawing import transit_map
    from routekaart.regions.written import UnknownName, WrittenRegions

    try:
        routemap = WrittenRegions(content).map(region, sector, edition=edition).routemap
    except ContentError as error:
        raise click.ClickException("\n".join(map(str, error.findings))) from error
    except UnknownName as error:
        raise click.ClickException(f'unknown {error.kind} "{error.name}"; expected: {", ".join(error.near)}') from error
    svg = transit_map(routemap, size=size, standalone=True)
    if output is None:
        click.echo(svg)
    else:
        output.write_text(svg, encoding="utf-8")
        click.echo(f"{output}: {routemap.edition.title}, {routemap.sector.title}")


@content.command()
@CONTENT
@click.option("--today", type=click.DateTime(["%Y-%m-%d"]), help="Another day than today to count from.")
def sources(content: Path, today: datetime | None) -> None:
    """List per file its sources, and which files are due: never reviewed, or longer ago than a year."""
    from routekaart.content.freshness import reviews

    day = today.date() if today else clock.today()
    with _findings_told():
        found = reviews(content)
    for one in found:
        since = f"reviewed {one.reviewed}" if one.reviewed else "never reviewed"
        click.echo(f"{one.file}: {since}{', due' if one.is_due(day) else ''}")
        for source in one.sources:
            click.echo(f"    {source}")
    due = sum(one.is_due(day) for one in found)
    click.echo(f"{due} of {len(found)} files are due on {day}.")


@content.command()
@CONTENT
def readability(content: Path) -> None:
    """Measure how easy the texts read (Flesch-Douma), per file, and list the hardest twenty sentences."""
    from routekaart.content.readability import MOST_WORDS, hardest, level_of, levels

    with _findings_told():
        found = levels(content)
    for level in sorted(found, key=lambda one: one.score):
        counted = f"{len(level.sentences):5} sentences, longest {level.longest.words:2} words"
        click.echo(f"{level.score:6.1f}  {counted}  {level.file}")
    click.echo("\nThe hardest twenty sentences:")
    for one in hardest(found):
        click.echo(f"{one.score:6.1f}  {one.file}:{one.line}: {one.text}")
    every = tuple(one for level in found for one in level.sentences)
    long = sum(one.words > MOST_WORDS for one in every)
    click.echo(f"\n{len(every)} sentences read at {level_of(every):.1f}; {long} have more than {MOST_WORDS} words.")


@contextmanager
def _findings_told() -> Iterator[None]:
    """What cannot be read ends the command with file, line and cause."""
    try:
        yield
    except ContentError as error:
        raise click.ClickException("\n".join(map(str, error.findings))) from error


@content.command()
@click.argument("folder", type=click.Path(path_type=Path, file_okay=False))
def export(folder: Path) -> None:
    """Write the live regions of the database to FOLDER, one YAML file each, as content/regions has them.

    Region groups go to the folder region-groups inside it.
    """
    from routekaart.regions.document import RegionDocument, RegionGroupDocument
    from routekaart.regions.revision import all_latest
    from routekaart.storage.database import engine_for, reading

    with reading(engine_for(config.load().database_url)) as session:
        revisions, groups = all_latest(session), all_latest(session, groups=True)
    (folder / "region-groups").mkdir(parents=True, exist_ok=True)
    for group in (RegionGroupDocument.model_validate_json(one.document) for one in groups):
        (folder / "region-groups" / f"{group.slug}.yaml").write_text(group.to_yaml(), encoding="utf-8")
    for one in revisions:
        text = RegionDocument.model_validate_json(one.document).to_yaml()
        (folder / f"{one.slug}.yaml").write_text(text, encoding="utf-8")
    click.echo(f"{len(revisions)} region(s) written to {folder}.")
