"""WHO: the partners of a region, what they offer, how to reach them, and which role each fills. Pure."""

from routekaart.directory.agreement import Agreement, Coordinator, Covenant, IndexUse, ReferralIndex, Training
from routekaart.directory.contact import Contact, ContactKind
from routekaart.directory.partner import Location, Partner
from routekaart.directory.region import (
    Confidence,
    Directory,
    Municipality,
    Organisation,
    Region,
    RegionGroup,
    RegionStatus,
)
from routekaart.directory.role import FilledBy, Filling, Gap, National, Role, RoleBinding, RoleLevel
from routekaart.directory.schedule import (
    AMSTERDAM,
    Hours,
    Opening,
    OpeningState,
    Period,
    Schedule,
    ScheduleException,
    Weekday,
    opening,
    public_holidays,
)
from routekaart.directory.service import USUAL_AIM, Aim, CareLevel, Service, TargetGroup, WaitingTime
from routekaart.directory.standing import BY_ITSELF, NOTHING_NEW, Standing
from routekaart.directory.verification import Verification, stale

__all__ = [
    "AMSTERDAM",
    "BY_ITSELF",
    "NOTHING_NEW",
    "USUAL_AIM",
    "Agreement",
    "Aim",
    "CareLevel",
    "Confidence",
    "Contact",
    "ContactKind",
    "Coordinator",
    "Covenant",
    "Directory",
    "FilledBy",
    "Filling",
    "Gap",
    "Hours",
    "IndexUse",
    "Location",
    "Municipality",
    "National",
    "Opening",
    "OpeningState",
    "Organisation",
    "Partner",
    "Period",
    "ReferralIndex",
    "Region",
    "RegionGroup",
    "RegionStatus",
    "Role",
    "RoleBinding",
    "RoleLevel",
    "Schedule",
    "ScheduleException",
    "Service",
    "Standing",
    "TargetGroup",
    "Training",
    "Verification",
    "WaitingTime",
    "Weekday",
    "opening",
    "public_holidays",
    "stale",
]
