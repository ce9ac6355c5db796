"""The rules, each with its clause: what a file must be so that it lasts and can be read aloud.

A rule looks at a file and gives what is wrong in it. `wrong` makes a good file break the rule, so that it is known to
be able to fail. MP is the checkpoint of the Matterhorn Protocol 1.1.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

import pikepdf
from pikepdf import Array, Dictionary, Name, String

from generator.editions import BRIEF
from tests.outputs.archival.opened import Element, Opened

HEADINGS = tuple(f"H{level}" for level in range(1, 7))
STANDARD = frozenset(
    (
        *(
            "Document",
            "Part",
            "Art",
            "Sect",
            "Div",
            "BlockQuote",
            "Caption",
            "TOC",
            "TOCI",
            "P",
            "L",
            "LI",
            "Lbl",
            "LBody",
        ),
        *("Table", "TR", "TH", "TD", "THead", "TBody", "TFoot", "Span", "Note", "Reference", "Link", "Figure"),
        *HEADINGS,
    )
)
MAY_BE_EMPTY = {"TH", "TD"}


@dataclass(frozen=True)
class Rule:
    clause: str
    says: str
    faults: Callable[[Opened], Iterable[object]]
    wrong: Callable[[Opened], None]


def _identifiers(file: Opened) -> list[object]:
    expected = {"pdfaid:part": "3", "pdfaid:conformance": "A", "pdfuaid:part": "1"}
    return [name for name, value in expected.items() if file.said(name) != value]


def _replace_metadata(old: bytes, new: bytes) -> Callable[[Opened], None]:
    def wrong(file: Opened) -> None:
        data = file.root.Metadata.read_bytes()
        assert old in data
        file.root.Metadata.write(data.replace(old, new))

    return wrong


def _without(key: str) -> Callable[[Opened], None]:
    def wrong(file: Opened) -> None:
        del file.root[key]

    return wrong


def _first(role: str, change: Callable[[Any], None]) -> Callable[[Opened], None]:
    """Change the first element of a role that the change can be made to."""

    def wrong(file: Opened) -> None:
        for element in file.of(role):
            try:
                change(element.node)
            except (KeyError, AttributeError):
                continue
            return
        raise AssertionError(f"no {role} to change")

    return wrong


def _delete(*path: str) -> Callable[[Any], None]:
    def change(node: Any) -> None:
        for key in path[:-1]:
            node = node[key]
        del node[path[-1]]

    return change


def _assign(path: str, value: Any) -> Callable[[Any], None]:
    def change(node: Any) -> None:
        *keys, last = path.split()
        for key in keys:
            node = node[key]
        node[last] = value

    return change


def _loose_content(file: Opened) -> list[object]:
    return [(page.index, what) for page in file.pdf.pages for what in file.marks(page)[1]]


def _draw_loosely(file: Opened) -> None:
    file.pdf.pages[0].contents_add(b"0 0 1 1 re f")


def _unled_marks(file: Opened) -> list[object]:
    """The pieces on the pages and in the tree are the same, and the parent tree leads from each to its element."""
    in_tree: Counter[tuple[tuple[int, int], int]] = Counter()
    leads = {}
    for element in file.elements:
        for kid in element.kids:
            if isinstance(kid, int):
                key = (element.node.Pg.objgen, kid)
            elif kid.get("/Type") == Name.MCR:
                key = (kid.Pg.objgen, int(kid.MCID))
            else:
                continue
            in_tree[key] += 1
            leads[key] = element.node.objgen
    numbers = file.root.StructTreeRoot.ParentTree.Nums
    parents = {int(numbers[at]): numbers[at + 1] for at in range(0, len(numbers), 2)}
    faults: list[object] = [key for key, count in in_tree.items() if count > 1]
    for page in file.pdf.pages:
        own = parents[int(page.obj.StructParents)]
        shown = {(page.obj.objgen, number) for number in file.marks(page)[0]}
        faults += shown ^ {key for key in in_tree if key[0] == page.obj.objgen}
        faults += [key for key in shown & set(leads) if own[key[1]].objgen != leads[key]]
    return faults


def _skipping_headings(file: Opened) -> list[object]:
    levels = [int(heading.role[1:]) for heading in file.of(*HEADINGS)]
    skips = [(a, b) for a, b in zip([0, *levels], levels, strict=False) if b > a + 1]
    return [*skips, *(["more than one title"] if levels.count(1) != 1 else [])]


def _misplaced_list_parts(file: Opened) -> list[object]:
    inside = {
        "L": {"LI", "L", "Caption"},
        "LI": {"Lbl", "LBody"},
        "TR": {"TH", "TD"},
        "TOC": {"TOCI", "TOC", "Caption"},
    }
    inside |= {group: {"TR"} for group in ("THead", "TBody", "TFoot")} | {"TOCI": {"Lbl", "Reference", "TOC", "P"}}
    inside |= {"Table": {"Caption", "THead", "TBody", "TFoot", "TR"}}
    outside = {"LI": {"L"}, "LBody": {"LI"}, "TR": {"Table", "THead", "TBody", "TFoot"}, "TOCI": {"TOC"}}
    outside |= {"TH": {"TR"}, "TD": {"TR"}, "Lbl": {"LI", "Note", "TOCI"}, "Caption": {"Table", "TOC", "Div", "L"}}
    faults: list[object] = []
    for element in file.elements:
        if element.role in inside:
            faults += [(element.role, kid.role) for kid in element.below if kid.role not in inside[element.role]]
        if element.role in outside and element.above[-1].role not in outside[element.role]:
            faults.append((element.above[-1].role, element.role))
    return faults


def _unlabelled_lists(file: Opened) -> list[object]:
    labelled = [it for it in file.of("L") if any(kid.role == "Lbl" for item in it.below for kid in item.below)]
    return [it.node.objgen for it in labelled if "/ListNumbering" not in it.attributes]


def _rows(table: Element) -> list[Element]:
    own = [kid for kid in table.below if kid.role == "TR"]
    return own + [row for group in table.below if group.role in ("THead", "TBody", "TFoot") for row in group.below]


def _ragged_tables(file: Opened) -> list[object]:
    faults: list[object] = []
    for table in file.of("Table"):
        widths: Counter[int] = Counter()
        rows = _rows(table)
        for top, row in enumerate(rows):
            for cell in row.below:
                for down in range(int(cell.attributes.get("/RowSpan", 1))):
                    widths[top + down] += int(cell.attributes.get("/ColSpan", 1))
        if len(set(widths.values())) > 1 or len(widths) != len(rows):
            faults.append((table.node.objgen, dict(widths)))
    return faults


def _unscoped_heads(file: Opened) -> list[object]:
    return [it.node.objgen for it in file.of("TH") if it.attributes.get("/Scope") not in ("/Row", "/Column")]


def _cells_without_heads(file: Opened) -> list[object]:
    faults: list[object] = []
    for table in file.of("Table"):
        cells = [cell for row in _rows(table) for cell in row.below]
        heads = {str(cell.node.ID) for cell in cells if cell.role == "TH"}
        if len(heads) != sum(cell.role == "TH" for cell in cells):
            faults.append("two heads of one name")
        for cell in cells:
            named = [str(name) for name in cell.attributes.get("/Headers", Array())]
            if not set(named) <= heads or (cell.role == "TD" and heads and not named):
                faults.append((cell.node.objgen, named))
    return faults


def _uncaptioned_tables(file: Opened) -> list[object]:
    return [it.node.objgen for it in file.of("Table") if not _named(it)]


def _named(table: Element) -> bool:
    return bool(table.below) and table.below[0].role == "Caption"


def _mute_figures(file: Opened) -> list[object]:
    return [
        it.node.objgen
        for it in file.of("Figure")
        if not str(it.node.get("/Alt", "")).strip() or "/BBox" not in it.attributes or "\u2060" in str(it.node.Alt)
    ]


def _nameless_notes(file: Opened) -> list[object]:
    names = Counter(str(it.node.get("/ID", "")) for it in file.of("Note"))
    return [name for name, count in names.items() if count > 1 or not name]


def _unregistered_names(file: Opened) -> list[object]:
    named = {str(it.node.ID): it.node.objgen for it in file.elements if "/ID" in it.node}
    written = file.root.StructTreeRoot.get("/IDTree", Dictionary(Names=Array())).Names
    found = {str(written[at]): written[at + 1].objgen for at in range(0, len(written), 2)}
    return [] if found == named and list(found) == sorted(found) else [set(found) ^ set(named)]


def _uncalled_notes(file: Opened) -> list[object]:
    return ["more notes than calls"] if len(file.of("Note")) > len(file.of("Reference")) else []


def _untagged_links(file: Opened) -> list[object]:
    tagged = {kid.Obj.objgen for it in file.of("Link") for kid in it.kids if _is_place(kid)}
    without = [it.objgen for it in file.links if not str(it.get("/Contents", "")).strip()]
    return [*(tagged ^ {it.objgen for it in file.links}), *without]


def _is_place(kid: Any) -> bool:
    return isinstance(kid, Dictionary) and kid.get("/Type") == Name.OBJR


def _links_that_lead_nowhere_back(file: Opened) -> list[object]:
    numbers = file.root.StructTreeRoot.ParentTree.Nums
    parents = {int(numbers[at]): numbers[at + 1] for at in range(0, len(numbers), 2)}
    return [it.objgen for it in file.links if parents.get(int(it.get("/StructParent", -1)), it).get("/S") != Name.Link]


def _contents_rows(file: Opened) -> list[object]:
    faults: list[object] = []
    for row in file.of("TOCI"):
        links = [it for it in row.all() if it.role == "Link"]
        if len(links) != 1 or sum(map(_is_place, links[0].kids)) != 1:
            faults.append(row.node.objgen)
    return faults


def _empty_elements(file: Opened) -> list[object]:
    return [(it.role, it.node.objgen) for it in file.elements if not it.kids and it.role not in MAY_BE_EMPTY]


def _foreign_roles(file: Opened) -> list[object]:
    return [it.role for it in file.elements if it.role not in STANDARD]


def _loose_fonts(file: Opened) -> list[object]:
    fonts = {f.objgen: f for page in file.pdf.pages for f in page.obj.Resources.get("/Font", Dictionary()).values()}
    faults: list[object] = [str(f.BaseFont) for f in fonts.values() if "/ToUnicode" not in f]
    for font in fonts.values():
        described = font.DescendantFonts[0].FontDescriptor if "/DescendantFonts" in font else font.FontDescriptor
        if not {"/FontFile", "/FontFile2", "/FontFile3"} & set(described.keys()):
            faults.append(str(font.BaseFont))
    return faults


def _strip_font(file: Opened) -> None:
    font = next(iter(file.pdf.pages[0].obj.Resources.Font.values()))
    described = font.DescendantFonts[0].FontDescriptor
    del described[next(key for key in dict(described) if key.startswith("/FontFile"))]


def _colours(file: Opened) -> list[object]:
    intents = file.root.get("/OutputIntents", Array())
    good = [it for it in intents if it.S == "/GTS_PDFA1" and it.DestOutputProfile.N == 3]
    return (
        [] if len(good) == len(intents) == 1 and good[0].DestOutputProfile.read_bytes()[36:40] == b"acsp" else ["sRGB"]
    )


def _images(file: Opened) -> list[Any]:
    return [it for it in file.pdf.objects if isinstance(it, pikepdf.Stream) and it.get("/Subtype") == Name.Image]


def _pictures(file: Opened) -> list[object]:
    return [it.objgen for it in _images(file) if it.get("/Interpolate") or it.get("/ColorSpace") == Name.DeviceCMYK]


def _unprinted_annotations(file: Opened) -> list[object]:
    return [it.objgen for it in file.links if int(it.get("/F", 0)) & 0b100111 != 0b100]


def _files(file: Opened) -> list[object]:
    names = file.root.get("/Names", Dictionary()).get("/EmbeddedFiles", Dictionary(Names=Array())).Names
    listed = {names[at + 1].objgen for at in range(0, len(names), 2)}
    faults: list[object] = [*(listed ^ {spec.objgen for spec in file.root.get("/AF", Array())})]
    for at in range(1, len(names), 2):
        spec = names[at]
        wanted = {"/F", "/UF", "/EF", "/AFRelationship", "/Desc"}
        if not wanted <= set(spec.keys()) or spec.AFRelationship != Name.Source:
            faults.append(str(spec.UF))
        elif "/" not in str(spec.EF.F.get("/Subtype", "/"))[1:]:
            faults.append((str(spec.UF), "media type"))
    return faults if listed else ["no source"]


def _information(file: Opened) -> list[object]:
    info = file.pdf.trailer.Info
    same = {"/Title": "dc:title", "/Author": "dc:creator", "/Subject": "dc:description", "/Keywords": "pdf:Keywords"}
    same |= {"/Producer": "pdf:Producer"}
    return [key for key, name in same.items() if str(info.get(key, "")) != file.said(name) or not file.said(name)]


def _labels(file: Opened) -> list[object]:
    labels = [page.label for page in file.pdf.pages]
    # A brief has no cover.
    cover = [] if file.said("dc:title").endswith(f"({BRIEF.name})") else ["표지"]
    return [] if labels == [*cover, *map(str, range(1, len(labels) + 1))][: len(labels)] else labels


def _bookmarks(file: Opened) -> list[object]:
    with file.pdf.open_outline() as outline:
        return [] if outline.root and all(it.title for it in outline.root) else ["no bookmarks"]


def _tab_order(file: Opened) -> list[object]:
    return [page.index for page in file.pdf.pages if page.obj.get("/Tabs") != Name.S]


def _assign_root(path: str, value: Any) -> Callable[[Opened], None]:
    return lambda file: _assign(path, value)(file.root)


def _break_link(file: Opened) -> None:
    del file.links[0]["/Contents"]


def _break_parent(file: Opened) -> None:
    file.links[0].StructParent = 0


def _swap_label(file: Opened) -> None:
    file.root.PageLabels.Nums[2] = 2


def _number_no_list(file: Opened) -> None:
    for element in file.of("L"):
        del element.node["/A"]


def _two_links(file: Opened) -> None:
    link = next(it for it in file.of("TOCI")[0].all() if it.role == "Link")
    link.node.K.append(next(kid for kid in link.kids if _is_place(kid)))


RULES = (
    Rule(
        "ISO 19005-3 6.6.4; ISO 14289-1 5",
        "both identifiers",
        _identifiers,
        _replace_metadata(b"<pdfuaid:part>1", b"<pdfuaid:part>2"),
    ),
    Rule(
        "ISO 19005-3 6.6.2.3",
        "the properties of PDF/UA are explained",
        lambda file: [] if file.said("pdfaSchema:prefix") == "pdfuaid" else ["pdfuaid"],
        _replace_metadata(b"<pdfaSchema:prefix>pdfuaid", b"<pdfaSchema:prefix>other"),
    ),
    Rule(
        "ISO 32000-1 14.3.3",
        "old and new information agree",
        _information,
        _replace_metadata(b"<dc:title>", b"<dc:title>x"),
    ),
    Rule(
        "ISO 14289-1 7.1, MP 07-001",
        "a window shows the title",
        lambda file: [] if file.root.get("/ViewerPreferences", {}).get("/DisplayDocTitle") is True else ["title"],
        _assign_root("/ViewerPreferences /DisplayDocTitle", False),
    ),
    Rule(
        "ISO 14289-1 7.2, MP 11-006",
        "the document has a language",
        lambda file: [] if str(file.root.get("/Lang", "")) == "ko-KR" else ["language"],
        _without("/Lang"),
    ),
    Rule(
        "ISO 14289-1 7.1, MP 06-001",
        "the file is marked as tagged",
        lambda file: [] if file.root.get("/MarkInfo", {}).get("/Marked") is True else ["marked"],
        _without("/MarkInfo"),
    ),
    Rule("ISO 14289-1 7.1, MP 01-005", "everything is tagged or an artefact", _loose_content, _draw_loosely),
    Rule(
        "ISO 32000-1 14.7.4",
        "pieces and elements lead to each other",
        _unled_marks,
        _first("P", lambda node: node.K.append(9999)),
    ),
    Rule(
        "ISO 14289-1 7.1, MP 02-001",
        "roles are standard ones",
        _foreign_roles,
        _first("P", _assign("/S", Name("/Absatz"))),
    ),
    Rule("ISO 14289-1 7.1", "no empty element", _empty_elements, _first("P", _assign("/K", Array()))),
    Rule(
        "ISO 14289-1 7.4.2, MP 14-003", "one tree of headings", _skipping_headings, _first("H2", _assign("/S", Name.H4))
    ),
    Rule(
        "ISO 32000-1 14.8.4.3",
        "parts stand in their wholes",
        _misplaced_list_parts,
        _first("LBody", _assign("/S", Name.P)),
    ),
    Rule("ISO 14289-1 7.6", "lists with labels say how they are numbered", _unlabelled_lists, _number_no_list),
    Rule("ISO 14289-1 7.5", "rows are of one width", _ragged_tables, _first("TD", _assign("/A /ColSpan", 3))),
    Rule("ISO 14289-1 7.5, MP 15-003", "heads have scopes", _unscoped_heads, _first("TH", _delete("/A", "/Scope"))),
    Rule(
        "ISO 32000-1 14.8.5.7", "cells name their heads", _cells_without_heads, _first("TD", _delete("/A", "/Headers"))
    ),
    Rule(
        "ISO 32000-1 14.8.4.3.4",
        "tables have captions, and first",
        _uncaptioned_tables,
        _first("Table", lambda node: node.K.__delitem__(0)),
    ),
    Rule(
        "ISO 14289-1 7.3, MP 13-004", "figures have alternative texts", _mute_figures, _first("Figure", _delete("/Alt"))
    ),
    Rule(
        "ISO 14289-1 7.9, MP 19-003", "notes have names of their own", _nameless_notes, _first("Note", _delete("/ID"))
    ),
    Rule(
        "ISO 32000-1 14.7.2", "names are registered", _unregistered_names, _first("TH", _assign("/ID", String("other")))
    ),
    Rule(
        "ISO 14289-1 7.9",
        "notes are called",
        _uncalled_notes,
        lambda file: [_to_span(it) for it in file.of("Reference")] and None,
    ),
    Rule("ISO 14289-1 7.18.5, MP 28-011", "links are tagged and have names", _untagged_links, _break_link),
    Rule("ISO 14289-1 7.18.5", "links lead back to their elements", _links_that_lead_nowhere_back, _break_parent),
    Rule("ISO 32000-1 14.8.4.3.3", "a contents row is one link", _contents_rows, _two_links),
    Rule(
        "ISO 14289-1 7.18.3, MP 28-009",
        "keys go through a page in the order of the tree",
        _tab_order,
        lambda file: _assign("/Tabs", Name.R)(file.pdf.pages[0].obj),
    ),
    Rule("ISO 14289-1 7.17", "there are bookmarks", _bookmarks, _without("/Outlines")),
    Rule("ISO 14289-1 7.17", "pages are called what is printed on them", _labels, _swap_label),
    Rule("ISO 19005-3 6.2.11.4", "fonts are in the file and readable", _loose_fonts, _strip_font),
    Rule("ISO 19005-3 6.2.3", "colours have one meaning", _colours, _without("/OutputIntents")),
    Rule(
        "ISO 19005-3 6.2.8, 6.2.4.3",
        "pictures are drawn as they are, in screen colours",
        _pictures,
        lambda file: _assign("/Interpolate", True)(_images(file)[0]),
    ),
    Rule(
        "ISO 19005-3 6.3.2",
        "annotations are printed",
        _unprinted_annotations,
        lambda file: _assign("/F", 2)(file.links[0]),
    ),
    Rule(
        "ISO 19005-3 6.8",
        "attached files say what they are",
        _files,
        lambda file: _assign("/AFRelationship", Name.Data)(file.root.AF[0]),
    ),
    Rule(
        "ISO 19005-3 6.1.2, 6.1.3",
        "a version that readers know, not encrypted, with an identifier",
        lambda file: (
            [] if file.pdf.pdf_version == "1.7" and not file.pdf.is_encrypted and "/ID" in file.pdf.trailer else [1]
        ),
        lambda file: file.pdf.trailer.__delitem__("/ID"),
    ),
)


def _to_span(element: Element) -> None:
    element.node.S = Name.Span


def faults(pdf: pikepdf.Pdf) -> dict[str, list[object]]:
    """Give what is wrong with a file, by rule."""
    file = Opened(pdf)
    found = {f"{rule.clause}: {rule.says}": list(rule.faults(file)) for rule in RULES}
    return {name: wrong for name, wrong in found.items() if wrong}
