"""Findings point at the very characters in a YAML file, whatever the style of the scalar."""

from __future__ import annotations

import pytest

from generator.markup import Footnotes, Marks, read_prose
from generator.source import Mapping, Scalar, read_yaml


@pytest.mark.parametrize(
    ("yaml", "place"),
    [
        ("글: ○ 가 [나](ftp:다)\n", (1, 12, 17)),
        ("글: |\n  ○ 가\n    - 나 [다](ftp:라)\n", (3, 13, 18)),
        ("글: >-\n  가나\n  다 [라](ftp:마)\n", (3, 9, 14)),
        ('글: "\\t○ 가 [나](ftp:다)"\n', (1, 15, 20)),
        ("글: |\n  | 가 | 나 |\n  |---|---|\n  | 1 | ○ 다<br>- [라](ftp:마) |\n", (4, 22, 27)),
    ],
)
def test_a_refused_address_is_marked(yaml: str, place: tuple[int, int, int]) -> None:
    tree, found = read_yaml("사례.yml", yaml.encode())
    assert isinstance(tree, Mapping) and found == ()
    scalar = tree.get("글")
    assert isinstance(scalar, Scalar)
    _, (finding,) = read_prose(scalar, Marks(), Footnotes().scope())
    assert (finding.code, finding.at.line, finding.at.column, finding.at.end_column) == ("link-refused", *place)
    line = yaml.split("\n")[finding.at.line - 1]
    assert line[finding.at.column - 1 : finding.at.end_column - 1].startswith("ftp:")
