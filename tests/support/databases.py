"""Empty, migrated databases for the tests: one of each kind for every worker, clean for every test."""

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy import URL, Connection, create_engine, inspect, text

from routekaart.storage.database import engine_for
from routekaart.storage.migrating import upgrade
from tests.support import postgres

END_UNFINISHED = """
SELECT pg_terminate_backend(pid) FROM pg_stat_activity
WHERE datname = current_database() AND pid <> pg_backend_pid() AND state LIKE 'idle in transaction%'
"""


class SqliteDatabases:
    """Migrates one file and hands out copies."""

    def __init__(self, folder: Path) -> None:
        self.original = folder / "migrated.sqlite3"

    def at(self, path: Path) -> str:
        """The address of a new, migrated database at that path."""
        if not self.original.exists():
            migrate(f"sqlite:///{self.original}")
        shutil.copy(self.original, path)
        return f"sqlite:///{path}"


class PostgresDatabase:
    """One database of this worker on the server of this run; emptied after each test."""

    def __init__(self, folder: Path, worker: str) -> None:
        self.server = postgres.server(folder)
        self.name = f"routekaart_{worker}_{os.getpid()}"
        with administering(self.server) as connection:
            connection.execute(text(f'CREATE DATABASE "{self.name}"'))
        migrate(self.url)

    @property
    def url(self) -> str:
        """The address of the database, with its password if it has one."""
        return self.server.set(database=self.name).render_as_string(hide_password=False)

    def empty(self) -> None:
        """Removes every row but the migration's own; ends what a failed test left open."""
        with administering(self.server.set(database=self.name)) as connection:
            connection.execute(text(END_UNFINISHED))
            tables = [f'"{name}"' for name in inspect(connection).get_table_names() if name != "alembic_version"]
            if tables:
                connection.execute(text(f"TRUNCATE {', '.join(tables)} RESTART IDENTITY CASCADE"))

    def drop(self) -> None:
        """Removes the database, whoever is still connected to it."""
        with administering(self.server) as connection:
            connection.execute(text(f'DROP DATABASE IF EXISTS "{self.name}" WITH (FORCE)'))


@contextmanager
def administering(url: URL) -> Iterator[Connection]:
    """A connection in which each statement stands by itself."""
    engine = create_engine(url, isolation_level="AUTOCOMMIT")
    try:
        with engine.connect() as connection:
            yield connection
    finally:
        engine.dispose()


def migrate(url: str) -> None:
    """Brings the database at this address to the newest tables."""
    engine = engine_for(url)
    upgrade(engine)
    engine.dispose()
