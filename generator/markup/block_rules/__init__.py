"""Block rules: what a line can begin. The order decides where two rules could match."""

from generator.markup.block_rules.aside import aside
from generator.markup.block_rules.bare_mark import bare_mark
from generator.markup.block_rules.definition import definition
from generator.markup.block_rules.item import item
from generator.markup.block_rules.note import note
from generator.markup.block_rules.paragraph import paragraph
from generator.markup.block_rules.picture import picture
from generator.markup.block_rules.table import table
from generator.markup.block_rules.topic import topic

BLOCK_RULES = (
    ("definition", definition),
    ("table", table),
    ("aside", aside),
    ("picture", picture),
    ("topic", topic),
    ("item", item),
    ("note", note),
    ("bare_mark", bare_mark),
)

__all__ = ["BLOCK_RULES", "paragraph"]
