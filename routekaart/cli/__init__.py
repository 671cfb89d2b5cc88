"""The command `routekaart`: a file per command group, imported only when it is called."""

from importlib import import_module

import click

from routekaart.config import BadSettings

COMMANDS = ("content", "db", "links", "publish-due", "remind", "serve", "user", "walk")


class Commands(click.Group):
    """Finds command x-y as `x_y` in `routekaart/cli/x_y.py`."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """The names of COMMANDS, in their order."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The command, or None when there is none of that name."""
        if cmd_name not in COMMANDS:
            return None
        name = cmd_name.replace("-", "_")
        command: click.Command = getattr(import_module(f"{__name__}.{name}"), name)
        return command

    def invoke(self, ctx: click.Context) -> object:
        """Runs the command; a wrong setting ends it with a message and exit 1."""
        try:
            return super().invoke(ctx)
        except BadSettings as error:
            raise click.ClickException(str(error)) from error


@click.group(cls=Commands)
def main() -> None:
    """Routekaart: the reporting code as a digital route map."""
