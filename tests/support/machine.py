"""What this machine can do for the tests."""

import os
import shutil
from ctypes.util import find_library
from functools import cache


def is_ci() -> bool:
    """In CI nothing may be skipped for want of a program."""
    return os.environ.get("CI") == "true"


@cache
def lacks() -> dict[str, str]:
    """The marks of the tests that cannot run here, each with the reason."""
    found = {}
    if not shutil.which("chromium"):
        found["browser"] = "chromium is not on the path (Debian: apt-get install chromium)"
    if not all(find_library(name) for name in ("pango-1.0", "pangoft2-1.0", "harfbuzz-subset")):
        found["pdf"] = "Pango or HarfBuzz is missing (Debian: see README.md)"
    return found
