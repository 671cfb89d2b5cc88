"""The sections of the desk, in the order in which a coordinator meets them."""

from __future__ import annotations

from dataclasses import dataclass

from routekaart.accounts.policy import Permission


@dataclass(frozen=True, slots=True)
class Section:
    """A page of the desk that stands in its menu. `endpoint` takes the region as `slug`."""

    endpoint: str
    title: str
    purpose: str
    permission: Permission


GROUP_SECTION = Section(
    "desk.group", "Samen met andere regio’s", "Wat de regio’s van je groep delen.", Permission.PUBLISH
)


def sections(*, in_group: bool = False) -> tuple[Section, ...]:
    """Every section; which of them somebody sees is for their permissions. A region in a group has one more."""
    return (*_SECTIONS, GROUP_SECTION) if in_group else _SECTIONS


_SECTIONS = (
    Section("desk.region", "Te doen", "Wat deze regio nu van je vraagt.", Permission.LOOK),
    Section("desk.incoming", "Binnengekomen", "Wat professionals en organisaties melden.", Permission.KEEP_UP),
    Section("desk.partners", "Partners", "Wie helpt, waarmee wel en niet, en hoe je ze bereikt.", Permission.EDIT),
    Section("desk.bindings", "Rollen", "Wie welke rol vult, en in welke gemeente dat anders is.", Permission.EDIT),
    Section("desk.reachability", "Bereikbaarheid", "Wie er wanneer is voor welke rol.", Permission.LOOK),
    Section("desk.baseline", "Startfoto", "Welke hulp er is voor wie en waar, en waar niet.", Permission.LOOK),
    Section("desk.municipalities", "Gemeenten", "Waar deze routekaart voor geldt.", Permission.EDIT),
    Section("desk.head_edit", "De regio", "Naam, status, bewaartermijn en coördinator.", Permission.EDIT),
    Section("desk.look_edit", "Uiterlijk", "De kleuren en het beeldmerk van de regio.", Permission.EDIT),
    Section("desk.agreements", "Afspraken", "Wie doet wat, en binnen welke termijn.", Permission.EDIT),
    Section("desk.covenants", "Convenanten", "De papieren waar afspraken op rusten.", Permission.EDIT),
    Section("desk.referral_indices", "Verwijsindex", "Of en hoe men die hier gebruikt.", Permission.EDIT),
    Section("desk.trainings", "Scholing", "Wat professionals hier kunnen leren.", Permission.EDIT),
    Section("desk.documents", "Documenten", "Formulieren en folders van de regio zelf.", Permission.EDIT),
    Section("desk.texts_edit", "Teksten per stap", "Wat jullie zelf zeggen bij elke stap.", Permission.EDIT),
    Section("desk.organisations", "Organisaties", "Wie een eigen aandachtsfunctionaris heeft.", Permission.EDIT),
    Section("desk.publish", "Publiceren", "Wat er verandert nakijken, en het live zetten.", Permission.EDIT),
    Section("desk.history", "Geschiedenis", "Wie wat wanneer wijzigde; een versie terugzetten.", Permission.LOOK),
    Section("desk.links", "Links", "Of de webadressen nog werken.", Permission.KEEP_UP),
    Section("desk.handover", "Overdracht", "Wie wie is, wat is afgesproken en wat eraan komt.", Permission.LOOK),
    Section("desk.people", "Mensen", "Wie voor deze regio werkt, en wat die mag.", Permission.PEOPLE),
    Section("desk.bulk", "Inlezen en uitdraaien", "Veel tegelijk, als spreadsheet.", Permission.LOOK),
)
