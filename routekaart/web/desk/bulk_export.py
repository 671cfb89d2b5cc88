"""Taking the social map out of a region: as sheets, as HSDS, or the whole region as YAML."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from flask import Response, abort
from flask.typing import ResponseReturnValue

from routekaart.exchange import csv, hsds_files, xlsx
from routekaart.presenters.desk_form import Around
from routekaart.presenters.sheet_cells import Words
from routekaart.presenters.sheet_columns import TITLES
from routekaart.presenters.sheet_files import hsds_of
from routekaart.presenters.sheet_writing import explanation, sheets_of
from routekaart.regions.document import RegionDocument
from routekaart.regions.entries import unchecked
from routekaart.web.desk import bp
from routekaart.web.desk.frame import live_region
from routekaart.web.desk.keeping import around_draft, draft
from routekaart.web.services import services

DRAFT, LIVE = "concept", "gepubliceerd"
YAML_TYPE = "application/yaml; charset=utf-8"
Made = tuple[bytes, str]


@bp.get("/<slug>/uitdraaien/<source>/<name>")
def bulk_export(slug: str, source: str, name: str) -> ResponseReturnValue:
    """The draft or the published region in one of the forms."""
    make = FORMS.get(name)
    if make is None or source not in (DRAFT, LIVE):
        abort(404)
    with draft(slug) as session:
        around = around_draft(session, slug)
    document = live_region(slug).document if source == LIVE else unchecked(around.data)
    content, kind = make(document, sheet_words(around))
    return answered(content, kind, f"{slug}-{source}-{name}")


@bp.get("/<slug>/inlezen/voorbeeld.xlsx")
def bulk_template(slug: str) -> ResponseReturnValue:
    """Empty sheets with their headings, and what belongs in each column."""
    with draft(slug) as session:
        words = sheet_words(around_draft(session, slug))
    content = xlsx.write_xlsx([*sheets_of((), words), explanation(words)])
    return answered(content, xlsx.CONTENT_TYPE, f"{slug}-voorbeeld.xlsx")


def sheet_words(around: Around) -> Words:
    """What the cells of a region's sheets may refer to; themes are those of the protocol and those in use."""
    used = {one for partner in around.data["partners"] for service in partner["services"] for one in service["themes"]}
    edition = services().maps.atlas.edition(around.data["edition"])
    return Words(around.municipalities, around.roles, frozenset(used | {one.id for one in edition.branches}))


def answered(content: bytes, kind: str, name: str) -> ResponseReturnValue:
    """A file to keep."""
    return Response(content, mimetype=kind, headers={"Content-Disposition": f'attachment; filename="{name}"'})


def _xlsx(document: RegionDocument, words: Words) -> Made:
    return xlsx.write_xlsx([*sheets_of(_partners(document), words), explanation(words)]), xlsx.CONTENT_TYPE


def _yaml(document: RegionDocument, words: Words) -> Made:
    return document.to_yaml().encode(), YAML_TYPE


def _hsds_zip(document: RegionDocument, words: Words) -> Made:
    return hsds_files.write_zip(hsds_of(document.slug, _partners(document), words)), hsds_files.ZIP_TYPE


def _hsds_json(document: RegionDocument, words: Words) -> Made:
    return hsds_files.write_json(hsds_of(document.slug, _partners(document), words)), hsds_files.JSON_TYPE


def _csv(title: str) -> Callable[[RegionDocument, Words], Made]:
    def make(document: RegionDocument, words: Words) -> Made:
        sheets = {one.name: one for one in sheets_of(_partners(document), words)}
        return csv.write_csv(sheets[title].rows), csv.CONTENT_TYPE

    return make


def _partners(document: RegionDocument) -> list[dict[str, Any]]:
    return [one.model_dump(mode="json") for one in document.partners]


FORMS: Mapping[str, Callable[[RegionDocument, Words], Made]] = {
    "sociale-kaart.xlsx": _xlsx,
    **{f"{title.lower()}.csv": _csv(title) for title in TITLES.values()},
    "hsds.zip": _hsds_zip,
    "hsds.json": _hsds_json,
    "regio.yaml": _yaml,
}
