"""What a partner offers, on the care continuum."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import IntEnum, StrEnum


class CareLevel(IntEnum):
    """The five levels of the care continuum (seed §5)."""

    UNIVERSAL_PREVENTION = 1
    SELECTIVE_PREVENTION = 2
    INDICATED_PREVENTION = 3
    EARLY_INTERVENTION = 4
    DIAGNOSTICS_AND_INTERVENTION = 5


class Aim(StrEnum):
    """The plain word for what a service is for (C11: nobody thinks in levels)."""

    PREVENT = "voorkomen"
    DETECT = "signaleren"
    STOP = "stoppen"
    LIMIT_HARM = "schade-beperken"


USUAL_AIM = {
    CareLevel.UNIVERSAL_PREVENTION: Aim.PREVENT,
    CareLevel.SELECTIVE_PREVENTION: Aim.PREVENT,
    CareLevel.INDICATED_PREVENTION: Aim.DETECT,
    CareLevel.EARLY_INTERVENTION: Aim.STOP,
    CareLevel.DIAGNOSTICS_AND_INTERVENTION: Aim.LIMIT_HARM,
}


@dataclass(frozen=True, slots=True)
class TargetGroup:
    """For whom: ages in whole years (None is no limit; `unborn` counts from pregnancy) and who they are, in words."""

    min_age: int | None = None
    max_age: int | None = None
    unborn: bool = False
    who: str = ""

    def includes(self, age: int) -> bool:
        """Whether somebody of this age belongs to it."""
        return (self.min_age or 0) <= age and (self.max_age is None or age <= self.max_age)


@dataclass(frozen=True, slots=True)
class WaitingTime:
    """How long one waited, as known on a day."""

    weeks: int
    on: date


@dataclass(frozen=True, slots=True)
class Service:
    """A kind of help. `access` is who may use it and by which door, `reach` how to apply."""

    id: str
    name: str
    what: str
    level: CareLevel
    aim: Aim
    target: TargetGroup = TargetGroup()
    themes: tuple[str, ...] = ()
    access: str = ""
    reach: str = ""
    waiting: WaitingTime | None = None
    municipalities: tuple[str, ...] = ()
