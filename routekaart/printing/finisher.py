"""What WeasyPrint 70 leaves out of PDF/UA-1, put in before a document is written.

Scope of header cells, the tree of ids that table cells refer to, the print flag of links, and running heads and page
numbers as artifacts. It leans on WeasyPrint's own objects: tests/printing/test_tagged.py guards each upgrade.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

import pydyf

PRINTED = 4


def finish(document: Any, pdf: Any) -> None:
    """Mend the tags of a document; called by WeasyPrint as its finisher."""
    tree = _Tree(pdf)
    for annotation in tree.annotations:
        annotation["F"] = int(annotation.get("F", 0)) | PRINTED
    for row in tree.rows():
        _give_scope(tree, row)
    _add_ids(pdf, tree)
    for page, marks in _loose(tree).items():
        _make_artifacts(pdf, page, marks)
    _forget(tree)


def _number(reference: bytes) -> int:
    return int(reference.split(b" ", 1)[0])


@dataclass(slots=True)
class _Tree:
    """The tags of a document: all of them, and those that hang in the tree."""

    pdf: Any
    elements: dict[int, Any] = field(default_factory=dict)
    annotations: list[Any] = field(default_factory=list)
    root: Any = None
    live: set[int] = field(default_factory=set)

    def __post_init__(self) -> None:
        for thing in self.pdf.objects:
            if isinstance(thing, pydyf.Dictionary):
                self._keep(thing)
        waiting = [_number(self.root["K"][0])]
        while waiting:
            number = waiting.pop()
            if number in self.elements:
                self.live.add(number)
                waiting += self.children(self.elements[number])

    def _keep(self, thing: Any) -> None:
        match thing.get("Type"):
            case "/StructElem":
                self.elements[thing.number] = thing
            case "/Annot":
                self.annotations.append(thing)
            case "/StructTreeRoot":
                self.root = thing

    def children(self, element: Any) -> list[int]:
        """The numbers of what hangs under an element."""
        return [_number(kid) for kid in element["K"] if isinstance(kid, bytes)]

    def rows(self) -> Iterator[Any]:
        """The table rows in the tree."""
        return (self.elements[number] for number in sorted(self.live) if self.elements[number]["S"] == "/TR")

    def loose(self) -> Iterator[Any]:
        """Elements outside the tree: those of the page margins."""
        return (element for number, element in self.elements.items() if number not in self.live)


def _give_scope(tree: _Tree, row: Any) -> None:
    cells = [tree.elements[number] for number in tree.children(row) if number in tree.elements]
    headers = [cell for cell in cells if cell["S"] == "/TH"]
    of_column = tree.elements[_number(row["P"])]["S"] == "/THead" or len(headers) == len(cells)
    for cell in headers:
        cell["A"]["Scope"] = "/Column" if of_column else "/Row"


def _add_ids(pdf: Any, tree: _Tree) -> None:
    named = [tree.elements[number] for number in tree.live if "ID" in tree.elements[number]]
    if not named:
        return
    named.sort(key=lambda element: element["ID"].data)
    names = [part for element in named for part in (element["ID"], element.reference)]
    limits = [named[0]["ID"], named[-1]["ID"]]
    leaf = pydyf.Dictionary({"Limits": pydyf.Array(limits), "Names": pydyf.Array(names)})
    pdf.add_object(leaf)
    ids = pydyf.Dictionary({"Kids": pydyf.Array([leaf.reference])})
    pdf.add_object(ids)
    tree.root["IDTree"] = ids.reference


def _loose(tree: _Tree) -> dict[int, set[int]]:
    """By number of the page: the marks on it that belong to no element in the tree."""
    found: dict[int, set[int]] = {}
    for element in tree.loose():
        marks = {kid for kid in element["K"] if isinstance(kid, int)}
        found.setdefault(_number(element["Pg"]), set()).update(marks)
    return found


def _make_artifacts(pdf: Any, page: int, marks: set[int]) -> None:
    stream = pdf.objects[_number(pdf.objects[page]["Contents"])].stream
    for place, part in enumerate(stream):
        properties = stream[place - 1]
        if part == b"BDC" and isinstance(properties, pydyf.Dictionary) and properties.get("MCID") in marks:
            stream[place - 2 : place] = ["/Artifact", pydyf.Dictionary({"Type": "/Pagination"})]


def _forget(tree: _Tree) -> None:
    """Loose elements no longer stand in the parent tree, and are empty.

    Their places stay, as null: a mark is looked up by its place.
    """
    gone = {element.reference for element in tree.loose()}
    numbers = tree.pdf.objects[_number(tree.root["ParentTree"])]["Nums"]
    for of_page in numbers:
        if isinstance(of_page, pydyf.Array):
            of_page[:] = ["null" if reference in gone else reference for reference in of_page]
    for element in tree.loose():
        element.clear()
