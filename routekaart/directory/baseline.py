"""The startfoto: what help a region offers, by level of care, for whom and where; and what is missing (R39). Pure."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum

from routekaart.directory.partner import Partner
from routekaart.directory.region import Directory, Municipality
from routekaart.directory.service import CareLevel, Service, TargetGroup


class AgeBand(StrEnum):
    """Whom help is for, by age."""

    UNBORN = "ongeboren"
    BABY = "0-3"
    CHILD = "4-11"
    TEENAGER = "12-17"
    ADULT = "18-64"
    ELDERLY = "65+"


_YEARS: Mapping[AgeBand, tuple[int, int]] = {
    AgeBand.BABY: (0, 3),
    AgeBand.CHILD: (4, 11),
    AgeBand.TEENAGER: (12, 17),
    AgeBand.ADULT: (18, 64),
    AgeBand.ELDERLY: (65, 120),
}
Group = AgeBand | str
"""For whom: an age band, or the id of a theme."""


@dataclass(frozen=True, slots=True)
class Offer:
    """A service and who gives it."""

    partner: Partner
    service: Service

    @property
    def key(self) -> tuple[str, str]:
        """What it is known by in every revision."""
        return self.partner.id, self.service.id

    def is_for(self, group: Group) -> bool:
        """Whether it is meant for a group. Without ages it is for everybody who is born."""
        return in_band(self.service.target, group) if isinstance(group, AgeBand) else group in self.service.themes

    def is_in(self, municipality: str) -> bool:
        """Whether one gets it in a municipality (a code)."""
        places = self.service.municipalities or self.partner.municipalities
        return not places or municipality in places


@dataclass(frozen=True, slots=True)
class Baseline:
    """All that is offered in some municipalities of a region; `themes` are those that occur in the region."""

    municipalities: tuple[Municipality, ...]
    themes: tuple[str, ...]
    offers: tuple[Offer, ...]

    @property
    def groups(self) -> tuple[Group, ...]:
        """Every group: ages first."""
        return (*AgeBand, *self.themes)

    def within(self, municipality: str) -> Baseline:
        """What is offered in one municipality."""
        places = tuple(one for one in self.municipalities if one.code == municipality)
        return replace(self, municipalities=places, offers=tuple(one for one in self.offers if one.is_in(municipality)))

    def about(self, theme: str) -> Baseline:
        """What is offered for one theme."""
        return replace(self, offers=tuple(one for one in self.offers if theme in one.service.themes))

    def at(self, level: CareLevel, group: Group, municipality: str | None = None) -> tuple[Offer, ...]:
        """What there is at a level for a group, in a municipality or anywhere."""
        return tuple(
            one
            for one in self.offers
            if one.service.level is level and one.is_for(group) and (municipality is None or one.is_in(municipality))
        )

    def covered(self, level: CareLevel, group: Group) -> tuple[Municipality, ...]:
        """The municipalities in which there is something at a level for a group."""
        found = self.at(level, group)
        return tuple(place for place in self.municipalities if any(one.is_in(place.code) for one in found))


@dataclass(frozen=True, slots=True)
class OfferGap:
    """A level at which some municipalities offer nothing for some groups; no groups: nothing for anybody."""

    level: CareLevel
    groups: tuple[Group, ...]
    municipalities: tuple[Municipality, ...]


@dataclass(frozen=True, slots=True)
class Shift:
    """What came and went between two baselines."""

    added: tuple[Offer, ...]
    gone: tuple[Offer, ...]


def in_band(target: TargetGroup, band: AgeBand) -> bool:
    """Whether a target group has somebody of an age band."""
    if band is AgeBand.UNBORN:
        return target.unborn
    youngest, oldest = _YEARS[band]
    return (target.min_age or 0) <= oldest and (target.max_age is None or target.max_age >= youngest)


def baseline(directory: Directory) -> Baseline:
    """The startfoto of a region, from what its own partners offer."""
    offers = tuple(Offer(partner, one) for partner in directory.partners.values() for one in partner.services)
    themes = tuple(sorted({theme for one in offers for theme in one.service.themes}))
    return Baseline(directory.region.municipalities, themes, offers)


def offer_gaps(found: Baseline) -> tuple[OfferGap, ...]:
    """Where nothing is offered; municipalities that miss the same at a level stand together."""
    return tuple(gap for level in CareLevel for gap in _gaps_at(found, level))


def shift(before: Baseline, after: Baseline) -> Shift:
    """What came and went."""
    was, now = {one.key for one in before.offers}, {one.key for one in after.offers}
    return Shift(_without(after.offers, was), _without(before.offers, now))


def _gaps_at(found: Baseline, level: CareLevel) -> Iterable[OfferGap]:
    there = {group: {place.code for place in found.covered(level, group)} for group in found.groups}
    missing: dict[tuple[Group, ...], list[Municipality]] = {}
    for place in found.municipalities:
        groups = tuple(group for group in found.groups if place.code not in there[group])
        missing.setdefault(groups, []).append(place)
    return (
        OfferGap(level, () if len(groups) == len(found.groups) else groups, tuple(places))
        for groups, places in missing.items()
        if groups
    )


def _without(offers: Iterable[Offer], keys: set[tuple[str, str]]) -> tuple[Offer, ...]:
    return tuple(one for one in offers if one.key not in keys)
