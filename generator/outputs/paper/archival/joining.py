"""One structure tree out of those of a report's stretches."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from generator.outputs.paper.archival.nodes import Mark, Node, Place


def join_trees(trees: Iterable[tuple[Node, int]]) -> Node:
    """Join trees, each given with the number of pages before its own. A division that holds several stretches is in the
    tree of each; here it is once, with all that they hold of it."""
    joined = _Joined()
    for number, (tree, before) in enumerate(trees, start=1):
        joined.take(tree, f"s{number}-", before)
    return joined.root


@dataclass(slots=True)
class _Joined:
    root: Node = field(default_factory=lambda: Node("Document"))
    divisions: dict[str, Node] = field(default_factory=dict)

    def take(self, tree: Node, prefix: str, before: int) -> None:
        self.root.kids += self.kids(tree, prefix, before)

    def kids(self, node: Node, prefix: str, before: int) -> list[Node | Mark | Place]:
        found: list[Node | Mark | Place] = []
        for kid in node.kids:
            if not isinstance(kid, Node):
                found.append(replace(kid, page=kid.page + before))
            elif kid.division and kid.division in self.divisions:
                self.divisions[kid.division].kids += self.kids(kid, prefix, before)
            else:
                found.append(self.copy(kid, prefix, before))
        return found

    def copy(self, node: Node, prefix: str, before: int) -> Node:
        """Copy a node with names that are its stretch's own: each counts its tables and notes from 1."""
        made = replace(node, attributes=dict(node.attributes), name=prefix + node.name if node.name else "", kids=[])
        if heads := made.attributes.get("Headers"):
            made.attributes["Headers"] = [f"{prefix}{head}" for head in heads] if isinstance(heads, list) else heads
        if node.division:
            self.divisions[node.division] = made
        made.kids = self.kids(node, prefix, before)
        return made
