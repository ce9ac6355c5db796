"""Programmes that live over several reports: how programs.yml joins them, and where in a report it points.

The file names places and never figures: a value is read from the report at its place, so that it cannot differ from it.
"""

from generator.lineage.model import Lineage, Lineages, Place
from generator.lineage.places import FoundPlace, PlaceFigure
from generator.lineage.resolving import ResolvedLineage, resolve_lineages

__all__ = [
    "FoundPlace",
    "Lineage",
    "Lineages",
    "Place",
    "PlaceFigure",
    "ResolvedLineage",
    "resolve_lineages",
]
