"""Choosing a password: the fields, and what is wrong with what was filled in."""

from __future__ import annotations

from flask_wtf import FlaskForm
from wtforms import PasswordField

from routekaart.accounts.passwords import LEAST, MOST, Weak, weakness

WEAK = {
    Weak.SHORT: f"Kies een wachtwoord van ten minste {LEAST} tekens.",
    Weak.LONG: f"Kies een wachtwoord van ten hoogste {MOST} tekens.",
    Weak.ADDRESS: "Gebruik niet je mailadres als wachtwoord.",
    Weak.COMMON: "Dit wachtwoord is makkelijk te raden. Kies bijvoorbeeld vier losse woorden.",
}
DIFFERENT = "De twee wachtwoorden zijn niet gelijk. Vul ze allebei nog eens in."


class NewPasswordForm(FlaskForm):
    """A password, typed twice."""

    nieuw = PasswordField()
    herhaal = PasswordField()

    @property
    def password(self) -> str:
        """What was chosen."""
        return self.nieuw.data or ""

    def faults(self, email: str) -> dict[str, str]:
        """What is wrong, by field."""
        if weak := weakness(self.password, email):
            return {"nieuw": WEAK[weak]}
        return {} if self.password == self.herhaal.data else {"herhaal": DIFFERENT}
