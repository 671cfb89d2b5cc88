"""A region, and the directory of who fills which role in it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from enum import StrEnum

from routekaart.directory.agreement import (
    Agreement,
    Coordinator,
    Covenant,
    IndexUse,
    LocalDocument,
    ReferralIndex,
    StepText,
    Training,
)
from routekaart.directory.look import Look
from routekaart.directory.partner import Partner
from routekaart.directory.role import FilledBy, Filling, Gap, National, Role, RoleBinding, RoleLevel
from routekaart.directory.standing import NOTHING_NEW, Standing


class Confidence(StrEnum):
    """How sure a fact about a region is."""

    SOURCED = "sourced"
    INFERRED = "inferred"
    KNOWLEDGE = "knowledge"


class RegionStatus(StrEnum):
    """What stands behind a region's route map: only national data, a draft, or what the region adopted."""

    NATIONAL_ONLY = "landelijke-gegevens"
    DRAFT = "concept"
    ADOPTED = "vastgesteld"


@dataclass(frozen=True, slots=True)
class Municipality:
    """A municipality by its CBS code (fictional ones have a code of their own)."""

    code: str
    name: str


@dataclass(frozen=True, slots=True)
class Region:
    """A region as its pages introduce it. `display_name` is the name that it gave its route map (R10)."""

    slug: str
    name: str
    display_name: str
    edition: str
    municipalities: tuple[Municipality, ...]
    organisation: str = ""
    website: str = ""
    group: str | None = None
    status: RegionStatus = RegionStatus.NATIONAL_ONLY
    status_on: date | None = None
    organisation_confidence: Confidence = Confidence.SOURCED
    municipalities_confidence: Confidence = Confidence.SOURCED
    data_note: str = ""
    retention_days: int = 30
    fictional: bool = False
    historical: bool = False
    coordinator: Coordinator | None = None
    look: Look | None = None

    @property
    def assumed(self) -> bool:
        """Whether part of what is known of it was not read in a source: coordinators see a mark."""
        return {self.organisation_confidence, self.municipalities_confidence} != {Confidence.SOURCED}

    def municipality(self, code: str) -> Municipality | None:
        """The municipality with this code."""
        return next((one for one in self.municipalities if one.code == code), None)


@dataclass(frozen=True, slots=True)
class RegionGroup:
    """Regions that share agreements (R8)."""

    slug: str
    name: str
    agreements: tuple[Agreement, ...] = ()
    covenants: tuple[Covenant, ...] = ()
    fictional: bool = False
    texts: tuple[StepText, ...] = ()


@dataclass(frozen=True, slots=True)
class Organisation:
    """One organisation in a region with its own people for the code: functions, written as partners with roles."""

    id: str
    name: str
    sector: str
    municipalities: tuple[str, ...] = ()
    partners: tuple[Partner, ...] = ()
    note: str = ""
    texts: tuple[StepText, ...] = ()


@dataclass(frozen=True, slots=True, eq=False)
class Directory:
    """Everyone who fills a role in a region, and everything that they agreed.

    Two directories are the same when they are one object, so that one can be a key.
    """

    region: Region
    national: National
    partners: Mapping[str, Partner] = field(default_factory=dict)
    bindings: tuple[RoleBinding, ...] = ()
    agreements: tuple[Agreement, ...] = ()
    covenants: Mapping[str, Covenant] = field(default_factory=dict)
    referral_index: tuple[ReferralIndex, ...] = ()
    training: tuple[Training, ...] = ()
    organisations: Mapping[str, Organisation] = field(default_factory=dict)
    organisation: Organisation | None = None
    documents: tuple[LocalDocument, ...] = ()
    texts: tuple[StepText, ...] = ()
    standing: Standing = NOTHING_NEW

    def since_published(self, standing: Standing) -> Directory:
        """The same directory with what came in since it was published."""
        partners = {key: standing.applied(one) for key, one in self.partners.items()}
        return replace(self, partners=partners, standing=standing)

    def within(self, organisation: str | None) -> Directory:
        """The same directory as seen from one organisation (an id); from none when the id is None or unknown."""
        return replace(self, organisation=self.organisations.get(organisation or ""))

    def for_role(self, role: str, municipality: str | None = None) -> tuple[Partner, ...]:
        """The partners that fill a role here, best first; empty is a gap."""
        return self.filling(role, municipality).partners

    def filling(self, role: str, municipality: str | None = None) -> Filling:
        """Who fills a role and from where: own organisation, municipality, region, country, nobody.

        Without a municipality a role that is only filled per municipality gives all of those partners.
        """
        own = self._own(role)
        if own:
            return Filling(role, FilledBy.ORGANISATION, own)
        regional = [one for one in self._bindings(role) if not one.municipalities]
        local = [one for one in self._bindings(role) if municipality in one.municipalities]
        if municipality is None and not regional:
            local = self._bindings(role)
        for by, found in ((FilledBy.MUNICIPALITY, local), (FilledBy.REGION, regional)):
            if found:
                return Filling(role, by, self._bound(found), " ".join(one.note for one in found if one.note))
        fallback = self.national.fallback(role)
        return Filling(role, FilledBy.NATIONAL if fallback else FilledBy.NOBODY, fallback)

    def gaps(self, roles: Iterable[str], municipality: str | None = None) -> tuple[Gap, ...]:
        """The roles that nobody fills, in the order asked. Without a municipality every one of them is looked at.

        Roles of the own organisation are no gap of the region; unknown roles are passed over.
        """
        known = [self.national.roles[role] for role in dict.fromkeys(roles) if role in self.national.roles]
        return tuple(
            gap for role in known if role.level is not RoleLevel.ORGANISATION for gap in self._gaps(role, municipality)
        )

    def index_use(self, municipality: str | None = None) -> ReferralIndex:
        """The agreement on the referral index that holds in a municipality, or in the region."""
        local = [one for one in self.referral_index if municipality in one.municipalities]
        regional = [one for one in self.referral_index if not one.municipalities]
        return next(iter([*local, *regional]), ReferralIndex(IndexUse.UNKNOWN))

    def agreements_at(self, step: str, municipality: str | None = None) -> tuple[Agreement, ...]:
        """The agreements of a step that hold in a municipality; without one, all of the step."""
        at_step = (one for one in self.agreements if one.step == step)
        return tuple(
            one
            for one in at_step
            if municipality is None or not one.municipalities or municipality in one.municipalities
        )

    def documents_at(self, step: str) -> tuple[LocalDocument, ...]:
        """The region's documents that one needs at a step."""
        return tuple(one for one in self.documents if step in one.steps)

    def texts_at(self, step: str) -> tuple[StepText, ...]:
        """What region group, region and own organisation tell at a step, in that order."""
        own = self.organisation.texts if self.organisation else ()
        return tuple(one for one in (*self.texts, *own) if one.step == step)

    def _own(self, role: str) -> tuple[Partner, ...]:
        return (
            () if self.organisation is None else tuple(one for one in self.organisation.partners if role in one.roles)
        )

    def _bindings(self, role: str) -> list[RoleBinding]:
        return [one for one in self.bindings if one.role == role]

    def _bound(self, bindings: Iterable[RoleBinding]) -> tuple[Partner, ...]:
        return tuple(self.partners[one] for one in dict.fromkeys(binding.partner for binding in bindings))

    def _gaps(self, role: Role, municipality: str | None) -> list[Gap]:
        if not self.for_role(role.id, municipality):
            return [Gap(role, municipality)]
        if municipality is not None:
            return []
        return [Gap(role, one.code) for one in self.region.municipalities if not self.for_role(role.id, one.code)]
