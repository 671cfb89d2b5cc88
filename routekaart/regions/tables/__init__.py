"""The tables of a region."""

from routekaart.regions.tables.draft import DraftChangeRow, DraftEntryRow, DraftRow
from routekaart.regions.tables.revision import RegionRevision

__all__ = ["DraftChangeRow", "DraftEntryRow", "DraftRow", "RegionRevision"]
