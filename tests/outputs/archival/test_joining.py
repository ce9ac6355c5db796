"""One tree out of those of stretches: divisions that go on, names, pages."""

from __future__ import annotations

from generator.outputs.paper.archival.joining import join_trees
from generator.outputs.paper.archival.nodes import Mark, Node, Place
from generator.outputs.paper.archival.overlaying import moved_over


def table(name: str) -> Node:
    head = Node("TH", kids=[Mark(0, 1)], name=name)
    return Node("Table", kids=[Node("TR", kids=[head, Node("TD", kids=[Mark(0, 2)], attributes={"Headers": [name]})])])


def stretch(*kids: Node, division: str = "part") -> Node:
    return Node("Document", kids=[Node("Part", kids=list(kids), division=division)])


def test_a_division_that_goes_on_is_one() -> None:
    first = stretch(Node("H2", kids=[Mark(0, 0)]))
    second = stretch(Node("Art", kids=[Mark(0, 0), Place(1, 0)], division="programme"))
    (part,) = join_trees([(first, 0), (second, 3)]).kids
    assert isinstance(part, Node)
    heading, programme = part.kids
    assert isinstance(heading, Node) and heading.kids == [Mark(0, 0)]
    assert isinstance(programme, Node) and programme.kids == [Mark(3, 0), Place(4, 0)]


def test_other_divisions_stand_beside_each_other() -> None:
    joined = join_trees([(stretch(division="one"), 0), (stretch(division="two"), 1)])
    assert [kid.division for kid in joined.kids if isinstance(kid, Node)] == ["one", "two"]


def test_names_of_two_stretches_differ_and_still_meet_their_cells() -> None:
    joined = join_trees([(stretch(table("table-1-1")), 0), (stretch(table("table-1-1"), division="two"), 1)])
    heads = [node.name for node in joined.nodes() if node.role == "TH"]
    cells = [node.attributes["Headers"] for node in joined.nodes() if node.role == "TD"]
    assert len(set(heads)) == 2
    assert cells == [[head] for head in heads]


def test_the_given_trees_stay_as_they_are() -> None:
    tree = stretch(table("table-1-1"))
    join_trees([(tree, 5), (tree, 6)])
    assert [node.name for node in tree.nodes() if node.role == "TH"] == ["table-1-1"]
    assert {kid for node in tree.nodes() for kid in node.kids if isinstance(kid, Mark)} == {Mark(0, 1), Mark(0, 2)}


def test_what_is_laid_over_a_page_counts_on() -> None:
    tree = Node("Document", kids=[Node("P", kids=[Mark(0, 1), Node("Link", kids=[Place(0, 0)])])])
    paragraph = moved_over(tree, 7, 20, 3).kids[0]
    assert isinstance(paragraph, Node)
    mark, link = paragraph.kids
    assert mark == Mark(7, 21)
    assert isinstance(link, Node) and link.kids == [Place(7, 3)]
