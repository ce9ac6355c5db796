"""Checks JSON-LD against an excerpt of a vocabulary: which properties a type has, and what their values may be."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urlsplit

Range = tuple[str, ...]
DATE = re.compile(r"\d{4}(-\d{2}(-\d{2})?)?")


@dataclass(frozen=True)
class Type:
    """A type of a vocabulary: its parent, its own properties with what they take, and those that must be there."""

    parent: str = ""
    properties: Mapping[str, Range] = field(default_factory=dict)
    demanded: Range = ()


def faults(node: Mapping[str, Any], types: Mapping[str, Type], place: str = "") -> Iterator[str]:
    """Say what is wrong in a node and in those below it."""
    name = node.get("@type", "")
    if name not in types:
        yield f"{place}: no type {name!r}"
        return
    known: dict[str, Range] = {}
    demanded: list[str] = []
    for line in _lineage(name, types):
        known |= types[line].properties
        demanded += types[line].demanded
    yield from (f"{place} {name}: {missing} is missing" for missing in demanded if missing not in node)
    for key, given in node.items():
        if key.startswith("@"):
            continue
        if key not in known:
            yield f"{place} {name}: has no {key}"
            continue
        for value in given if isinstance(given, list) else [given]:
            if not any(_fits(value, expected, types) for expected in known[key]):
                yield f"{place} {name}.{key}: {value!r} is none of {known[key]}"
            if isinstance(value, dict) and value.get("@type") in types:
                yield from faults(value, types, f"{place} {name}.{key}")


def _lineage(name: str, types: Mapping[str, Type]) -> Iterator[str]:
    while name:
        yield name
        name = types[name].parent


def _fits(value: Any, expected: str, types: Mapping[str, Type]) -> bool:
    match expected:
        case "Text":
            return isinstance(value, str) and bool(value.strip())
        case "URL":
            return isinstance(value, str) and not re.search(r"\s", value) and bool(urlsplit(value).path)
        case "Date":
            return isinstance(value, str) and bool(DATE.fullmatch(value))
        case "Integer":
            return type(value) is int
        case "Boolean":
            return isinstance(value, bool)
        case "IRI":
            return isinstance(value, dict) and set(value) == {"@id"} and _fits(value["@id"], "URL", types)
        case "Korean":
            return isinstance(value, dict) and value.get("@language") == "ko" and _fits(value["@value"], "Text", types)
        case _ if ":" in expected and expected.startswith("xsd:"):
            return isinstance(value, dict) and value.get("@type") == expected and _fits(value["@value"], "Text", types)
        case _:
            return isinstance(value, dict) and expected in set(_lineage(value.get("@type", ""), types))
