"""Measure the typeface once, so that drawings know how wide a word is: writes routekaart/drawing/advances.py.

Run `python tools/measure_typeface.py` from the root of the checkout after the typeface changed.
"""

from itertools import groupby
from pathlib import Path

from fontTools.ttLib import TTFont
from fontTools.varLib import instancer

ROOT = Path(__file__).resolve().parent.parent
TYPEFACE = ROOT / "routekaart" / "static" / "fonts" / "atkinson-next-latin.woff2"
TARGET = ROOT / "routekaart" / "drawing" / "advances.py"
CHARACTERS = [chr(code) for code in (*range(0x20, 0x7F), *range(0xA0, 0x100), *range(0x2010, 0x2027), 0x20AC)]
WEIGHTS = (400, 700)
HEAD = '''"""How wide each character is, in thousandths of an em, per weight. Written by tools/measure_typeface.py."""

ADVANCES: dict[int, dict[int, str]] = {
'''


def advances(weight: int) -> dict[int, str]:
    """Characters by advance width (thousandths of an em, rounded up)."""
    font = instancer.instantiateVariableFont(TTFont(TYPEFACE), {"wght": weight})
    cmap, widths, em = font.getBestCmap(), font["hmtx"], font["head"].unitsPerEm
    measured = [(-(-widths[cmap[ord(c)]][0] * 1000 // em), c) for c in CHARACTERS if ord(c) in cmap]
    return {width: "".join(c for _, c in group) for width, group in groupby(sorted(measured), key=lambda m: m[0])}


def module() -> str:
    """The text of the module."""
    tables = ""
    for weight in WEIGHTS:
        rows = "".join(f"        {width}: {characters!a},\n" for width, characters in advances(weight).items())
        tables += f"    {weight}: {{\n{rows}    }},\n"
    return f"{HEAD}{tables}}}\n"


if __name__ == "__main__":
    TARGET.write_text(module(), encoding="utf-8")
