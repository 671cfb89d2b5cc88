"""Whether a web address still answers: HEAD, else GET, over https, and never to an address that is not public.

The name is resolved here and the connection goes to what was found, so that it cannot point elsewhere meanwhile; each
redirect is held to the same rules. Nothing of a page is read.
"""

from __future__ import annotations

import http.client
import socket
import ssl
from collections.abc import Collection
from dataclasses import dataclass
from enum import StrEnum
from ipaddress import IPv6Address, IPv6Network, ip_address
from urllib.parse import urljoin, urlsplit

SECONDS = 8.0
MOST_REDIRECTS = 5
_NAT64 = IPv6Network("64:ff9b::/96")
_CANNOT_SAY = frozenset({401, 403, 405, 406, 408, 425, 429, 451})


class Verdict(StrEnum):
    """Whether an address answers; `UNSURE`: it answers, but not to a program, or not now."""

    FINE = "fine"
    DEAD = "dead"
    UNSURE = "unsure"


class Reason(StrEnum):
    """Why there was no answer at all; else the reason is the number of the answer."""

    NO_NAME = "no name"
    NO_ANSWER = "no answer"
    CERTIFICATE = "certificate"
    NOT_SAFE = "not safe"
    NOT_PUBLIC = "not public"
    REDIRECTS = "redirects"


@dataclass(frozen=True, slots=True)
class Answer:
    """How an address answered: a verdict, and a Reason or the number of the answer."""

    verdict: Verdict
    reason: str


class _No(Exception):
    def __init__(self, reason: Reason) -> None:
        super().__init__(reason)
        self.reason = reason


def check(address: str, allowed: Collection[str] = (), seconds: float = SECONDS) -> Answer:
    """Asks an address. `allowed` are IP addresses that may be visited though they are not public."""
    try:
        status = _status("HEAD", address, allowed, seconds)
        if status >= 400:
            status = _status("GET", address, allowed, seconds)
    except _No as error:
        return Answer(Verdict.DEAD, error.reason)
    except ssl.SSLError:
        return Answer(Verdict.DEAD, Reason.CERTIFICATE)
    except (OSError, http.client.HTTPException):
        return Answer(Verdict.DEAD, Reason.NO_ANSWER)
    if status < 400:
        return Answer(Verdict.FINE, str(status))
    is_unsure = status in _CANNOT_SAY or status >= 500
    return Answer(Verdict.UNSURE if is_unsure else Verdict.DEAD, str(status))


def is_public(ip: str) -> bool:
    """Whether an address is somebody's on the internet; what wraps another address is taken for what it wraps."""
    found = ip_address(ip.partition("%")[0])
    if isinstance(found, IPv6Address):
        if found.sixtofour or found.teredo:
            return False
        if found in _NAT64:
            return is_public(str(ip_address(int(found) & 0xFFFFFFFF)))
        if found.ipv4_mapped:
            return is_public(str(found.ipv4_mapped))
    return found.is_global and not found.is_multicast and not found.is_reserved


def _status(method: str, address: str, allowed: Collection[str], seconds: float) -> int:
    for _ in range(MOST_REDIRECTS + 1):
        status, location = _ask(method, address, allowed, seconds)
        if status not in (301, 302, 303, 307, 308) or not location:
            return status
        address = urljoin(address, location)
    raise _No(Reason.REDIRECTS)


def _ask(method: str, address: str, allowed: Collection[str], seconds: float) -> tuple[int, str]:
    try:
        parts = urlsplit(address)
        host, port = (parts.hostname or "").encode("idna").decode(), parts.port or 443
    except ValueError:  # UnicodeError is one
        raise _No(Reason.NO_NAME) from None
    if parts.scheme != "https" or parts.username:
        raise _No(Reason.NOT_SAFE)
    connection = _Pinned(host, port, _resolved(host, port, allowed), seconds)
    path = (parts.path or "/") + (f"?{parts.query}" if parts.query else "")
    try:
        headers = {"User-Agent": "Routekaart-linkcheck", "Accept": "*/*", "Connection": "close"}
        connection.request(method, _quoted(path), headers=headers)
        answer = connection.getresponse()
        return answer.status, answer.getheader("Location") or ""
    finally:
        connection.close()


def _quoted(path: str) -> str:
    """What http.client takes: no spaces or control signs, nothing beyond ASCII."""
    return "".join(one if "!" <= one <= "~" else "".join(f"%{octet:02X}" for octet in one.encode()) for one in path)


def _resolved(host: str, port: int, allowed: Collection[str]) -> str:
    """The IP address to go to. When one of several is not public, none is trusted."""
    try:
        rows = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except (socket.gaierror, UnicodeError):
        raise _No(Reason.NO_NAME) from None
    found = [str(row[4][0]) for row in rows]
    if not found or any(one not in allowed and not is_public(one) for one in found):
        raise _No(Reason.NOT_PUBLIC)
    return found[0]


class _Pinned(http.client.HTTPSConnection):
    """Connects to an IP address that was looked at, and asks for the certificate of the name."""

    def __init__(self, host: str, port: int, ip: str, seconds: float) -> None:
        super().__init__(host, port, timeout=seconds)
        self._ip, self._tls, self._seconds = ip, ssl.create_default_context(), seconds

    def connect(self) -> None:
        """To the pinned address."""
        plain = socket.create_connection((self._ip, self.port), self._seconds)
        try:
            self.sock = self._tls.wrap_socket(plain, server_hostname=self.host)
        except BaseException:
            plain.close()
            raise
