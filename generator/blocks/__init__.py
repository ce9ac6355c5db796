"""Blocks: the structured pieces that text cannot hold. To add one, write its module and add a line to `BLOCKS`."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from generator.blocks import (
    achievement,
    contacts,
    estimate,
    facilities,
    narrative,
    operation,
    organization,
    personnel,
    process,
    settlement,
    table,
    unit_budget,
)
from generator.blocks.context import Context
from generator.document import Block
from generator.fields import Node


@dataclass(frozen=True, slots=True)
class BlockKind:
    """A kind of block: the key that staff write, the model of what stands under it, and how it is drawn."""

    key: str
    model: type[Node]
    compose: Callable[[Any, Context], tuple[Block, ...]]


BLOCKS = (
    BlockKind("조직도", organization.Organization, organization.compose),
    BlockKind("인력표", personnel.Personnel, personnel.compose),
    BlockKind("시설표", facilities.Facilities, facilities.compose),
    BlockKind("예산표", unit_budget.UnitBudget, unit_budget.compose),
    BlockKind("결산표", settlement.Settlement, settlement.compose),
    BlockKind("산출근거", estimate.Estimate, estimate.compose),
    BlockKind("성과표", achievement.Achievement, achievement.compose),
    BlockKind("서술표", narrative.Narrative, narrative.compose),
    BlockKind("절차", process.ProcessBlock, process.compose),
    BlockKind("운영체계도", operation.OperationBlock, operation.compose),
    BlockKind("연락처", contacts.Contacts, contacts.compose),
    BlockKind("표", table.TableBlock, table.compose),
)
"""All kinds of block, in the order in which the staff guide explains them."""
