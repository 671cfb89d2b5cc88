"""A real OpenID Connect provider on this machine, and somebody who signs in there."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from urllib.parse import urlsplit

import requests
from oidc_provider_mock import User, run_server_in_thread

from routekaart.config import SingleSignOn


@dataclass(frozen=True, slots=True)
class Provider:
    """Where it is."""

    url: str

    @property
    def setting(self) -> SingleSignOn:
        """As an installation knows it."""
        return SingleSignOn(self.url, "routekaart", "geheim")

    def signed_in(self, asked: str, sub: str) -> str:
        """Signs in at the address that the site leads to; the path to which the browser goes back."""
        return self._answered(asked, {"sub": sub})

    def denied(self, asked: str) -> str:
        """Somebody who changes their mind there."""
        return self._answered(asked, {"action": "deny"})

    def _answered(self, asked: str, form: dict[str, str]) -> str:
        back = urlsplit(requests.post(asked, data=form, allow_redirects=False, timeout=10).headers["Location"])
        return f"{back.path}?{back.query}"


@contextmanager
def provider(**emails: bool) -> Iterator[Provider]:
    """Runs until the block ends; people are their names, with whether their mail address is verified."""
    users = [
        User(sub=name, claims={"email": f"{name}@gemeente.example", "email_verified": verified})
        for name, verified in emails.items()
    ]
    with run_server_in_thread(user_claims=users) as server:
        yield Provider(f"http://localhost:{server.server_port}")
