"""markdown-it-py with our rules and none of its own: no HTML, no headings by `#`, no lists by `1.`, no code."""

from __future__ import annotations

from functools import cache

from markdown_it import MarkdownIt
from markdown_it.token import Token

from generator.markup import line, window
from generator.markup.block_rules import BLOCK_RULES, paragraph
from generator.markup.inline_rules import INLINE_RULES


def parse_blocks(shape: str, place: window.Window) -> list[Token]:
    """Parse the lines of a window into block tokens. `shape` has plain spaces and line feeds only."""
    tokens: list[Token] = []
    parser = _parser()
    parser.block.parse(shape, parser, {window.KEY: place}, tokens)
    return tokens


def parse_inline(place: line.Line) -> list[Token]:
    """Parse a line into inline tokens."""
    parser = _parser()
    return parser.inline.parse(place.run.text, parser, {line.KEY: place}, [])


@cache
def _parser() -> MarkdownIt:
    parser = MarkdownIt("zero")
    parser.block.ruler.at("paragraph", paragraph)
    for name, block_rule in BLOCK_RULES:
        # Each of them ends the text before it without a blank line.
        parser.block.ruler.before("paragraph", f"report_{name}", block_rule, {"alt": ["paragraph"]})
    for name, inline_rule in INLINE_RULES:
        parser.inline.ruler.push(f"report_{name}", inline_rule)
    return parser
