"""The checker. To add a rule, write its module with a `RULE` and add a line to `RULES`.

1. `subject` reads a report once for all rules: statements, tables, programmes. `reading/` is what rules read with.
2. `engine` runs the rules, counts what was compared and turns what does not agree into findings.
3. `exclusion` takes away what a comment in the content has excused, and reports comments that excuse nothing.
"""

from __future__ import annotations

from generator.checks import (
    count_sum,
    department_name,
    estimate_sum,
    funding_ratio,
    funding_source,
    funding_sum,
    impossible_date,
    list_count,
    list_duplicate,
    numbering,
    over_execution,
    percentage,
    period_order,
    plan_date,
    plan_order,
    plan_result,
    previous_budget,
    programme_amount,
    programme_name,
    programme_vanished,
    result_date,
    same_place,
    table_formula,
    table_sum,
    table_text,
    target_unit,
    team_count,
    team_name,
    unit_budget,
    unit_price,
    weekday,
)
from generator.checks.notation import NOTATION_RULES
from generator.checks.rule import Rule

RULES: tuple[Rule, ...] = (
    table_sum.RULE,
    table_formula.RULE,
    funding_sum.RULE,
    funding_ratio.RULE,
    percentage.RULE,
    over_execution.RULE,
    unit_price.RULE,
    estimate_sum.RULE,
    count_sum.RULE,
    list_count.RULE,
    list_duplicate.RULE,
    numbering.RULE,
    impossible_date.RULE,
    weekday.RULE,
    period_order.RULE,
    plan_date.RULE,
    result_date.RULE,
    plan_order.RULE,
    table_text.RULE,
    unit_budget.RULE,
    programme_amount.RULE,
    programme_name.RULE,
    funding_source.RULE,
    target_unit.RULE,
    same_place.RULE,
    team_count.RULE,
    team_name.RULE,
    department_name.RULE,
    previous_budget.RULE,
    plan_result.RULE,
    programme_vanished.RULE,
    *NOTATION_RULES,
)
"""All rules, in the order in which the staff guide explains them."""
