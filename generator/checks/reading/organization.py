"""Organisation charts and facility tables as staff wrote them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TypeVar

from generator.blocks.facilities import Facilities
from generator.blocks.organization import Organization, OrganizationUnit
from generator.content import BlockUse
from generator.fields import Node
from generator.library import LoadedReport
from generator.source import Scalar

N = TypeVar("N", bound=Node)


def charts(loaded: LoadedReport) -> Iterator[Organization]:
    """Give the organisation charts of a report."""
    yield from _blocks(loaded, Organization)


def facilities(loaded: LoadedReport) -> Iterator[Facilities]:
    """Give the facility tables of a report."""
    yield from _blocks(loaded, Facilities)


def units(unit: OrganizationUnit) -> Iterator[OrganizationUnit]:
    """Give a unit and all below it."""
    yield unit
    for below in unit.units:
        yield from units(below)


def _blocks(loaded: LoadedReport, kind: type[N]) -> Iterator[N]:
    for section in loaded.sections:
        yield from _walk(section.section, kind)


def _walk(value: object, kind: type[N]) -> Iterator[N]:
    if isinstance(value, BlockUse):
        if isinstance(value.model, kind):
            yield value.model
    elif isinstance(value, Node):
        for name in type(value).model_fields:
            yield from _walk(getattr(value, name), kind)
    elif isinstance(value, dict):
        for item in value.values():
            yield from _walk(item, kind)
    elif isinstance(value, tuple | list) and not isinstance(value, Scalar):
        for item in value:
            yield from _walk(item, kind)
