"""The tables of HSDS as a file: a ZIP with a CSV per table, or JSON, each service with its organization in it. Pure."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterator, Mapping
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from routekaart.exchange import hsds
from routekaart.exchange.archive import opened, part
from routekaart.exchange.csv import read_csv
from routekaart.exchange.sheet import MOST_CHARACTERS, MOST_ROWS, Unreadable, Why, defused

JSON_TYPE = "application/json"
ZIP_TYPE = "application/zip"
_DAY = (1980, 1, 1, 0, 0, 0)
_CHILDREN: Mapping[str, Mapping[str, str]] = {
    "organizations": {
        "services": "organization_id",
        "phones": "organization_id",
        "locations": "organization_id",
        "organization_identifiers": "organization_id",
        "attributes": "link_id",
    },
    "services": {
        "service_areas": "service_id",
        "schedules": "service_id",
        "attributes": "link_id",
    },
    "locations": {"addresses": "location_id"},
}
"""Which tables hang from which, and by which field."""
_DEEPEST = 8
MOST_RECORDS = 5 * MOST_ROWS


def write_zip(tables: hsds.Tables) -> bytes:
    """A CSV per table (the tabular form of HSDS), the same bytes for the same tables."""
    content = io.BytesIO()
    with ZipFile(content, "w", ZIP_DEFLATED) as archive:
        for name, records in tables.items():
            if records:
                archive.writestr(ZipInfo(f"{name}.csv", _DAY), _csv(records), ZIP_DEFLATED)
    return content.getvalue()


def write_json(tables: hsds.Tables) -> bytes:
    """The services, each with its organization (a "service package"). Organizations without services are not in it."""
    nest = _Nest(tables)
    organizations = {one["id"]: nest.nested("organizations", one) for one in tables["organizations"]}
    for one in organizations.values():
        one.pop("services", None)  # they hold it, not it them
    services = [nest.nested("services", one) for one in tables["services"]]
    for one in services:
        one["organization"] = organizations[one["organization_id"]]
    return json.dumps(services, ensure_ascii=False, separators=(",", ":")).encode()


def read_zip(content: bytes) -> hsds.Tables:
    """The tables in a ZIP of CSV files. Raises Unreadable."""
    tables: hsds.Tables = {}
    with opened(content) as archive:
        for path in archive.namelist():
            name = path.rpartition("/")[2].removesuffix(".csv")
            table = next((one for one in hsds.TABLES if name in (one, _one_of(one))), None)
            if table is not None and path.endswith(".csv"):
                tables[table] = _records(part(archive, path))
    if not tables.get("organizations"):
        raise Unreadable(Why.UNKNOWN)
    return tables


def read_json(content: bytes) -> hsds.Tables:
    """The tables in JSON: services with their organization, organizations with their services, or both under their
    names. Raises Unreadable.
    """
    try:
        data = json.loads(content.decode("utf-8-sig"))
    except (ValueError, RecursionError):
        raise Unreadable(Why.UNKNOWN) from None
    tables: hsds.Tables = {name: [] for name in hsds.TABLES}
    for table, record in _tops(data):
        _flatten(table, record, tables, 0)
    for name, records in tables.items():
        tables[name] = list({str(one.get("id")): one for one in records}.values())
    if not tables["organizations"]:
        raise Unreadable(Why.UNKNOWN)
    if any(len(records) > MOST_RECORDS for records in tables.values()):
        raise Unreadable(Why.TOO_MANY_ROWS)
    return tables


def _csv(records: list[hsds.Record]) -> bytes:
    names = list(dict.fromkeys(name for one in records for name in one))
    text = io.StringIO(newline="")
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerow(names)
    writer.writerows([[defused(str(one.get(name, ""))) for name in names] for one in records])
    return text.getvalue().encode()


def _records(content: bytes) -> list[hsds.Record]:
    rows = read_csv(content, most=MOST_RECORDS).rows if content.strip() else ()
    names = [str(name) for name in rows[0]] if rows else []
    return [dict(zip(names, row, strict=False)) for row in rows[1:]]


class _Nest:
    """Puts in each record what hangs from it."""

    def __init__(self, tables: hsds.Tables) -> None:
        self.terms = {one["id"]: one for one in tables["taxonomy_terms"]}
        self.hanging: dict[tuple[str, str, str], list[hsds.Record]] = {}
        for child, key in {pair for children in _CHILDREN.values() for pair in children.items()}:
            for one in tables[child]:
                self.hanging.setdefault((child, key, one.get(key, "")), []).append(one)

    def nested(self, table: str, record: hsds.Record) -> dict[str, Any]:
        """The record with lists of what hangs from it, as deep as it goes."""
        nested: dict[str, Any] = dict(record)
        for child, key in _CHILDREN.get(table, {}).items():
            mine = self.hanging.get((child, key, record["id"]), ())
            if mine:
                nested[child] = [self.nested(child, one) for one in mine]
        if table == "attributes":
            nested["taxonomy_term"] = self.terms[record["taxonomy_term_id"]]
        return nested


def _tops(data: Any) -> Iterator[tuple[str, dict[str, Any]]]:
    """The records at the top of a file with their table."""
    if isinstance(data, dict) and "contents" in data:
        data = data["contents"]
    if isinstance(data, dict):
        for table in ("organizations", "services"):
            yield from ((table, one) for one in _records_of(data.get(table)))
        data = [data] if "name" in data else []
    for one in _records_of(data):
        yield ("services" if "organization" in one or "status" in one else "organizations"), one


def _records_of(value: Any) -> list[dict[str, Any]]:
    return [one for one in value if isinstance(one, dict)] if isinstance(value, list) else []


def _flatten(table: str, record: dict[str, Any], tables: hsds.Tables, depth: int) -> None:
    """A record and what hangs from it, each in its table."""
    if depth > _DEEPEST:
        raise Unreadable(Why.UNSAFE)
    flat: hsds.Record = {name: value for name, value in record.items() if isinstance(value, str | int | float | bool)}
    if any(len(str(value)) > MOST_CHARACTERS for value in flat.values()):
        raise Unreadable(Why.LONG_CELL)
    organization, term = record.get("organization"), record.get("taxonomy_term")
    if table == "services" and isinstance(organization, dict):
        _flatten("organizations", organization, tables, depth + 1)
        flat.setdefault("organization_id", organization.get("id"))
    if table == "attributes" and isinstance(term, dict):
        _flatten("taxonomy_terms", term, tables, depth + 1)
        flat.setdefault("taxonomy_term_id", term.get("id"))
    tables[table].append(flat)
    for child, key in _CHILDREN.get(table, {}).items():
        for one in _records_of(record.get(child)):
            _flatten(child, {key: record.get("id"), **one}, tables, depth + 1)


def _one_of(table: str) -> str:
    return "address" if table == "addresses" else table.removesuffix("s")
