"""The command `routekaart`: one group, to which each command module is added."""

import click


@click.group()
def main() -> None:
    """Routekaart: the reporting code as a digital route map."""
