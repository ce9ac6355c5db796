"""What the archive knows beside the reports: its name, its departments and how they follow each other."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class ShelfDepartment:
    """A department that reports. `predecessors` and `successors` are slugs where the archive has the department, and
    names where it has not."""

    slug: str
    name: str
    institution: str
    predecessors: tuple[str, ...] = ()
    successors: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Shelf:
    """The archive's own texts. `heading` is the front page's heading and may hold one line break; `lead` is one or two
    sentences on what the archive is; `licence` says under which terms the reports may be used."""

    name: str
    heading: str
    lead: str
    institution: str
    departments: tuple[ShelfDepartment, ...] = ()
    licence: str = ""
