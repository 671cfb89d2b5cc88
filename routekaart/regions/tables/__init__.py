"""The tables of a region."""

from routekaart.regions.tables.revision import RegionRevision

__all__ = ["RegionRevision"]
