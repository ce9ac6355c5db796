"""Rules of notation: how official documents are written. Each names the law, the orthographic rule or the custom.

A report may leave them out as a whole with `표기 검사: 하지 않음`: a published original stays as it was printed.
What the rules look at is in `reading/`; `generator.fixing` writes their replacements into the files.
"""

from __future__ import annotations

from generator.checks.notation import (
    about_suffix,
    address,
    bare_hanja,
    blank,
    bracket_pair,
    colon_space,
    date_form,
    dependent_noun,
    full_stop,
    full_width,
    loanword,
    lone_item,
    long_item,
    look_alike,
    mark_space,
    middle_dot_space,
    negative_sign,
    number_grouping,
    numeral_determiner,
    omitted_century,
    percent_sign,
    quote_pair,
    sentence_ending,
    skipped_level,
    table_money_unit,
    table_unit,
    tilde_space,
    won_space,
)
from generator.checks.rule import Rule

NOTATION_RULES: tuple[Rule, ...] = (
    date_form.RULE,
    omitted_century.RULE,
    tilde_space.RULE,
    colon_space.RULE,
    middle_dot_space.RULE,
    look_alike.RULE,
    full_width.RULE,
    blank.RULE,
    mark_space.RULE,
    bracket_pair.RULE,
    quote_pair.RULE,
    numeral_determiner.RULE,
    about_suffix.RULE,
    dependent_noun.RULE,
    loanword.RULE,
    bare_hanja.RULE,
    number_grouping.RULE,
    won_space.RULE,
    table_unit.RULE,
    table_money_unit.RULE,
    percent_sign.RULE,
    negative_sign.RULE,
    address.RULE,
    skipped_level.RULE,
    lone_item.RULE,
    long_item.RULE,
    sentence_ending.RULE,
    full_stop.RULE,
)

"""All rules of notation, in the order in which the staff guide explains them."""
