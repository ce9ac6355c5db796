"""What a parser's error means to the person who wrote the line.

PyYAML and libyaml report where reading became impossible, not what was done wrong, and they word it differently. Their
words only choose the handler here; the handler looks at the text itself.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from generator.source.composing import Composition
from generator.source.faults.layout import (
    misplaced_entry,
    misplaced_item,
    missing_colon,
    second_colon,
    stray_start,
)
from generator.source.faults.scene import Fault, Scene
from generator.source.faults.values import (
    bad_escape,
    block_header,
    colon_in_brackets,
    directive,
    forbidden_start,
    junk_in_brackets,
    mark_before_value,
    unclosed_quote,
    unknown,
)
from generator.source.text import SourceText

_HANDLERS: tuple[tuple[str, Callable[[Scene], Fault]], ...] = (
    ("mapping values are not allowed", second_colon),
    ("could not find expected ':'", missing_colon),
    ("cannot start any token", forbidden_start),
    ("sequence entries are not allowed", misplaced_item),
    ("mapping keys are not allowed", forbidden_start),
    ("node content", forbidden_start),
    ("while scanning an? (?:alias|anchor)|while (?:scanning|parsing) a tag|tag handle", mark_before_value),
    ("while scanning a directive|directive", directive),
    ("while scanning a block scalar", block_header),
    ("escape|hexadecimal|Unicode character", bad_escape),
    ("quoted scalar", unclosed_quote),
    ("found unexpected ':'", colon_in_brackets),
    ("while parsing a flow|flow collection", junk_in_brackets),
    ("expected '?<document start>", stray_start),
    ("while parsing a block", misplaced_entry),
)


def find_fault(source: SourceText, parsed: str, composition: Composition) -> Fault:
    """Name the fault at which the parser gave up; `composition.error` must be set."""
    error = composition.error
    words = " ".join(getattr(error, name, None) or "" for name in ("context", "problem"))
    last = max((end for _, end, _ in composition.scalars), default=0)
    problem = _offset(error, "problem_mark", last, parsed)
    scene = Scene(source, parsed, problem, _offset(error, "context_mark", problem, parsed), composition)
    handler = next((handle for words_of, handle in _HANDLERS if re.search(words_of, words)), unknown)
    return handler(scene)


def _offset(error: object, mark: str, otherwise: int, parsed: str) -> int:
    found = getattr(error, mark, None)
    return min(found.index, len(parsed)) if found else otherwise
