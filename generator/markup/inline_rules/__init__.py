"""Inline rules: what can stand inside a line. Everything that no rule takes is text."""

from generator.markup.inline_rules.escape import escape
from generator.markup.inline_rules.footnote_call import footnote_call
from generator.markup.inline_rules.line_break import line_break
from generator.markup.inline_rules.link import link
from generator.markup.inline_rules.picture import picture
from generator.markup.inline_rules.strong import strong

INLINE_RULES = (
    ("line_break", line_break),
    ("escape", escape),
    ("strong", strong),
    ("footnote_call", footnote_call),
    ("picture", picture),
    ("link", link),
)

__all__ = ["INLINE_RULES"]
