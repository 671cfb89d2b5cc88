"""Build the vendored assets: NL Design System CSS, the typeface, and axe-core for the tests.

Run `python tools/vendor_assets.py` from the root of the checkout; it needs `npm` (only to download: `npm pack`, no
install, no scripts) and fontTools with brotli (both come with WeasyPrint). `routekaart/static/VENDORED` pins each
package by name, version and sha256, and gets the sha256 of each file that was built from them.

The component CSS comes without its token packages: every `--utrecht-*` value is our own, in `css/tokens.css`.
"""

import hashlib
import io
import re
import subprocess
import sys
import tarfile
import tempfile
from dataclasses import dataclass
from pathlib import Path

from fontTools import subset
from fontTools.ttLib import TTFont
from fontTools.varLib import instancer

ROOT = Path(__file__).resolve().parent.parent
STATIC = ROOT / "routekaart" / "static"
PINS = STATIC / "VENDORED"
TESTS = ROOT / "tests" / "support" / "vendor"
TYPEFACE = "@fontsource-variable/atkinson-hyperlegible-next"
AXE = "axe-core"

# Classes of the components that our macros use; rules for any other class are left out.
KEPT = re.compile(
    r"""utrecht-(?:
    button(?:--(?:primary-action|secondary-action|subtle|danger))?
    |button-group
    |radio-button(?:--html-input)?
    |checkbox(?:--html-input)?
    |alert(?:--(?:info|ok|warning|error)|__content|__message)?
    |data-list(?:--rows|__item|__item-key|__item-value|__item-value--html-dd|__actions|__actions--html-dd)?
    |form-field(?:--invalid|__label|__input|__description|__error-message)?
    |form-field-description
    |form-field-error-message
    |form-fieldset(?:--html-fieldset|--invalid|__legend|__legend--html-legend)?
    |form-label
    |textbox(?:--html-input)?
    |textarea(?:--html-textarea)?
    |select(?:--html-select)?
    |skip-link(?:--visible-on-focus)?
    |breadcrumb-nav(?:__list|__list--html-ol|__item|__link|__separator)?
    |table(?:--html-table|-container)?
    )""",
    re.VERBOSE,
)

# What WeasyPrint and good typography ask for and the latin subset lacks, by the glyph to show.
EXTRA_CODE_POINTS = {0x2010: 0x2D, 0x2011: 0x2D, 0x202F: 0xA0}

# Lightest, default and boldest weight; the upstream file goes from 200 to 800 and is 13 kB larger.
WEIGHTS = (400, 400, 700)


@dataclass(frozen=True, slots=True)
class Pin:
    """One npm package that we build from."""

    name: str
    version: str
    licence: str
    sha256: str


def main() -> int:
    """Download, check, build, and write the sha256 of what was built. Exit 1 when a download differs from its pin."""
    pins = read_pins(PINS.read_text(encoding="utf-8"))
    with tempfile.TemporaryDirectory() as folder:
        tarballs = {pin.name: download(pin, Path(folder)) for pin in pins}
    wrong = [pin for pin in pins if hashlib.sha256(tarballs[pin.name]).hexdigest() != pin.sha256]
    for pin in wrong:
        found = hashlib.sha256(tarballs[pin.name]).hexdigest()
        print(f"{PINS.name}: {pin.name}@{pin.version} has sha256 {found}; expected {pin.sha256}", file=sys.stderr)
    if wrong:
        return 1
    built = build(tarballs)
    for path, data in built.items():
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
    PINS.write_text(render_pins(pins, built), encoding="utf-8")
    return 0


def read_pins(text: str) -> list[Pin]:
    """Lines `package name version licence sha256`; comments and `file` lines are skipped."""
    words = [line.split() for line in text.splitlines()]
    return [Pin(*line[1:]) for line in words if line and line[0] == "package"]


def render_pins(pins: list[Pin], built: dict[Path, bytes]) -> str:
    """The VENDORED file: what was taken, and what was made of it."""
    lines = ["# Made by tools/vendor_assets.py. package: name, version, licence, sha256 of its tarball."]
    lines += [f"package {pin.name} {pin.version} {pin.licence} {pin.sha256}" for pin in pins]
    lines += ["# file: path, sha256."]
    for path, data in sorted(built.items()):
        lines.append(f"file {path.relative_to(ROOT).as_posix()} {hashlib.sha256(data).hexdigest()}")
    return "\n".join(lines) + "\n"


def download(pin: Pin, folder: Path) -> bytes:
    """The tarball of one package."""
    command = ["npm", "pack", "--silent", "--pack-destination", str(folder), f"{pin.name}@{pin.version}"]
    name = subprocess.run(command, check=True, capture_output=True, text=True).stdout.split()[-1]
    return (folder / name).read_bytes()


