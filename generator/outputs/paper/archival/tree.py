"""The structure tree of a report, from its HTML and the pieces of the pages that show it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any

from generator.outputs.paper.archival.nodes import Mark, Node, Place, plain_text
from generator.outputs.paper.archival.recording import LinkPlace, Piece
from generator.outputs.paper.archival.roles import SVG, classes, is_decoration, role_of, tag_of
from generator.outputs.paper.archival.tables import describe_cells

_MAY_BE_EMPTY = frozenset({"TH", "TD"})
"""A table's grid stays whole (ISO 14289-1 7.5); everything else without content says nothing and goes."""

_GROUPS = frozenset(
    ("Document", "Part", "Art", "Sect", "Div", "L", "LI", "Table", "THead", "TBody", "TFoot", "TR", "TOC", "TOCI")
)
"""Roles whose content stands in blocks of its own."""

_HEADINGS = frozenset(f"H{level}" for level in range(1, 7))


@dataclass(frozen=True, slots=True)
class Tagged:
    """A structure tree and the pieces, by page and number, that are no part of it."""

    root: Node
    artefacts: frozenset[tuple[int, int]]


def build_tree(html: Any, pieces: Iterable[Piece], links: Iterable[LinkPlace]) -> Tagged:
    """Make the tree of a document whose HTML element is `html`."""
    growing = _Growing({child: parent for parent in html.iter() for child in parent})
    artefacts = {(piece.page, piece.number) for piece in pieces if not growing.take(piece)}
    for link in links:
        growing.take_link(link)
    _move_notes(growing.root)
    _prune(growing.root)
    _complete(growing.root)
    describe_cells(growing.root)
    return Tagged(growing.root, frozenset(artefacts))


@dataclass(slots=True)
class _Growing:
    parents: dict[Any, Any]
    root: Node = field(default_factory=lambda: Node("Document"))
    placed: dict[Any, Node] = field(default_factory=dict)
    notes: dict[Any, Node] = field(default_factory=dict)

    def take(self, piece: Piece) -> bool:
        """Put a piece into the tree; False where it is no part of it."""
        chain = [piece.element, *self.above(piece.element)]
        if piece.printed_again or any(map(is_decoration, chain)) or _is_filling(piece, chain):
            return False
        home = self.home(piece)
        if home.role in _GROUPS:
            if not piece.text.strip():  # the space between two blocks
                return False
            around, home = home, Node("P")
            around.kids.append(home)
        home.kids.append(Mark(piece.page, piece.number, piece.text))
        if home.role == "Figure":
            home.owner, home.attributes["Placement"] = "Layout", "Block"
            home.attributes["BBox"] = list(piece.extent)
        return True

    def take_link(self, link: LinkPlace) -> None:
        chain = (link.element, *self.above(link.element))
        anchor = next((it for it in chain if tag_of(it) == "a"), None)
        if anchor is not None:
            self.place(anchor).kids.append(Place(link.page, link.number))

    def above(self, element: Any) -> Iterator[Any]:
        while (element := self.parents.get(element)) is not None:
            yield element

    def home(self, piece: Piece) -> Node:
        """Give the node that a piece belongs into."""
        element, (_, _, part) = piece.element, piece.part.partition("::")
        if part == "marker":
            return self.label(self.item_of(element))
        if part == "footnote-call":
            return self.call(element)
        if part == "footnote-marker":
            return self.label(self.place(element))
        return self.place(element)

    def item_of(self, element: Any) -> Node:
        self.place(element)
        return self.placed[element, "item"]

    def label(self, node: Node) -> Node:
        first = node.kids[0] if node.kids else None
        if isinstance(first, Node) and first.role == "Lbl":
            return first
        label = Node("Lbl")
        node.kids.insert(0, label)
        return label

    def call(self, element: Any) -> Node:
        """A call stands where its note is called; the note follows it in the tree, wherever it is printed."""
        reference = self.placed.get((element, "call"))
        if reference is None:
            reference = self.placed[element, "call"] = Node("Reference", element)
            around = self.place(self.parents[element])
            around.kids.append(reference)
            self.place(element)
        return reference

    def place(self, element: Any) -> Node:
        """Give the node that holds what an element shows; nodes come into being in the order of the text."""
        if element in self.placed:
            return self.placed[element]
        above = list(self.above(element))
        if above:
            self.place(above[0])  # a table places its cells with itself
        if element not in self.placed:
            self.placed[element] = self.make(element, above)
        return self.placed[element]

    def make(self, element: Any, above: list[Any]) -> Node:
        if not above:
            return self.root
        around = above[0]
        tag, role = tag_of(element), role_of(element, above)
        if tag == "li" and "centres" in classes(around):
            return self.place(self.team_of(element))
        if tag == "li":
            item, body = Node("LI", element), Node("LBody", element)
            self.place(around).kids.append(item)
            item.kids.append(body)
            self.placed[element, "item"] = item
            return body
        if role == "Link" and any("contents" in classes(it) for it in above):
            return self.entry(next(it for it in above if tag_of(it) == "tr"))
        if not role:
            return self.place(around)
        node = Node(role, element, division=element.get("data-division", ""))
        self.place(around).kids.append(node)
        if role == "Table":
            self.placed[element] = node
            self.lay_out(element)
        return node

    def team_of(self, centres: Any) -> Any:
        """Give the team whose centres an item holds: in print they hang below the row of teams, in the same order."""
        row = self.parents[centres]
        teams = next(it for it in self.parents[row] if "teams" in classes(it) and tag_of(it) == "ul")
        return teams[list(row).index(centres)]

    def lay_out(self, table: Any) -> None:
        """Place the name of a table and all its cells: those that show nothing are part of its grid."""
        for caption in table.findall("caption"):
            self.place(caption)
        for row in table.iter("tr"):
            if next(it for it in self.above(row) if tag_of(it) == "table") is table:
                for cell in row:
                    self.place(cell)

    def entry(self, row: Any) -> Node:
        """The one link of a contents row: its title and its page."""
        if (row, "link") not in self.placed:
            link = Node("Link", row)
            self.place(row).kids.append(Node("Reference", kids=[link]))
            self.placed[row, "link"] = link
        return self.placed[row, "link"]


