"""Reading a PDF back: its words, its tags, its typefaces."""

from __future__ import annotations

import re
from collections.abc import Iterator
from io import BytesIO
from typing import Any

import pikepdf
import pypdfium2

HYPHENS = re.compile("[\u2010\ufffe\u00ad]\\s*")
FOOT = re.compile(r"bladzijde \d+ van \d+")


def read_back(pdf: bytes, *running: str) -> str:
    """Every word of the body, one page after the other; `running` are the lines on each page's head."""
    with pypdfium2.PdfDocument(pdf) as document:
        pages = [page.get_textpage().get_text_range() for page in document]
    squeezed_pages = [squeezed(FOOT.sub("", page)) for page in pages]
    for line in running:
        squeezed_pages = [page.replace(squeezed(line), "", 1) for page in squeezed_pages]
    return "".join(squeezed_pages)


def squeezed(text: str) -> str:
    """A text without what a page's lines add to it: hyphens at their ends, white space and bullets.

    pdfium reads a hyphen at a line's end as U+FFFE, whether it was typed or put in: hyphens are left out on both sides.
    """
    return re.sub(r"[\s•-]+", "", HYPHENS.sub("", text))


def opened(pdf: bytes) -> pikepdf.Pdf:
    """The PDF as objects."""
    return pikepdf.open(BytesIO(pdf))


def elements(document: pikepdf.Pdf) -> Iterator[pikepdf.Dictionary]:
    """The tags in the tree, in reading order."""
    waiting = [document.Root.StructTreeRoot.K[0]]
    while waiting:
        element = waiting.pop()
        yield element
        kids = element.get("/K", [])
        waiting += [kid for kid in reversed(list(kids)) if isinstance(kid, pikepdf.Dictionary) and "/S" in kid]


def tagged(document: pikepdf.Pdf, *kinds: str) -> list[pikepdf.Dictionary]:
    """The tags of these kinds, in reading order."""
    return [element for element in elements(document) if str(element.S) in kinds]


def typefaces(document: pikepdf.Pdf) -> dict[str, bool]:
    """The typefaces by name, and whether each is in the file."""
    found: dict[str, bool] = {}
    for page in document.pages:
        for font in page.Resources.get("/Font", {}).values():
            descriptor = font.DescendantFonts[0].FontDescriptor
            name = str(font.BaseFont).partition("+")[2]
            found[name] = any(kind in descriptor for kind in ("/FontFile", "/FontFile2", "/FontFile3"))
    return found


def missing_glyphs(document: pikepdf.Pdf) -> int:
    """How often the empty box that stands for an unknown letter is drawn."""
    count = 0
    for page in document.pages:
        for instruction in pikepdf.parse_content_stream(page, "Tj TJ"):
            for text in _strings(instruction.operands):
                count += sum(pair == b"\0\0" for pair in _pairs(bytes(text)))
    return count


def _strings(operands: Any) -> Iterator[pikepdf.String]:
    for operand in operands:
        parts = operand if isinstance(operand, pikepdf.Array) else [operand]
        yield from (part for part in parts if isinstance(part, pikepdf.String))


def _pairs(data: bytes) -> Iterator[bytes]:
    return (data[place : place + 2] for place in range(0, len(data), 2))


def loose_marks(document: pikepdf.Pdf) -> int:
    """Marked content that is neither an artifact nor in the parent tree."""
    numbers = document.Root.StructTreeRoot.ParentTree.Nums
    parents = {int(numbers[place]): numbers[place + 1] for place in range(0, len(numbers), 2)}
    count = 0
    for page in document.pages:
        of_page = parents[int(page.StructParents)]
        for instruction in pikepdf.parse_content_stream(page, "BDC"):
            kind, properties = instruction.operands
            if str(kind) != "/Artifact" and not isinstance(of_page[int(properties.MCID)], pikepdf.Dictionary):
                count += 1
    return count
