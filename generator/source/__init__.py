"""YAML source text as a tree in which everything knows its place.

    bytes -> text (`text`) -> parser events -> tree and findings (`composing`) -> `read_yaml` (`reading`)

Every scalar stays text: YAML would turn `010`, `12:30`, `1.10` and `on` into something else, so the field that asks for
a value gives it its type. Whatever is wrong with the file becomes a finding in plain Korean; no parser text gets out.
"""

from generator.source.comments import Comment, comments
from generator.source.edit import Edit, apply_edits, moved_line, whole_lines
from generator.source.reading import Reading, read_tolerantly, read_yaml
from generator.source.text import source_lines
from generator.source.tree import Entry, Mapping, Node, Scalar, Sequence

__all__ = [
    "Comment",
    "Edit",
    "Entry",
    "Mapping",
    "Node",
    "Reading",
    "Scalar",
    "Sequence",
    "apply_edits",
    "comments",
    "moved_line",
    "read_tolerantly",
    "read_yaml",
    "source_lines",
    "whole_lines",
]
