"""One engine for SQLite and PostgreSQL, and the transactions on it."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from sqlite3 import Connection as SQLiteConnection
from typing import Any, Protocol

from sqlalchemy import Connection, DateTime, Dialect, Engine, MetaData, TypeDecorator, create_engine, event
from sqlalchemy.orm import DeclarativeBase, Session
from sqlalchemy.pool import ConnectionPoolEntry

# Names that do not differ per database, so that a later migration can drop a constraint by name on both.
NAMES = {
    "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "ck": "ck_%(table_name)s_%(constraint_name)s",
    "fk": "fk_%(table_name)s_%(column_0_N_name)s_%(referred_table_name)s",
    "pk": "pk_%(table_name)s",
}

# secure_delete: what is removed is overwritten with zeros, so nothing stays behind in a free page.
# synchronous=NORMAL: safe against corruption in WAL mode; a power cut may undo the last moments.
PRAGMAS = (
    "PRAGMA busy_timeout = 5000",
    "PRAGMA journal_mode = WAL",
    "PRAGMA synchronous = NORMAL",
    "PRAGMA foreign_keys = ON",
    "PRAGMA secure_delete = ON",
    "PRAGMA temp_store = MEMORY",
)


class Base(DeclarativeBase):
    """What every table of every room derives from."""

    metadata = MetaData(naming_convention=NAMES)


class Moment(TypeDecorator[datetime]):
    """An aware moment, kept in UTC and read back aware, on both databases. Refuses a naive one."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        """To UTC."""
        if value is not None and value.tzinfo is None:
            raise ValueError("a moment without a time zone")
        return None if value is None else value.astimezone(UTC)

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        """SQLite keeps no time zone; what is in there is UTC."""
        if value is None:
            return None
        return value.astimezone(UTC) if value.tzinfo else value.replace(tzinfo=UTC)


def engine_for(url: str) -> Engine:
    """The engine behind a `sqlite:///file` or `postgresql+psycopg://…` address; makes no connection yet."""
    if not url.startswith("sqlite"):
        return create_engine(url, pool_pre_ping=True)
    engine = create_engine(url)
    event.listen(engine, "connect", _prepare)
    event.listen(engine, "begin", _begin)
    return engine


@contextmanager
def transaction(engine: Engine) -> Iterator[Session]:
    """A session that may write; commits at the end, and undoes everything when an error passes."""
    with Session(engine.execution_options(writes=True), expire_on_commit=False) as session, session.begin():
        yield session


class Rows(Protocol):
    """What reads and changes plain rows: a `Session`, or one of the two transactions below."""

    def connection(self) -> Connection:
        """The connection of its transaction."""


@dataclass(frozen=True, slots=True)
class PlainRows:
    """A transaction without the bookkeeping of objects, which costs more than finding or changing one row."""

    held: Connection

    def connection(self) -> Connection:
        """The connection of its transaction."""
        return self.held


@contextmanager
def changing_rows(engine: Engine) -> Iterator[Rows]:
    """As `transaction`, for rows alone."""
    with engine.execution_options(writes=True).begin() as connection:
        yield PlainRows(connection)


@contextmanager
def reading_rows(engine: Engine) -> Iterator[Rows]:
    """As `reading`, for rows alone."""
    with engine.connect() as connection:
        yield PlainRows(connection)


@contextmanager
def reading(engine: Engine) -> Iterator[Session]:
    """A session that only reads, and so never waits for a writer."""
    with Session(engine) as session:
        yield session


def scrub(engine: Engine) -> None:
    """After a wipe: empties SQLite's write-ahead log, where older pages would linger. Call outside a transaction.

    When another process is just reading, the log shrinks at a later call. PostgreSQL clears dead rows by itself.
    """
    if engine.dialect.name != "sqlite":
        return
    raw = engine.raw_connection()
    try:
        raw.cursor().execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
    finally:
        raw.close()


def _prepare(connection: SQLiteConnection, entry: ConnectionPoolEntry) -> None:
    """Settings of one connection; the driver itself may start no transaction, since `_begin` does."""
    connection.isolation_level = None
    for pragma in PRAGMAS:
        connection.execute(pragma).fetchall()


def _begin(connection: Connection) -> None:
    """A writer takes the lock at once: a reader that turns into a writer halfway would fail when another one wrote."""
    options: Mapping[str, Any] = connection.get_execution_options()
    if options.get("writes"):
        connection.exec_driver_sql("BEGIN IMMEDIATE")  # may find the lock taken: that is told as every database error
    else:
        connection.connection.cursor().execute("BEGIN")
