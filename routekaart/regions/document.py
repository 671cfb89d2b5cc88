"""The region document: the one form behind JSON in the database, YAML in content/regions, Layer and Directory.

A document that exists is consistent in itself: what it refers to inside itself is there. Whether the roles and
municipalities of the outside world exist is asked of `checks.unknown`, so that an old revision can always be read.
"""

from __future__ import annotations

import json
from datetime import date
from typing import Any, Literal, Self

from pydantic import Field, ValidationError, model_validator
from pydantic_core import InitErrorDetails, PydanticCustomError

from routekaart.content.partners import Form, Https, Id, Needed, PartnerForm, Text
from routekaart.content.writing import yaml_text
from routekaart.directory import (
    Confidence,
    Directory,
    Municipality,
    National,
    Organisation,
    Region,
    RegionGroup,
    RegionStatus,
    RoleBinding,
)
from routekaart.regions.agreements import (
    AgreementForm,
    CoordinatorForm,
    CovenantForm,
    LayerForm,
    LocalDocumentForm,
    ReferralIndexForm,
    TrainingForm,
    layer_data,
    step_texts,
)
from routekaart.regions.checks import Problem, inside_group, inside_region
from routekaart.regions.look import LookForm

SCHEMA_VERSION = 1


class OrganisationOfRegionForm(Form):
    """The organisation that runs the region's reporting point."""

    name: Text = ""
    website: Https = ""
    confidence: Confidence = Confidence.SOURCED


class DataForm(Form):
    """Where the facts of this document come from."""

    as_of: date | None = None
    municipalities: Confidence = Confidence.SOURCED
    note: Text = ""


class MunicipalityForm(Form):
    """A municipality of the region."""

    code: Needed
    name: Needed


class BindingForm(Form):
    """A partner fills a role."""

    role: Id
    partner: Id
    municipalities: tuple[str, ...] = ()
    note: Text = ""

    def to_binding(self) -> RoleBinding:
        """As the directory knows it."""
        return RoleBinding(self.role, self.partner, self.municipalities, self.note)


class OrganisationForm(Form):
    """An organisation with its own people for the code, and what it adds to the protocol."""

    id: Id
    name: Needed
    sector: Id
    municipalities: tuple[str, ...] = ()
    note: Text = ""
    partners: tuple[PartnerForm, ...] = ()
    layer: LayerForm = LayerForm()

    @property
    def layer_data(self) -> dict[str, Any]:
        """What it adds to the protocol, as plain data."""
        return layer_data(self.layer)

    def to_organisation(self, *, fictional: bool) -> Organisation:
        """As the directory knows it."""
        partners = tuple(one.to_partner(fictional=fictional) for one in self.partners)
        texts = step_texts(self.layer, self.name)
        return Organisation(self.id, self.name, self.sector, self.municipalities, partners, self.note, texts)


class Document(Form):
    """What every document can: be written as JSON and YAML, the same bytes for the same content."""

    def to_json(self) -> str:
        """The whole document, every field, in the order of the form."""
        return json.dumps(self.model_dump(mode="json"), ensure_ascii=False, separators=(",", ":"))

    def to_yaml(self) -> str:
        """The document for people: what has its usual value is left out."""
        return yaml_text(self.model_dump(exclude_defaults=True))

    def _refuse(self, problems: tuple[Problem, ...]) -> None:
        if problems:
            raise ValidationError.from_exception_data(type(self).__name__, [_detail(one) for one in problems])


def _detail(problem: Problem) -> InitErrorDetails:
    # The text goes in as a value: braces in it are no placeholders.
    error = PydanticCustomError("reference", "{message}", {"message": problem.message})
    return InitErrorDetails(type=error, loc=problem.where, input=None)


