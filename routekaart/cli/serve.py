"""`routekaart serve`: the site on this machine, under a production server."""

import os
import sys

import click

from routekaart import config

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
    where = ("--working-dir", str(config.ROOT), "--host", host, "--port", str(settings.port))
    # Relative paths were meant from here, not from the folder of wsgi.py.
    environ = os.environ | {"INSTANCE": str(settings.instance), "DATABASE_URL": settings.database_url}
    os.execve(sys.executable, [sys.executable, "-m", "granian", *SERVER, *where, "wsgi:application"], environ)
