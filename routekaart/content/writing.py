"""Plain data as YAML, the same bytes for the same data: fixed key order, long text as a block."""

from __future__ import annotations

import re
from enum import Enum
from typing import Any

import yaml

_WIDTH = 118
_LONG = 90
_WORD = re.compile(r"[A-Za-z0-9-]+")


class _Dumper(yaml.SafeDumper):
    """Indents lists under their key, keeps short lists of words on one line, never uses anchors."""

    def increase_indent(self, flow: bool = False, indentless: bool = False) -> None:
        super().increase_indent(flow, False)

    def ignore_aliases(self, data: Any) -> bool:
        return True


def _text(dumper: _Dumper, text: str) -> yaml.ScalarNode:
    style = "|" if "\n" in text else ">" if len(text) > _LONG else None
    return dumper.represent_scalar("tag:yaml.org,2002:str", text, style=style)


def _list(dumper: _Dumper, items: Any) -> yaml.SequenceNode:
    short = all(isinstance(one, str) and _WORD.fullmatch(one) for one in items) and sum(map(len, items)) < _LONG
    return dumper.represent_sequence("tag:yaml.org,2002:seq", items, flow_style=bool(items) and short)


def _enum(dumper: _Dumper, member: Enum) -> yaml.Node:
    return dumper.represent_data(member.value)


_Dumper.add_representer(str, _text)
_Dumper.add_representer(list, _list)
_Dumper.add_representer(tuple, _list)
_Dumper.add_multi_representer(Enum, _enum)


def yaml_text(data: Any) -> str:
    """The data as YAML text that reads back equal."""
    return yaml.dump(data, Dumper=_Dumper, sort_keys=False, allow_unicode=True, width=_WIDTH, default_flow_style=False)
