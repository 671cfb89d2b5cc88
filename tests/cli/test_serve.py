"""`routekaart serve`, with the real server."""

import os
import re
import signal
import subprocess
import sys

import pytest

from routekaart import config
from tests.support.site import eventually, running_site


@pytest.fixture
def environ():
    """The environment without a DATABASE_URL: the instance's own SQLite."""
    return {name: value for name, value in os.environ.items() if name != "DATABASE_URL"}


def test_given_a_killed_worker_then_it_comes_back_and_the_site_goes_on(tmp_path, environ):
    with running_site(tmp_path, environ) as site:
        first = workers(site)
        os.kill(int(first[0]), signal.SIGKILL)
        eventually(lambda: site.log.read_text().count("Started worker-1") == 2, site.log.read_text)
        assert site.answers()


def test_given_visitors_then_the_log_says_nothing_about_them(tmp_path, environ):
    with running_site(tmp_path, environ) as site:
        assert site.answers()
    log = site.log.read_text().replace(site.url, "the site's own address")
    assert "healthz" not in log
    assert "127.0.0.1" not in log


def test_given_the_site_is_loaded_then_what_is_slow_to_import_waits_until_somebody_needs_it(tmp_path, environ):
    program = """
import sys
import wsgi
print(*sorted({"holidays", "icalendar", "snowballstemmer", "weasyprint"} & sys.modules.keys()))
"""
    environ |= {"INSTANCE": str(tmp_path)}
    ran = subprocess.run(
        [sys.executable, "-c", program], env=environ, cwd=config.ROOT, capture_output=True, text=True, check=True
    )
    assert ran.stdout.split() == []


def workers(site):
    return re.findall(r"Spawning worker-\d with PID: (\d+)", site.log.read_text())
