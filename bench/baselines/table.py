"""The rows that the bare view changes."""

from sqlalchemy import Column, Date, LargeBinary, MetaData, Table

SIZE = 1 + 12 + 2048 + 16
rows = Table(
    "bench_row",
    MetaData(),
    Column("id", LargeBinary(32), primary_key=True),
    Column("content", LargeBinary),
    Column("day", Date),
    sqlite_with_rowid=False,
)


def row_id(number: int) -> bytes:
    """The key of a row."""
    return number.to_bytes(32, "big")