def build(tarballs: dict[str, bytes]) -> dict[Path, bytes]:
    """Every vendored file, by path."""
    components = {name: data for name, data in tarballs.items() if name.startswith("@utrecht/")}
    first = next(iter(components.values()))
    font = tarballs[TYPEFACE]
    return {
        STATIC / "css" / "nlds.css": stylesheet(components),
        STATIC / "licences" / "EUPL-1.2.md": member(first, "LICENSE.md"),
        STATIC / "licences" / "OFL-1.1.txt": member(font, "LICENSE"),
        STATIC / "fonts" / "atkinson-next-latin.woff2": patched(font, "latin"),
        STATIC / "fonts" / "atkinson-next-latin-ext.woff2": patched(font, "latin-ext"),
        TESTS / "axe.min.js": member(tarballs[AXE], "axe.min.js"),
        TESTS / "axe-LICENSE.txt": member(tarballs[AXE], "LICENSE"),
    }


def member(tarball: bytes, path: str) -> bytes:
    """One file out of an npm tarball."""
    with tarfile.open(fileobj=io.BytesIO(tarball)) as archive:
        found = archive.extractfile(f"package/{path}")
        if found is None:
            raise FileNotFoundError(path)
        return found.read()


def stylesheet(components: dict[str, bytes]) -> bytes:
    """The rules of all components that our macros use, one line a component."""
    head = "/* NL Design System components of gemeente Utrecht, EUPL-1.2: see ../VENDORED and ../licences. */\n"
    parts = [shaken(squeezed(member(data, "dist/index.min.css").decode())) for data in components.values()]
    return (head + "\n".join(parts) + "\n").encode()


def squeezed(css: str) -> str:
    """Without comments and needless white space."""
    css = re.sub(r"/\*.*?\*/", "", css, flags=re.DOTALL)
    css = re.sub(r"\s+", " ", css)
    return re.sub(r"(?<=[(,{};]) | (?=[),{};])", "", css).strip()


def shaken(css: str) -> str:
    """Without the rules that no kept class can match; an at-rule that ends up empty goes too."""
    kept = []
    for head, body in blocks(css):
        if head.startswith("@media"):
            if inner := shaken(body):
                kept.append(f"{head}{{{inner}}}")
        elif selectors := [selector for selector in split_selectors(head) if is_kept(selector)]:
            kept.append(f"{','.join(selectors)}{{{body}}}")
    return "".join(kept)


def blocks(css: str) -> list[tuple[str, str]]:
    """The (head, body) pairs on the outermost level."""
    found, start, depth, opened = [], 0, 0, 0
    for place, character in enumerate(css):
        if character == "{":
            depth += 1
            if depth == 1:
                opened = place
        elif character == "}":
            depth -= 1
            if depth == 0:
                found.append((css[start:opened], css[opened + 1 : place]))
                start = place + 1
    return found


def split_selectors(head: str) -> list[str]:
    """A selector list at its commas, not at those between brackets."""
    parts, depth = [""], 0
    for character in head:
        depth += (character in "([") - (character in ")]")
        if character == "," and depth == 0:
            parts.append("")
        else:
            parts[-1] += character
    return parts


def is_kept(selector: str) -> bool:
    """Whether every component class that the selector asks for is one that we use."""
    names = re.findall(r"\.([\w-]+)", re.sub(r":not\([^()]*\)", "", selector))
    return bool(names) and all(KEPT.fullmatch(name) for name in names)


def patched(tarball: bytes, subset_name: str) -> bytes:
    """A variable woff2 with the extra code points, and without weights and features that nothing here uses."""
    path = f"files/atkinson-hyperlegible-next-{subset_name}-wght-normal.woff2"
    font = TTFont(io.BytesIO(member(tarball, path)), recalcTimestamp=False)
    for table in font["cmap"].tables:
        for extra, shown in EXTRA_CODE_POINTS.items():
            if shown in table.cmap:
                table.cmap[extra] = table.cmap[shown]
    options = subset.Options(hinting=False, layout_features=["kern", "mark", "mkmk", "ccmp", "locl", "tnum", "lnum"])
    subsetter = subset.Subsetter(options)
    subsetter.populate(unicodes=set(font.getBestCmap()))
    subsetter.subset(font)
    font = instancer.instantiateVariableFont(font, {"wght": WEIGHTS})
    font.flavor = "woff2"
    out = io.BytesIO()
    font.save(out)
    return out.getvalue()


if __name__ == "__main__":
    sys.exit(main())
