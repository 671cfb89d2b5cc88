"""`routekaart walk`: a walk without a browser. Nothing of the answers is written anywhere."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

import click

from routekaart import clock, config
from routekaart.engine.findings import ContentError

if TYPE_CHECKING:
    from routekaart.regions.written import WrittenMap

KINDS = {"region": "regio", "sector": "sector", "edition": "editie", "organisation": "organisatie"}


@click.command()
@click.option("--region", required=True, help="Name of its file in content/regions.")
@click.option("--sector", required=True, help="Name of its file in content/sectors.")
@click.option("--edition", help="Another edition than the region's own.")
@click.option("--organisation", help="An organisation of the region.")
@click.option(
    "--answers", type=click.Path(path_type=Path), help="Answers as JSON (docs/walk-json.md); prints the walk as JSON."
)
@click.option("--content", type=click.Path(path_type=Path), default=config.ROOT / "content", help="Folder to read.")
def walk(
    region: str, sector: str, edition: str | None, organisation: str | None, answers: Path | None, content: Path
) -> None:
    """Walk the protocol of a region: asks on the terminal, or answers a file of answers with JSON."""
    from routekaart.regions.written import UnknownName, WrittenRegions

    try:
        here = WrittenRegions(content).map(region, sector, edition=edition, organisation=organisation)
    except ContentError as error:
        fail(*map(str, error.findings))
    except UnknownName as error:
        fail(f"{KINDS[error.kind]} “{error.name}” bestaat niet; verwacht: {', '.join(error.near) or 'geen'}")
    if answers is not None:
        click.echo(walked(answers, here), nl=False)
        return
    from routekaart.cli.terminal import Terminal

    Terminal(here.routemap, here.directory, clock.today()).run()


def walked(file: Path, here: WrittenMap) -> str:
    """The walk that a file of answers gives, as JSON; ends the command when the file is wrong."""
    from routekaart.directory import public_holidays
    from routekaart.engine.walk import walk as walk_with
    from routekaart.exchange.answers_json import BadAnswers, read_answers
    from routekaart.presenters.walk_json import walk_document

    try:
        given = read_answers(file.read_text(encoding="utf-8"), here.routemap)
    except (OSError, UnicodeDecodeError) as error:
        fail(f"{file}: kan niet gelezen worden ({type(error).__name__}); verwacht: een tekstbestand in UTF-8")
    except BadAnswers as error:
        fail(*(f"{file}: {problem}" for problem in error.problems))
    found = walk_with(here.routemap, given.answers)
    today = given.today or clock.today()
    return walk_document(
        found, here.directory, today=today, is_holiday=lambda d: d in public_holidays(d.year)
    ).to_text()


def fail(*problems: str) -> NoReturn:
    """Say what is wrong and end with exit 1."""
    for problem in problems:
        click.echo(problem, err=True)
    raise SystemExit(1)
