"""Reading YAML so that every complaint knows its file and line.

A file is composed into nodes once; pydantic validates the plain data, and the place in its complaint
(a path of keys and indexes) is followed through the nodes back to a line.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeVar

import yaml
from pydantic import BaseModel, ValidationError

from routekaart.engine.findings import ContentError, Finding

__all__ = ["ContentError", "Finding", "Location", "Source", "parse", "read", "read_text"]

_LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_Model = TypeVar("_Model", bound=BaseModel)
Location = tuple[str | int, ...]


@dataclass(frozen=True, slots=True)
class Source:
    """The data of one YAML file, with the nodes that it came from."""

    file: str
    data: Any
    root: yaml.Node | None

    def line(self, location: Location = ()) -> int:
        """Line (from 1) of the value at a path of keys and indexes, or of its nearest parent."""
        node, line = self.root, 1 if self.root is None else self.root.start_mark.line + 1
        for part in location:
            step = _step_into(node, part)
            if step is not None:
                node, line = step
        return line

    def finding(self, location: Location, problem: str, expected: str = "") -> Finding:
        """A finding at a place in this file."""
        return Finding(self.file, self.line(location), problem, expected)


def place_at(source: Source, line: int) -> Location:
    """The path of keys and indexes of the innermost value that begins at or before a line (from 1)."""
    node: yaml.Node | None = source.root
    path: Location = ()
    while (children := _children(node)) and (before := [one for one in children if one[1] <= line]):
        part, _, node = before[-1]
        path = (*path, part)
    return path


def _children(node: yaml.Node | None) -> list[tuple[str | int, int, yaml.Node]]:
    """Key or index, line and node of everything directly in a node."""
    if isinstance(node, yaml.MappingNode):
        return [(str(key.value), key.start_mark.line + 1, value) for key, value in node.value]
    if isinstance(node, yaml.SequenceNode):
        return [(place, one.start_mark.line + 1, one) for place, one in enumerate(node.value)]
    return []


def _step_into(node: yaml.Node | None, part: str | int) -> tuple[yaml.Node, int] | None:
    if isinstance(node, yaml.MappingNode):
        for key, value in node.value:
            if str(key.value) == str(part):
                return value, key.start_mark.line + 1
    if isinstance(node, yaml.SequenceNode) and isinstance(part, int) and part < len(node.value):
        child = node.value[part]
        return child, child.start_mark.line + 1
    return None


def read(path: Path, *, shown_as: str | None = None) -> Source:
    """Read one YAML file. Raises ContentError when it is no YAML, has a key twice, or cannot be read."""
    name = shown_as or str(path)
    try:
        return read_text(path.read_text(encoding="utf-8"), name)
    except (OSError, UnicodeDecodeError) as error:
        raise ContentError((Finding(name, 1, f"cannot be read: {error}", "a UTF-8 text file"),)) from error


def read_text(text: str, name: str) -> Source:
    """Read YAML from a text; `name` is what findings call it. Raises ContentError."""
    loader = _LOADER(text)
    try:
        root = loader.get_single_node()
        doubles = tuple(_double_keys(root, name))
        data = None if root is None else loader.construct_document(root)
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        line = 1 if mark is None else mark.line + 1
        problem = f"is no valid YAML: {getattr(error, 'problem', None) or error}"
        raise ContentError((Finding(name, line, problem, "valid YAML"),)) from error
    finally:
        loader.dispose()
    if doubles:
        raise ContentError(doubles)
    return Source(name, data, root)


def _double_keys(node: yaml.Node | None, name: str) -> list[Finding]:
    found: list[Finding] = []
    if isinstance(node, yaml.MappingNode):
        seen: set[str] = set()
        for key, value in node.value:
            if str(key.value) in seen:
                found.append(Finding(name, key.start_mark.line + 1, f'key "{key.value}" stands twice', "each key once"))
            seen.add(str(key.value))
            found += _double_keys(value, name)
    elif isinstance(node, yaml.SequenceNode):
        for child in node.value:
            found += _double_keys(child, name)
    return found


def parse(source: Source, model: type[_Model]) -> tuple[_Model | None, tuple[Finding, ...]]:
    """Validate a source. Gives the model, or None with every finding."""
    try:
        return model.model_validate(source.data), ()
    except ValidationError as error:
        return None, tuple(_finding(source, detail) for detail in error.errors())


def _finding(source: Source, detail: Any) -> Finding:
    location: Location = tuple(detail["loc"])
    where = ".".join(str(part) for part in location) or "the file"
    if detail["type"] == "extra_forbidden":
        return source.finding(
            location, f'unknown field "{location[-1]}" in {where}', "only the fields in docs/content-guide.md"
        )
    if detail["type"] == "missing":
        return source.finding(location[:-1], f'field "{location[-1]}" is missing in {where}', "this field")
    message = str(detail["msg"]).removeprefix("Value error, ")
    problem, _, expected = message.partition("; expected: ")
    return source.finding(location, f"{where}: {problem}", expected)