class RegionDocument(Document):
    """A region: who is in it, who fills which role, what they agreed, and what it adds to the protocol."""

    schema_version: Literal[1]
    slug: Id
    name: Needed
    display_name: Needed
    edition: Id
    status: RegionStatus = RegionStatus.NATIONAL_ONLY
    status_on: date | None = None
    group: Id | None = None
    fictional: bool = False
    historical: bool = False
    retention_days: int = Field(default=30, ge=1, le=30)
    organisation: OrganisationOfRegionForm = OrganisationOfRegionForm()
    data: DataForm = DataForm()
    coordinator: CoordinatorForm | None = None
    look: LookForm = LookForm()
    municipalities: tuple[MunicipalityForm, ...] = Field(min_length=1)
    partners: tuple[PartnerForm, ...] = ()
    bindings: tuple[BindingForm, ...] = ()
    covenants: tuple[CovenantForm, ...] = ()
    agreements: tuple[AgreementForm, ...] = ()
    referral_index: tuple[ReferralIndexForm, ...] = ()
    training: tuple[TrainingForm, ...] = ()
    documents: tuple[LocalDocumentForm, ...] = ()
    layer: LayerForm = LayerForm()
    organisations: tuple[OrganisationForm, ...] = ()

    @model_validator(mode="after")
    def _refers_to_what_is_there(self) -> Self:
        self._refuse(tuple(inside_region(self)))
        return self

    @property
    def layer_data(self) -> dict[str, Any]:
        """What the region says about the protocol, in the shape of a sector file; its agreements included."""
        return layer_data(self.layer, self.agreements)

    def to_region(self) -> Region:
        """The region as its pages introduce it."""
        return Region(
            slug=self.slug,
            name=self.name,
            display_name=self.display_name,
            edition=self.edition,
            municipalities=tuple(Municipality(one.code, one.name) for one in self.municipalities),
            organisation=self.organisation.name,
            website=self.organisation.website,
            group=self.group,
            status=self.status,
            status_on=self.status_on,
            organisation_confidence=self.organisation.confidence,
            municipalities_confidence=self.data.municipalities,
            data_note=self.data.note,
            retention_days=self.retention_days,
            fictional=self.fictional,
            historical=self.historical,
            coordinator=self.coordinator.to_coordinator() if self.coordinator else None,
            look=self.look.to_look(),
        )

    def to_directory(self, national: National, group: RegionGroup | None = None) -> Directory:
        """Who fills which role here. Agreements of the region group hold too."""
        shared = group or RegionGroup(slug="", name="")
        covenants = (*shared.covenants, *(one.to_covenant() for one in self.covenants))
        return Directory(
            region=self.to_region(),
            national=national,
            partners={one.id: one.to_partner(fictional=self.fictional) for one in self.partners},
            bindings=tuple(one.to_binding() for one in self.bindings),
            agreements=(*shared.agreements, *(one.to_agreement() for one in self.agreements)),
            covenants={one.id: one for one in covenants},
            referral_index=tuple(one.to_referral_index() for one in self.referral_index),
            training=tuple(one.to_training() for one in self.training),
            organisations={one.id: one.to_organisation(fictional=self.fictional) for one in self.organisations},
            documents=tuple(one.to_document() for one in self.documents),
            texts=(*shared.texts, *step_texts(self.layer, self.name)),
        )


class RegionGroupDocument(Document):
    """Regions that wrote part of their protocol together."""

    schema_version: Literal[1]
    slug: Id
    name: Needed
    fictional: bool = False
    covenants: tuple[CovenantForm, ...] = ()
    agreements: tuple[AgreementForm, ...] = ()
    layer: LayerForm = LayerForm()

    @model_validator(mode="after")
    def _refers_to_what_is_there(self) -> Self:
        self._refuse(tuple(inside_group(self)))
        return self

    @property
    def layer_data(self) -> dict[str, Any]:
        """What the group says about the protocol, in the shape of a sector file; its agreements included."""
        return layer_data(self.layer, self.agreements)

    def to_group(self) -> RegionGroup:
        """As the directory knows it."""
        return RegionGroup(
            slug=self.slug,
            name=self.name,
            agreements=tuple(one.to_agreement() for one in self.agreements),
            covenants=tuple(one.to_covenant() for one in self.covenants),
            fictional=self.fictional,
            texts=step_texts(self.layer, self.name),
        )
