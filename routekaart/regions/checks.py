"""What can be wrong in a region document beyond its form: references, inside it and to the outside world."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from routekaart.content.doubles import again
from routekaart.content.partners import ContactForm, PartnerForm
from routekaart.directory import ContactKind, National
from routekaart.directory.phone import is_fictional

if TYPE_CHECKING:
    from routekaart.regions.document import RegionDocument, RegionGroupDocument

Where = tuple[str | int, ...]
_FICTIONAL_CODE = "VB"
_FICTIONAL_HOST = re.compile(r"(.*\.)?(example|example\.(nl|org|com))")


@dataclass(frozen=True, slots=True)
class Problem:
    """What is wrong at a place in the document (a path of keys and indexes), and what is expected there."""

    where: Where
    problem: str
    expected: str

    @property
    def message(self) -> str:
        """Problem and expectation in one line."""
        return f"{self.problem}; expected: {self.expected}"


@dataclass(frozen=True, slots=True)
class Known:
    """What a document may refer to outside itself: roles, real municipalities (code to name), groups, editions, steps.

    No editions or no steps means that they are not looked at.
    """

    national: National
    municipalities: Mapping[str, str]
    groups: frozenset[str] = frozenset()
    editions: frozenset[str] = frozenset()
    steps: frozenset[str] = frozenset()


def inside_region(document: RegionDocument) -> Iterator[Problem]:
    """References inside a region document that lead nowhere, and ids that stand twice."""
    own = {one.code for one in document.municipalities}
    partners = {one.id: one for one in document.partners}
    covenants = {one.id for one in document.covenants}
    for field, key in _LISTS:
        yield from _doubles(field, [getattr(one, key) for one in getattr(document, field)], key)
    yield from _bindings(document, partners)
    for where, codes in _municipality_lists(document):
        yield from _outside(where, codes, own)
    yield from _local_actions(document)
    if document.group is None:  # with a group, its covenants count too: `unknown_covenants`
        yield from _covenants(document, covenants)
    yield from _signatories(document, set(partners))


_LISTS = (
    ("municipalities", "code"),
    ("partners", "id"),
    ("covenants", "id"),
    ("agreements", "id"),
    ("training", "id"),
    ("documents", "id"),
    ("organisations", "id"),
)


def inside_group(document: RegionGroupDocument) -> Iterator[Problem]:
    """The same for a region group."""
    for field in ("covenants", "agreements"):
        yield from _doubles(field, [one.id for one in getattr(document, field)], "id")
    yield from _covenants(document, {one.id for one in document.covenants})
    for at, covenant in enumerate(document.covenants):
        for place, one in enumerate(covenant.signatories):
            yield Problem(
                ("covenants", at, "signatories", place), f'a region group has no partner "{one}"', "also_signed"
            )
    for at, agreement in enumerate(document.agreements):
        if agreement.municipalities:
            yield Problem(("agreements", at, "municipalities"), "a region group has no municipalities", "no such field")


def unknown(document: RegionDocument, known: Known, shared: RegionGroupDocument | None = None) -> tuple[Problem, ...]:
    """What the document refers to in the outside world and is not there, and contacts that it may not have."""
    roles = set(known.national.roles)
    return (
        *_unknown_roles(document, roles),
        *_unknown_municipalities(document, known),
        *_unknown_names(document, known),
        *shared_covenants(document, shared),
        *_wrong_contacts(document, known),
    )


def unknown_in_group(document: RegionGroupDocument, known: Known) -> tuple[Problem, ...]:
    """The roles and steps of a region group that do not exist."""
    roles = _role_problems(_agreement_roles(document), set(known.national.roles))
    return (*roles, *_unknown_steps(document, known))


def _doubles(where: str, ids: list[str], key: str) -> Iterator[Problem]:
    for at, one in again(ids):
        yield Problem((where, at, key), f'"{one}" stands twice in {where}', "each id once")


def _bindings(document: RegionDocument, partners: Mapping[str, PartnerForm]) -> Iterator[Problem]:
    for at, binding in enumerate(document.bindings):
        partner = partners.get(binding.partner)
        if partner is None:
            yield Problem(("bindings", at, "partner"), f'unknown partner "{binding.partner}"', _one_of(partners))
        elif binding.role not in partner.roles:
            problem = f'partner "{partner.id}" does not have the role "{binding.role}"'
            yield Problem(("bindings", at, "role"), problem, f"one of its roles: {', '.join(partner.roles) or 'none'}")


def _municipality_lists(document: RegionDocument) -> Iterator[tuple[Where, tuple[str, ...]]]:
    for field in ("partners", "bindings", "agreements", "referral_index", "organisations"):
        for at, one in enumerate(getattr(document, field)):
            yield (field, at, "municipalities"), one.municipalities
    for at, partner in enumerate(document.partners):
        for place, service in enumerate(partner.services):
            yield ("partners", at, "services", place, "municipalities"), service.municipalities


def _outside(where: Where, codes: Iterable[str], own: set[str]) -> Iterator[Problem]:
    for place, code in enumerate(codes):
        if code not in own:
            yield Problem((*where, place), f'municipality "{code}" is not of this region', _one_of(own))


def _local_actions(document: RegionDocument) -> Iterator[Problem]:
    for at, one in enumerate(document.agreements):
        if one.kind is not None and one.municipalities:
            problem = (
                f'agreement "{one.id}" holds in some municipalities, so it cannot be an action for the whole region'
            )
            yield Problem(("agreements", at, "kind"), problem, "no kind, or no municipalities")


def _covenants(document: RegionDocument | RegionGroupDocument, covenants: set[str]) -> Iterator[Problem]:
    for field in ("agreements", "referral_index"):
        for at, one in enumerate(getattr(document, field, ())):
            if one.covenant is not None and one.covenant not in covenants:
                yield Problem((field, at, "covenant"), f'unknown covenant "{one.covenant}"', _one_of(covenants))


def _signatories(document: RegionDocument, partners: set[str]) -> Iterator[Problem]:
    for at, covenant in enumerate(document.covenants):
        for place, one in enumerate(covenant.signatories):
            if one not in partners:
                yield Problem(("covenants", at, "signatories", place), f'unknown partner "{one}"', _one_of(partners))


def shared_covenants(document: RegionDocument, shared: RegionGroupDocument | None) -> Iterator[Problem]:
    """References of a region in a group to covenants that neither has; outside a group `inside_region` finds them."""
    if document.group is None:
        return
    own = {one.id for one in document.covenants}
    yield from _covenants(document, own | ({one.id for one in shared.covenants} if shared else set()))


def _unknown_roles(document: RegionDocument, roles: set[str]) -> Iterator[Problem]:
    named: list[tuple[Where, str]] = list(_agreement_roles(document))
    for at, binding in enumerate(document.bindings):
        named.append((("bindings", at, "role"), binding.role))
    for where, partner in _partners(document):
        named += [((*where, "roles", place), role) for place, role in enumerate(partner.roles)]
    for at, one in enumerate(document.documents):
        named += [(("documents", at, "roles", place), role) for place, role in enumerate(one.roles)]
    yield from _role_problems(named, roles)


def _agreement_roles(document: RegionDocument | RegionGroupDocument) -> Iterator[tuple[Where, str]]:
    for at, agreement in enumerate(document.agreements):
        yield ("agreements", at, "role"), agreement.role


def _role_problems(named: Iterable[tuple[Where, str]], roles: set[str]) -> Iterator[Problem]:
    for where, role in named:
        if role not in roles:
            yield Problem(where, f'unknown role "{role}"', _one_of(roles))


def _unknown_municipalities(document: RegionDocument, known: Known) -> Iterator[Problem]:
    for at, one in enumerate(document.municipalities):
        where = ("municipalities", at, "code")
        if document.fictional:
            if not one.code.startswith(_FICTIONAL_CODE):
                yield Problem(
                    where,
                    f'"{one.code}" may belong to a real municipality',
                    f"a code that starts with {_FICTIONAL_CODE}",
                )
        elif one.code not in known.municipalities:
            yield Problem(where, f'unknown municipality "{one.code}"', "a code from content/municipalities.yaml")
        elif known.municipalities[one.code] != one.name:
            problem = f'municipality {one.code} is not called "{one.name}"'
            yield Problem(("municipalities", at, "name"), problem, f'"{known.municipalities[one.code]}"')


def _unknown_names(document: RegionDocument, known: Known) -> Iterator[Problem]:
    if document.group is not None and document.group not in known.groups:
        yield Problem(("group",), f'unknown region group "{document.group}"', _one_of(known.groups))
    if known.editions and document.edition not in known.editions:
        yield Problem(("edition",), f'unknown edition "{document.edition}"', _one_of(known.editions))
    yield from _unknown_steps(document, known)


def _unknown_steps(document: RegionDocument | RegionGroupDocument, known: Known) -> Iterator[Problem]:
    if not known.steps:
        return
    named: list[tuple[Where, str]] = [
        (("agreements", at, "step"), one.step) for at, one in enumerate(document.agreements)
    ]
    for at, paper in enumerate(getattr(document, "documents", ())):
        named += [(("documents", at, "steps", place), step) for place, step in enumerate(paper.steps)]
    for where, step in named:
        if step not in known.steps:
            yield Problem(where, f'unknown step "{step}"', _one_of(known.steps))


def _wrong_contacts(document: RegionDocument, known: Known) -> Iterator[Problem]:
    national = {one.value for partner in known.national.partners.values() for one in partner.contacts}
    for where, contact in _contacts(document):
        invented = _is_invented(contact)
        if document.fictional and not invented and contact.value not in national:
            expected = "a number in 0199, an address under .example or example.nl, or a national contact"
            yield Problem((*where, "value"), f'"{contact.value}" may belong to somebody', expected)
        if not document.fictional and invented:
            yield Problem((*where, "value"), f'"{contact.value}" is an invented contact', "a contact that exists")


def _is_invented(contact: ContactForm) -> bool:
    if contact.kind is ContactKind.PHONE:
        return is_fictional(contact.value)
    host = contact.value.split("@")[-1] if contact.kind is ContactKind.EMAIL else contact.value.split("/")[2]
    return _FICTIONAL_HOST.fullmatch(host) is not None


def _partners(document: RegionDocument) -> Iterator[tuple[Where, PartnerForm]]:
    for at, partner in enumerate(document.partners):
        yield ("partners", at), partner
    for at, organisation in enumerate(document.organisations):
        for place, partner in enumerate(organisation.partners):
            yield ("organisations", at, "partners", place), partner


def _contacts(document: RegionDocument) -> Iterator[tuple[Where, ContactForm]]:
    for where, partner in _partners(document):
        for at, contact in enumerate(partner.contacts):
            yield (*where, "contacts", at), contact
    for at, contact in enumerate(document.coordinator.contacts if document.coordinator else ()):
        yield ("coordinator", "contacts", at), contact
    for at, course in enumerate(document.training):
        if course.apply is not None:
            yield ("training", at, "apply"), course.apply


def _one_of(names: Iterable[str]) -> str:
    return f"one of: {', '.join(sorted(names)) or '(there are none)'}"
