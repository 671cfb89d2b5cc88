#!/usr/bin/env bash
# Makes .venv from the hashed locks: `tools/setup.sh prod` to run, `tools/setup.sh dev` to test as well.
# Does nothing when the locks have not changed since the last time.
set -euo pipefail
cd "$(dirname "$0")/.."

kind=${1:-prod}
venv=.venv
stamp=$venv/.setup
export PIP_DISABLE_PIP_VERSION_CHECK=1

say() { echo "setup: $*" >&2; }

key() { cat requirements/*.lock tools/setup.sh | sha256sum | cut -d' ' -f1; }

up_to_date() {
    [ -x $venv/bin/routekaart ] && [ -f $stamp ] || return 1
    local installed
    installed=$(cat $stamp)
    [ "$installed" = "$kind $(key)" ] || [ "$installed" = "dev $(key)" ]
}

make_venv() {
    python3 -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { say "Python 3.11 or newer is needed"; exit 1; }
    [ -x $venv/bin/pip ] || python3 -m venv $venv || { say "python3 -m venv failed (Debian: apt-get install python3-venv)"; exit 1; }
}

install_locked() {
    local lock=requirements/$kind.lock
    if [ -x $venv/bin/uv ] || $venv/bin/pip install -q --require-hashes --only-binary :all: -r requirements/installer.lock; then
        VIRTUAL_ENV=$PWD/$venv $venv/bin/uv pip install -q --compile-bytecode --require-hashes --only-binary :all: -r $lock
        VIRTUAL_ENV=$PWD/$venv $venv/bin/uv pip install -q --no-deps --no-build-isolation -e .
    else
        say "uv does not install here; going on with pip, which is slower"
        $venv/bin/pip install -q --require-hashes --only-binary :all: -r $lock
        $venv/bin/pip install -q --no-deps --no-build-isolation -e .
    fi
}

# apt_install WHY PACKAGE...: installs as root on Debian; elsewhere says what is missing and goes on.
apt_install() {
    local why=$1
    shift
    if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; then
        say "installing $* ($why)"
        { apt-get update && DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends "$@"; } >/dev/null </dev/null ||
            say "apt-get could not install $*: $why will not work"
    else
        say "missing: $why. On Debian: apt-get install $*"
    fi
}

print_libraries() {
    $venv/bin/python - <<'PY' || apt_install "making PDFs" libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0
import sys
from ctypes.util import find_library
sys.exit(not all(map(find_library, ("pango-1.0", "pangoft2-1.0", "harfbuzz-subset"))))
PY
}

browser() {
    command -v chromium >/dev/null || apt_install "browser tests" chromium
}

if ! up_to_date; then
    make_venv
    install_locked
    echo "$kind $(key)" >$stamp
fi
$venv/bin/python -m compileall -q routekaart wsgi.py || true # halves the start; a folder that cannot be written does without
print_libraries
if [ "$kind" = dev ]; then browser; fi
