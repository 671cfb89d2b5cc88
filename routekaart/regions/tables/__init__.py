"""The tables of a region."""

from routekaart.regions.tables.bulk import BulkUploadRow
from routekaart.regions.tables.draft import DraftChangeRow, DraftEntryRow, DraftRow
from routekaart.regions.tables.publication import PlannedPublicationRow, ProofRow
from routekaart.regions.tables.revision import RegionRevision

__all__ = [
    "BulkUploadRow",
    "DraftChangeRow",
    "DraftEntryRow",
    "DraftRow",
    "PlannedPublicationRow",
    "ProofRow",
    "RegionRevision",
]
