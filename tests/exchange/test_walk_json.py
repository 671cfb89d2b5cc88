"""The documented form of a walk: the schema is the form's own, and documents keep to it."""

import json
import re

from routekaart import config
from routekaart.exchange.walk_json import WalkJson, schema_text
from tests.support import scenarios

DOCS = config.ROOT / "docs"


def test_given_the_form_then_the_schema_in_the_docs_is_its_own():
    """When it differs: write schema_text() there, and raise schema_version if a field changed or went."""
    assert (DOCS / "walk.schema.json").read_text(encoding="utf-8") == schema_text()


def test_given_the_schema_then_each_top_field_is_required_and_stands_in_the_page():
    schema = json.loads(schema_text())
    page = (DOCS / "walk-json.md").read_text(encoding="utf-8")
    assert set(schema["required"]) == set(schema["properties"])
    assert all(f"`{name}`" in page for name in schema["properties"] if name != "today")


def test_given_a_finished_case_when_written_and_read_then_it_is_the_same_document():
    case = scenarios.read(config.ROOT / "tests" / "scenarios" / "huisverbod.yaml")
    (_, found, _), *_ = case.walked()
    assert WalkJson.model_validate_json(found.to_text()) == found
    assert re.search(r'"huisverbod-dag-10"', found.to_text())
