"""One way to reach a partner."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from routekaart.directory.phone import dialled
from routekaart.directory.verification import Verification


class ContactKind(StrEnum):
    """The channel of a contact."""

    PHONE = "phone"
    EMAIL = "email"
    URL = "url"
    CHAT = "chat"
    FORM = "form"


@dataclass(frozen=True, slots=True)
class Contact:
    """A phone number, mail address, website, chat or form, and what to know before using it.

    `value` is a number in its written form (see `phone.normalised`), a mail address, or an https address.
    `hours` is a remark in words; the hours that can be reckoned with stand in the partner's Schedule.
    """

    kind: ContactKind
    value: str
    label: str = ""
    professionals_only: bool = False
    menu_choice: str = ""
    extension: str = ""
    hours: str = ""
    verification: Verification | None = None

    @property
    def href(self) -> str:
        """The address behind a link: tel:, mailto: or https:."""
        if self.kind is ContactKind.PHONE:
            return f"tel:{dialled(self.value)}"
        return f"mailto:{self.value}" if self.kind is ContactKind.EMAIL else self.value
