"""Programmes over the years: every figure and every wording that the reports have of one programme, in one line."""

from generator.lifelines.kinds import Figure, LifeLine, LinePoint, LineYear, Passage, Role, Stage
from generator.lifelines.tracing import lifelines_of

__all__ = ["Figure", "LifeLine", "LinePoint", "LineYear", "Passage", "Role", "Stage", "lifelines_of"]
