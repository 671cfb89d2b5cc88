"""The settings, read from the environment and checked once, at start."""

import hashlib
import hmac
import os
import secrets
from collections.abc import Mapping
from dataclasses import dataclass, field
from ipaddress import ip_address
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
POSTGRESQL = ("postgresql+psycopg", "postgresql", "postgres")


class BadSettings(Exception):
    """Names every setting that is wrong, one a line."""


@dataclass(frozen=True, slots=True)
class MailServer:
    """Where mail is handed over; without `user` nobody logs in."""

    host: str
    port: int
    user: str
    password: str = field(repr=False)
    starttls: bool


@dataclass(frozen=True, slots=True)
class SingleSignOn:
    """The OpenID Connect provider of the organisation: who it vouches for comes in at the desk."""

    issuer: str
    client_id: str
    client_secret: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class Settings:
    """Where this installation keeps its things, where it listens, how it sends mail, and who vouches for people.

    `site_url` is its address for visitors, without a slash at the end: a mail needs it. No `mail_server`: files.
    `link_check_allows` are IP addresses that the check of web links may visit though they are not public: for tests.
    """

    instance: Path
    database_url: str
    port: int
    secret: bytes = field(repr=False)
    site_url: str = "http://127.0.0.1:8000"
    sender: str = "routekaart@localhost"
    mail_server: MailServer | None = None
    link_check_allows: frozenset[str] = frozenset()
    single_sign_on: SingleSignOn | None = None

    def key(self, purpose: str) -> bytes:
        """32 bytes that belong to one purpose and to this installation."""
        return hmac.digest(self.secret, purpose.encode(), hashlib.sha256)


def load(environ: Mapping[str, str] = os.environ) -> Settings:
    """Settings from the environment; makes the instance folder and its secret. Raises BadSettings."""
    problems: list[str] = []
    instance = _instance(environ.get("INSTANCE") or str(ROOT / "instance"), problems)
    port = _port(environ.get("PORT") or "8000", problems)
    database_url = _database_url(environ.get("DATABASE_URL") or "", instance, problems)
    site_url = _site_url(environ.get("SITE_URL") or f"http://127.0.0.1:{port}", problems)
    sender = _sender(environ.get("MAIL_FROM") or "routekaart@localhost", problems)
    mail_server = _mail_server(environ, problems)
    sso = _single_sign_on(environ, problems)
    allows = _addresses(environ.get("LINK_CHECK_ALLOWS") or "", problems)
    if problems:
        raise BadSettings("\n".join(problems))
    secret = _secret(instance / "keys")
    return Settings(instance, database_url, port, secret, site_url, sender, mail_server, allows, sso)


def _instance(text: str, problems: list[str]) -> Path:
    folder = Path(text).expanduser().resolve()
    try:
        # Database and keys are for the owner alone; a folder that was there keeps the rights that it got.
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    except OSError as error:
        problems.append(f"INSTANCE={text}: {error.strerror}; expected a folder that can be written")
        return folder
    if not os.access(folder, os.W_OK | os.X_OK):
        problems.append(f"INSTANCE={text}: not writable; expected a folder that can be written")
    return folder


def _port(text: str, problems: list[str], name: str = "PORT") -> int:
    if text.isascii() and text.isdigit() and 0 < int(text) < 65536:
        return int(text)
    problems.append(f"{name}={text}: not a port; expected a number from 1 to 65535")
    return 0


def _database_url(text: str, instance: Path, problems: list[str]) -> str:
    """The address as SQLAlchemy wants it; the message never repeats it, since it may hold a password."""
    if not text:
        return f"sqlite:///{instance / 'routekaart.sqlite3'}"
    scheme, _, rest = text.partition("://")
    if scheme in POSTGRESQL and rest:
        return f"{POSTGRESQL[0]}://{rest}"
    if scheme == "sqlite" and rest.strip("/"):
        return f"sqlite:///{Path(rest.removeprefix('/')).resolve()}"
    problems.append("DATABASE_URL: no database of a known kind; expected sqlite:///file or postgresql://user@host/name")
    return ""


def _site_url(text: str, problems: list[str]) -> str:
    scheme, _, host = text.partition("://")
    if scheme not in ("http", "https") or not host.strip("/"):
        problems.append(f"SITE_URL={text}: not an address; expected https://host")
    return text.rstrip("/")


def _addresses(text: str, problems: list[str]) -> frozenset[str]:
    found = frozenset(text.split())
    for one in found:
        try:
            ip_address(one)
        except ValueError:
            problems.append(f"LINK_CHECK_ALLOWS={text}: {one} is no IP address; expected IP addresses with spaces")
    return found


def _sender(text: str, problems: list[str]) -> str:
    if not text.isprintable() or text.count("@") != 1 or text.startswith("@") or text.endswith("@"):
        problems.append(f"MAIL_FROM={text}: not a mail address; expected name@host")
    return text


def _mail_server(environ: Mapping[str, str], problems: list[str]) -> MailServer | None:
    """None without SMTP_HOST; with it, what a mail must say has to be set too."""
    host = environ.get("SMTP_HOST") or ""
    if not host:
        return None
    for name in ("SITE_URL", "MAIL_FROM"):
        if not environ.get(name):
            problems.append(f"{name}: not set; expected a value, since SMTP_HOST is set")
    starttls = environ.get("SMTP_STARTTLS") or "yes"
    if starttls not in ("yes", "no"):
        problems.append(f"SMTP_STARTTLS={starttls}: expected yes or no")
    port = _port(environ.get("SMTP_PORT") or "587", problems, "SMTP_PORT")
    user, password = environ.get("SMTP_USER") or "", environ.get("SMTP_PASSWORD") or ""
    return MailServer(host, port, user, password, starttls == "yes")


def _single_sign_on(environ: Mapping[str, str], problems: list[str]) -> SingleSignOn | None:
    """None without OIDC_ISSUER; with it, the rest has to be set too, and nothing of it travels in the clear."""
    issuer = (environ.get("OIDC_ISSUER") or "").rstrip("/")
    if not issuer:
        return None
    for name in ("OIDC_CLIENT_ID", "OIDC_CLIENT_SECRET", "SITE_URL"):
        if not environ.get(name):
            problems.append(f"{name}: not set; expected a value, since OIDC_ISSUER is set")
    if not issuer.startswith(("https://", "http://127.0.0.1:", "http://localhost:")):
        problems.append(f"OIDC_ISSUER={issuer}: not safe; expected an address that begins with https://")
    return SingleSignOn(issuer, environ.get("OIDC_CLIENT_ID") or "", environ.get("OIDC_CLIENT_SECRET") or "")


def _secret(folder: Path) -> bytes:
    """The secret of this installation, made on the first start; two processes that start at once get the same."""
    folder.mkdir(mode=0o700, exist_ok=True)
    path = folder / "secret"
    if not path.exists():
        fresh = folder / f"secret.{secrets.token_hex(8)}"
        with os.fdopen(os.open(fresh, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as file:
            file.write(secrets.token_bytes(32))
        try:
            os.link(fresh, path)
        except FileExistsError:
            pass
        finally:
            fresh.unlink()
    return path.read_bytes()
