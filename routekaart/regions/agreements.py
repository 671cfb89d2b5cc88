"""How a region's agreements are written, and what its layer says about the protocol."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Annotated, Any

from pydantic import Field, JsonValue, ValidationInfo, field_validator

from routekaart.content.partners import ContactForm, Form, Https, Id, Needed, Text
from routekaart.directory import (
    Agreement,
    Coordinator,
    Covenant,
    IndexUse,
    LocalDocument,
    ReferralIndex,
    StepText,
    Training,
    Verification,
)
from routekaart.engine.vocabulary import ActionKind

PlainItems = tuple[dict[str, JsonValue], ...]


class AgreementForm(Form):
    """Who does what at a step. With a `kind` it also becomes an action of that kind in the step.

    `accountable` names the function that can be held to it.
    """

    id: Id
    step: Id
    role: Id
    does: Needed
    term: Text = ""
    kind: ActionKind | None = None
    covenant: Id | None = None
    accountable: Text = ""
    municipalities: tuple[str, ...] = ()

    def to_agreement(self) -> Agreement:
        """As the directory knows it."""
        return Agreement(**self.model_dump(exclude={"kind"}))

    def to_action(self) -> dict[str, JsonValue]:
        """As an item that a layer adds to the step."""
        action: dict[str, JsonValue] = {
            "action": f"afspraak-{self.id}",
            "text": self.does,
            "kind": self.kind.value if self.kind else None,
            "role": self.role,
            "binding": "agreement",
        }
        return action | {key: text for key, text in (("detail", self.term), ("covenant", self.covenant)) if text}


class CovenantForm(Form):
    """A signed paper; `signatories` are partner ids, `also_signed` names of others."""

    id: Id
    name: Needed
    signatories: tuple[Id, ...] = ()
    also_signed: tuple[Needed, ...] = ()
    valid_from: date | None = None
    valid_until: date | None = None
    document: Https = ""

    @field_validator("valid_until")
    @classmethod
    def _ends_after_start(cls, until: date | None, info: ValidationInfo) -> date | None:
        start = info.data.get("valid_from")
        if until and start and until < start:
            raise ValueError(f"{until} lies before the day on which it starts; expected: a day on or after {start}")
        return until

    def to_covenant(self) -> Covenant:
        """As the directory knows it."""
        return Covenant(**self.model_dump())


class ReferralIndexForm(Form):
    """Whether and how the referral index is used."""

    use: IndexUse
    text: Text = ""
    when_to_match: tuple[Needed, ...] = ()
    when_not: tuple[Needed, ...] = ()
    covenant: Id | None = None
    municipalities: tuple[str, ...] = ()

    def to_referral_index(self) -> ReferralIndex:
        """As the directory knows it."""
        return ReferralIndex(**self.model_dump())


class TrainingForm(Form):
    """A course."""

    id: Id
    title: Needed
    what: Needed
    whom: Text = ""
    provider: Text = ""
    duration: Text = ""
    apply: ContactForm | None = None

    def to_training(self) -> Training:
        """As the directory knows it."""
        apply = self.apply.to_contact() if self.apply else None
        return Training(self.id, self.title, self.what, self.whom, self.provider, self.duration, apply)


class LocalDocumentForm(Form):
    """A form, leaflet or protocol of the region itself; it is read elsewhere, at its `link`.

    `roles` and `steps` say for whom it is and when one needs it; some months after a check it asks for another.
    """

    id: Id
    title: Needed
    what: Needed
    link: Annotated[Https, Field(min_length=1)]
    roles: tuple[Id, ...] = ()
    steps: tuple[Id, ...] = ()
    reviewed_on: date | None = None
    reviewed_by: Text = ""
    review_months: int = Field(default=12, ge=1, le=60)

    def to_document(self) -> LocalDocument:
        """As the directory knows it."""
        checked = Verification(self.reviewed_on, self.reviewed_by, self.review_months) if self.reviewed_on else None
        return LocalDocument(self.id, self.title, self.what, self.link, self.roles, self.steps, checked)


class CoordinatorForm(Form):
    """The accountable contact point: a function, not a person."""

    function: Needed
    organisation: Needed
    tasks: tuple[Needed, ...] = ()
    contacts: tuple[ContactForm, ...] = ()

    def to_coordinator(self) -> Coordinator:
        """As the directory knows it."""
        contacts = tuple(one.to_contact() for one in self.contacts)
        return Coordinator(self.function, self.organisation, self.tasks, contacts)


class StepLayerForm(Form):
    """What a layer says about one step, as plain data; the content reader reads the items.

    `text` tells whatever does not fit in an item, in Markdown.
    """

    text: Text = ""
    add: PlainItems = ()
    specialise: PlainItems = ()
    pitfalls: PlainItems = ()


class LayerForm(Form):
    """What a region, region group or organisation says about the protocol, per step."""

    steps: dict[Id, StepLayerForm] = Field(default={})


def step_texts(layer: LayerForm, who: str) -> tuple[StepText, ...]:
    """What the layer tells at its steps."""
    return tuple(StepText(step, who, said.text) for step, said in layer.steps.items() if said.text)


def layer_data(layer: LayerForm, agreements: Iterable[AgreementForm] = ()) -> dict[str, Any]:
    """The layer as plain data in the shape of a sector file, with the agreements that are actions at the end."""
    steps = {
        step: {"add": [*said.add], "specialise": [*said.specialise], "pitfalls": [*said.pitfalls]}
        for step, said in layer.steps.items()
    }
    for one in agreements:
        if one.kind is not None:
            steps.setdefault(one.step, {"add": [], "specialise": [], "pitfalls": []})["add"].append(one.to_action())
    return {"steps": steps}
