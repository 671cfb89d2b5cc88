"""Who may do what: one table of roles and permissions (DESIGN §6). Pure."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum


class Role(StrEnum):
    """What somebody is, in one region; a national administrator is so everywhere."""

    NATIONAL = "national"
    COORDINATOR = "coordinator"
    EDITOR = "editor"
    TRAINER = "trainer"


class Permission(StrEnum):
    """What somebody may do in a region. `NATION` is what belongs to no single region."""

    LOOK = "look"
    EDIT = "edit"
    PUBLISH = "publish"
    KEEP_UP = "keep_up"
    PEOPLE = "people"
    TRAIN = "train"
    NATION = "nation"


ALLOWED: Mapping[Role, frozenset[Permission]] = {
    Role.NATIONAL: frozenset(Permission),
    Role.COORDINATOR: frozenset(Permission) - {Permission.NATION},
    Role.EDITOR: frozenset({Permission.LOOK, Permission.EDIT, Permission.KEEP_UP}),
    Role.TRAINER: frozenset({Permission.LOOK, Permission.TRAIN}),
}


@dataclass(frozen=True, slots=True)
class Grant:
    """A role in a region; of a national administrator in all of them, and `slug` is ""."""

    role: Role
    slug: str = ""

    def holds_in(self, slug: str) -> bool:
        """Whether it is about this region."""
        return self.role is Role.NATIONAL or self.slug == slug


GIVEN: Mapping[Role, tuple[Role, ...]] = {
    Role.NATIONAL: tuple(Role),
    Role.COORDINATOR: (Role.COORDINATOR, Role.EDITOR, Role.TRAINER),
}
"""Which roles a role may give to others, and take from them."""


def may(grants: Iterable[Grant], permission: Permission, slug: str = "") -> bool:
    """Whether these grants allow something in a region; no region: whether they allow it anywhere."""
    return any(permission in ALLOWED[one.role] for one in grants if not slug or one.holds_in(slug))


def may_give(grants: Iterable[Grant], slug: str) -> tuple[Role, ...]:
    """The roles in a region that these grants may give and take, in the order of `Role`."""
    given = {role for one in grants if one.holds_in(slug) for role in GIVEN.get(one.role, ())}
    return tuple(role for role in Role if role in given)
