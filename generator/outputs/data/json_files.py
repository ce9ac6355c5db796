"""JSON for machines that follow links: JSON-LD files, and data blocks in pages."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from typing import TypeAlias

Json: TypeAlias = str | int | bool | Sequence["Json"] | Mapping[str, "Json"]
Node: TypeAlias = dict[str, Json]


def json_file(data: Json) -> bytes:
    """Give data as a file, Hangul as it is."""
    return (json.dumps(data, ensure_ascii=False, indent=1) + "\n").encode()


def data_block(data: Json) -> str:
    """Give data for a script element: `<` is written so that no text can end the element (HTML, 4.12.1.3), and the
    ampersand and `>` with it."""
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    return text.replace("<", "\\u003c").replace(">", "\\u003e").replace("&", "\\u0026")


def known(values: Mapping[str, Json | None]) -> Node:
    """Give the values that are known: those that are neither None nor empty."""
    return {name: value for name, value in values.items() if value is not None and value != "" and value != []}
