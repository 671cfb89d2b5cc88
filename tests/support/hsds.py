"""What the published schemas of HSDS 3.0 say of a record."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from typing import Any

from jsonschema import Draft202012Validator, FormatChecker
from referencing import Registry, Resource
from referencing.jsonschema import DRAFT202012

FOLDER = Path(__file__).parent / "vendor" / "hsds"


def wrong(kind: str, record: dict[str, Any]) -> list[str]:
    """What is wrong with an organization, service, phone…"""
    return [f"{error.json_path}: {error.message}" for error in _validator(kind).iter_errors(record)]


@cache
def _validator(kind: str) -> Draft202012Validator:
    schemas = {path.name: json.loads(path.read_text()) for path in FOLDER.glob("*.json")}
    resources = [(name, Resource.from_contents(one, DRAFT202012)) for name, one in schemas.items()]
    registry: Registry = Registry().with_resources(resources)
    return Draft202012Validator(schemas[f"{kind}.json"], registry=registry, format_checker=FormatChecker())