def _is_filling(piece: Piece, chain: list[Any]) -> bool:
    """Tell pieces that are made for the eye: leaders, the head of a contents table, what stands in the margin but is no
    element of its own."""
    if piece.part == "a::after" or tag_of(piece.element) == "html":
        return True
    tags = [tag_of(it) for it in chain]
    in_contents = any("contents" in classes(it) for it in chain if tag_of(it) == "table")
    outside = piece.margin and "footer" not in tags
    return outside or (in_contents and "thead" in tags)


def _move_notes(node: Node) -> None:
    """Let a note that is called in a heading follow the heading, whose words it is no part of."""
    kids: list[Node | Mark | Place] = []
    for kid in node.kids:
        kids.append(kid)
        if isinstance(kid, Node):
            _move_notes(kid)
            if kid.role in _HEADINGS:
                notes = [it for it in kid.kids if isinstance(it, Node) and it.role == "Note"]
                kid.kids = [it for it in kid.kids if it not in notes]
                kids += notes
    node.kids = kids


def _prune(node: Node) -> None:
    """Take away what has no content, and places of links whose words are nowhere."""
    for kid in node.kids:
        if isinstance(kid, Node):
            _prune(kid)
    node.kids = [kid for kid in node.kids if not isinstance(kid, Node) or kid.kids or kid.role in _MAY_BE_EMPTY]


def _complete(root: Node) -> None:
    """Give nodes what their roles demand: alternative texts, names of notes, the kind of a list's labels."""
    notes = 0
    for node in root.nodes():
        if node.role == "Figure":
            title = node.element.find(f"{SVG}title")
            node.alternative = plain_text(node.element.get("alt") or (title.text if title is not None else "") or "")
        elif node.role == "Note":
            notes += 1
            node.name = f"note-{notes}"
        elif node.role == "L":
            # The labels are marks of the report's own (□ ○ -), or there are none: no numbering that readers could name.
            node.owner, node.attributes = "List", {"ListNumbering": "None"}
        elif node.role == "Div" and node.element is not None:
            node.title = node.element.get("aria-label", "")
