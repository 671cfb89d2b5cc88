"""Builders of directories and region documents that name only what matters."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from routekaart.content.source import read
from routekaart.directory import Directory, Municipality, National, Partner, Region, Role, RoleBinding, RoleLevel
from routekaart.regions.document import RegionDocument

CONTENT = Path(__file__).parents[2] / "content"


def role(name: str, *fallback: str, level: RoleLevel = RoleLevel.REGION) -> Role:
    """A role with national fallbacks."""
    return Role(name, name, "doet iets", level, "Bel Veilig Thuis.", fallback)


def directory(
    *bindings: RoleBinding, roles: tuple[Role, ...] = (), national: tuple[str, ...] = (), **fields: Any
) -> Directory:
    """A region with municipalities `stad` and `dorp`, in which partners called after their id fill roles."""
    region = Region("r", "R", "R", "e", (Municipality("stad", "Stad"), Municipality("dorp", "Dorp")))
    partners = {one.partner: Partner(one.partner, one.partner) for one in bindings}
    known = National({one.id: one for one in roles}, {one: Partner(one, one, national=True) for one in national})
    return Directory(region, known, partners, bindings, **fields)


def document_data(**changes: Any) -> dict[str, Any]:
    """Plain data of a small valid fictional region."""
    data: dict[str, Any] = {
        "schema_version": 1,
        "slug": "proefregio",
        "name": "Proefregio",
        "display_name": "Proefkaart",
        "edition": "meldcode-2019",
        "fictional": True,
        "municipalities": [{"code": "VB1", "name": "Proefstad"}, {"code": "VB2", "name": "Proefdorp"}],
        "partners": [
            {
                "id": "team",
                "name": "Team",
                "roles": ["lokaal-team"],
                "contacts": [{"kind": "phone", "value": "0800-2000"}],
            }
        ],
        "bindings": [{"role": "lokaal-team", "partner": "team"}],
        "covenants": [{"id": "papier", "name": "Papier", "signatories": ["team"]}],
        "agreements": [
            {"id": "bellen", "step": "overleg", "role": "lokaal-team", "does": "Belt terug.", "covenant": "papier"}
        ],
    }
    return data | changes


def voorbeeldregio() -> RegionDocument:
    """The fictional region that is filled from top to bottom."""
    return RegionDocument.model_validate(read(CONTENT / "regions" / "voorbeeldregio.yaml").data)
