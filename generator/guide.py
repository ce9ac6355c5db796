"""The reference of keys in the staff guide, made from the model, so that it can never fall behind it."""

from __future__ import annotations

import types
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Annotated, Any, Union, get_args, get_origin

from pydantic.fields import FieldInfo

from generator.blocks import BLOCKS
from generator.blocks.budget import BudgetTable
from generator.fields import Node, example_of, known_keys
from generator.lineage import Lineage, Lineages, Place
from generator.model import Cover, Programme, Report, Section
from generator.organization import Organization

_MODELS: tuple[tuple[str, type[Node]], ...] = (
    ("보고서.yml", Report),
    ("보고서.yml의 표지", Cover),
    ("부 파일(일반현황.yml 등)", Section),
    ("사업", Programme),
    ("예산현황과 소요예산", BudgetTable),
    *((kind.key, kind.model) for kind in BLOCKS),
    ("organization.yml", Organization),
    ("programs.yml", Lineages),
    ("programs.yml의 사업", Lineage),
    ("programs.yml의 실린 곳", Place),
)


@dataclass(frozen=True, slots=True)
class KeyEntry:
    """One key: whether it must be there, what it means, and an example as it stands in a file."""

    key: str
    required: bool
    description: str
    example: str


@dataclass(frozen=True, slots=True)
class KeyGroup:
    """The keys of one mapping, with an example of the whole mapping."""

    title: str
    summary: str
    entries: tuple[KeyEntry, ...]
    example: str


def key_groups() -> tuple[KeyGroup, ...]:
    """Give all keys that staff may write, in the order in which the guide explains them."""
    return tuple(_group(title, model) for title, model in _MODELS)


def example_yaml(model: type[Node], *, optional: bool = True) -> str:
    """Give YAML text that the model accepts, made of the examples of its fields; required keys come first nowhere:
    the order is that of the model."""
    lines: list[str] = []
    for key, field in known_keys(model).items():
        if field.is_required() or (optional and example_of(field)):
            lines.extend(_field_lines(key, field))
    return "\n".join(lines) + "\n"


def _group(title: str, model: type[Node]) -> KeyGroup:
    entries = tuple(
        KeyEntry(key, field.is_required(), field.description or "", "\n".join(_field_lines(key, field)))
        for key, field in known_keys(model).items()
    )
    return KeyGroup(title, (model.__doc__ or "").strip(), entries, example_yaml(model))


def _field_lines(key: str, field: FieldInfo) -> list[str]:
    example = example_of(field)
    if example:
        first, *rest = example.split("\n")
        return [f"{key}: {first}".rstrip(), *(f"  {line}" if line else "" for line in rest)]
    nested, listed = _nested(field.annotation)
    if nested is None:
        return [f"{key}:"]
    return [f"{key}:", *_indented(example_yaml(nested, optional=False), listed)]


def _indented(text: str, listed: bool) -> list[str]:
    lines = text.rstrip().split("\n")
    if not listed:
        return [f"  {line}" for line in lines]
    return [f"  {'- ' if number == 0 else '  '}{line}" for number, line in enumerate(lines)]


def _nested(annotation: Any) -> tuple[type[Node] | None, bool]:
    """Find the model that a field holds, and whether the field holds a list of it."""
    for part, listed in _parts(annotation, False):
        if isinstance(part, type) and issubclass(part, Node):
            return part, listed
    return None, False


def _parts(annotation: Any, listed: bool) -> Iterator[tuple[Any, bool]]:
    origin = get_origin(annotation)
    if origin is Annotated:
        yield from _parts(get_args(annotation)[0], listed)
    elif origin in (Union, types.UnionType):
        for part in get_args(annotation):
            yield from _parts(part, listed)
    elif origin is tuple:
        yield from _parts(get_args(annotation)[0], True)
    elif origin is not None:
        for part in get_args(annotation):
            yield from _parts(part, listed)
    else:
        yield annotation, listed
