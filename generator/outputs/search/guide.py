"""What the search looks through beside the reports: the staff guide, from its Markdown and from what its made pages are
made of."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping

from generator.checks.rule import Rule
from generator.guide import KeyEntry, key_groups
from generator.outputs.pages.guide import rule_groups
from generator.outputs.search.index import AsidePage, Section, Topic

GROUP = "작성 안내"
"""The heading that the guide's pages are listed under."""

_FENCE = re.compile(r"^\s*(?:```|~~~)\s*(?P<language>\w*)")
_KEY = re.compile(r"^\s*(?:-\s+)?(?P<key>[^\s:#|][^:|]*):(?=\s|$)")
_HEADING = re.compile(r"^(#{1,6})\s+(?P<title>.+?)\s*#*$")
_OWN_ID = re.compile(r"\s*\{:?\s*#(?P<id>[\w-]+)[^}]*\}$")
_FRONT_MATTER = re.compile(r"\A---\n.*?\n---\n", re.DOTALL)
_RULE_OF_TABLE = re.compile(r"^\s*\|?[\s:|-]+\|?\s*$")
_LINK = re.compile(r"!?\[([^\]]*)\](?:\([^)]*\)|\[[^\]]*\])")
_MARKS = re.compile(r"\*\*|__|\[\^[^\]]+\]:?|(?<!\w)\*(?=\S)|(?<=\S)\*(?!\w)")
_BEGINNING = re.compile(r"^\s*(?:(?:[-*+>]|\d+\.)\s+|(?:!!!|\?\?\?\+?)\s*\w*\s*)+")


def guide_aside(sources: Mapping[str, str], rules: Iterable[Rule]) -> tuple[AsidePage, ...]:
    """Give the guide's pages: those written, by path in the content folder (`guide/index.md`), and those made from the
    model and the rules."""
    written = (written_page(path, text) for path, text in sorted(sources.items()))
    return (*written, _keys_page(), _checks_page(rules))


def written_page(path: str, text: str) -> AsidePage:
    """Give a Markdown file as sections by its headings, with the anchors that the site gives them."""
    taken: set[str] = set()
    (first, lines), *rest = _by_heading(_FRONT_MATTER.sub("", text, count=1))
    title = _title(first) or path
    anchors = [_anchor(heading, taken) for heading in (first, *(heading for heading, _ in rest))]
    sections = [
        _section(anchor, _title(heading), own) for anchor, (heading, own) in zip(anchors[1:], rest, strict=True)
    ]
    page = path.removesuffix(".md") + ".html"
    return AsidePage(page, title, GROUP, (_section("", title, lines), *sections))


def _by_heading(text: str) -> list[tuple[str, list[str]]]:
    """Give headings as written with the plain lines below them; what stands before the first belongs to it."""
    found: list[tuple[str, list[str]]] = []
    before: list[str] = []
    code = ""
    for line in text.splitlines():
        fence, heading = _FENCE.match(line), _HEADING.match(line)
        if fence:
            code = "" if code else fence["language"] or "text"
        elif heading and not code:
            found.append((heading["title"], [] if found else before))
        else:
            written = _sample(line) if code == "yaml" else line.strip() if code else _plain(line)
            (found[-1][1] if found else before).append(written)
    return found or [("", before)]


def _sample(line: str) -> str:
    """Give what a line of a sample of YAML explains: its key or its comment. Its value is made up, or of some report:
    who looks for that is not looking for the guide."""
    found = _KEY.match(line)
    comment = line[line.index("#") :].strip() if "#" in line else ""
    return f"{found['key'].strip()} {comment}".strip() if found else comment


def _title(heading: str) -> str:
    return _plain(_OWN_ID.sub("", heading))


def _anchor(heading: str, taken: set[str]) -> str:
    """Give a heading's anchor as Python-Markdown makes it (extensions/toc.py, `slugify` and `unique`): of the ASCII
    letters in it, counted up where there are none or it is taken."""
    own = _OWN_ID.search(heading)
    if own:
        taken.add(own["id"])
        return own["id"]
    ascii_only = unicodedata.normalize("NFKD", _title(heading)).encode("ascii", "ignore").decode()
    anchor = re.sub(r"[-\s]+", "-", re.sub(r"[^\w\s-]", "", ascii_only).strip().lower())
    while not anchor or anchor in taken:
        counted = re.match(r"^(.*)_([0-9]+)$", anchor)
        anchor = f"{counted[1]}_{int(counted[2]) + 1}" if counted else f"{anchor}_1"
    taken.add(anchor)
    return anchor


def _plain(line: str) -> str:
    """Give a line of Markdown without its marks; a table's cells are divided by tabs."""
    if _RULE_OF_TABLE.match(line):
        return ""
    if line.lstrip().startswith("|"):
        return "\t".join(cell for part in re.split(r"(?<!\\)\|", line.strip().strip("|")) if (cell := _plain(part)))
    parts = _BEGINNING.sub("", line).strip().split("`")
    return "".join(
        part if index % 2 else _MARKS.sub("", _LINK.sub(r"\1", part)).replace("\\|", "|")
        for index, part in enumerate(parts)
    ).strip()


def _section(anchor: str, title: str, lines: Iterable[str]) -> Section:
    topic = Topic("", "", "\n".join(line for line in lines if line))
    return Section(anchor, title, "", "", "", None, (topic,))


def _keys_page() -> AsidePage:
    groups = [
        _section(f"keys-{number}", group.title, [group.summary, *_entries(group.entries)])
        for number, group in enumerate(key_groups(), start=1)
    ]
    title = "쓸 수 있는 항목"
    return AsidePage("guide/keys/index.html", title, GROUP, (_section("", title, []), *groups))


def _entries(entries: Iterable[KeyEntry]) -> Iterator[str]:
    for entry in entries:
        yield f"{entry.key}: {entry.description}"
        yield from map(_sample, entry.example.splitlines())


def _checks_page(rules: Iterable[Rule]) -> AsidePage:
    found = [
        _section(rule.code, rule.title, [rule.code, rule.reason, *map(_sample, rule.example.splitlines()), rule.source])
        for group in rule_groups(rules)
        for rule in group.rules
    ]
    title = "검사하는 것"
    exclusion = _section("exclusion", "이미 펴낸 값을 그대로 두려면", ["# 검사 제외: 검사 이름, 이유"])
    return AsidePage("guide/checks/index.html", title, GROUP, (_section("", title, []), exclusion, *found))
