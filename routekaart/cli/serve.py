"""`routekaart serve`: the site on this machine, under a production server."""

import gc
import multiprocessing
import os
import sys
from importlib import import_module

import click

from routekaart import config
from routekaart.engine.findings import ContentError

# Without respawning, one dead worker stops the whole server. No access log: nothing about visitors is written.
SERVER = (
    *("--interface", "wsgi", "--http", "1", "--no-ws", "--no-access-log"),
    *("--workers", "2", "--blocking-threads", "4"),
    *("--respawn-failed-workers", "--workers-kill-timeout", "30", "--workers-max-rss", "512"),
)


@click.command()
@click.option("--host", default="127.0.0.1", show_default=True, help="Address to listen on.")
def serve(host: str) -> None:
    """Serve the site on PORT until it is told to stop."""
    settings = config.load()
    click.echo(f"Routekaart: http://{host}:{settings.port}  (instance: {settings.instance})")
    sys.stdout.flush()
    # Relative paths were meant from here, not from the folder of wsgi.py.
    os.environ |= {"INSTANCE": str(settings.instance), "DATABASE_URL": settings.database_url}
    try:
        run("wsgi", host, settings.port)
    except ContentError as error:
        raise click.ClickException("\n".join(map(str, error.findings))) from error


def run(module: str, host: str, port: int) -> None:
    """Serve the `application` of a module. It is loaded here, once: the workers share its memory and start at once."""
    multiprocessing.set_start_method("fork")
    sys.path.insert(0, str(config.ROOT))
    gc.disable()  # what is loaded stays: looking through it again and again costs a tenth of the start
    import_module(module)
    gc.freeze()
    gc.enable()
    where = ("--working-dir", str(config.ROOT), "--host", host, "--port", str(port))
    sys.argv = ["granian", *SERVER, *where, f"{module}:application"]
    import_module("granian.cli").entrypoint()
