"""A small report that has every node of a composed report, and what web tests need to look at a page."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Iterator
from decimal import Decimal
from html.parser import HTMLParser
from typing import Any, TypeVar

from generator.diagnostics import Span
from generator.document import (
    Align,
    Amount,
    Block,
    Break,
    Budget,
    Cell,
    Column,
    Cover,
    Division,
    Document,
    Figure,
    Inlines,
    Item,
    Link,
    Note,
    NoteRef,
    OrganizationChart,
    Outline,
    Paragraph,
    Programme,
    Rate,
    Role,
    Row,
    RowRole,
    Share,
    Strong,
    Table,
    Text,
    Unit,
)
from generator.outputs.pages.overview import Shelf, ShelfDepartment
from generator.outputs.web.errata import Erratum
from generator.outputs.web.licence import licence_of

T = TypeVar("T")

FOOTNOTE = NoteRef("n1", 1, (Text("실시간 방송으로 파는 방식"),))
TABLE_FOOTNOTE = NoteRef("n2", 2, (Text("잠정값"),))


def text(words: str) -> Inlines:
    return (Text(words),)


def item(words: str, *children: Block, level: int = 1) -> Item:
    name, colon, value = words.partition(": ")
    marks = {1: "○", 2: "-", 3: "·"}
    return Item(level, marks[level], text(words), children, name if colon else "", text(value if colon else words))


PATH = "2022/jobs-economy/추진실적.yml"
SOURCE = ["○ 교육: 5개 과정, 225명", "집행률: 64.0"]
RATE = Span(PATH, 2, 6, 2, 10)
TRAINING = dataclasses.replace(item("교육: 5개 과정, 225명"), at=Span(PATH, 1, 1, 1, 18))
ERRATA = (
    Erratum(
        1, "2022/jobs-economy", Span(PATH, 1, 14, 1, 18), "count-sum", "수는 맞습니다.", "225명이 아닙니다.", "225명",
        computed="", difference="", formula="", reason="원문에 이렇게 실려 있습니다.", anchor="_erratum-1-at",
        place="Ⅱ-1 안정적 일자리 지원 › 주요 추진실적",
    ),
    Erratum(
        2, "2022/jobs-economy", RATE, "percentage", "비율은 맞습니다.", "64.1%입니다.", "64.0%",
        computed="64.1%", difference="△0.1%", formula="집행액 ÷ 예산액", reason="원문의 집행률입니다.",
        anchor="_erratum-2-at", place="Ⅱ-1 안정적 일자리 지원 › 예산현황",
    ),
)  # fmt: skip


def source_of(path: str) -> list[str]:
    """Give the lines in which the example knows its places."""
    return SOURCE if path == PATH else []


def outline(*lines: str | Item) -> Outline:
    return Outline(tuple(line if isinstance(line, Item) else item(line) for line in lines))


def head(words: str, **spans: Any) -> Cell:
    return Cell((Paragraph(text(words)),), scope=spans.pop("scope", "col"), **spans)


def cell(words: str, **more: Any) -> Cell:
    number = words.replace(",", "").replace("△", "-")
    value = Decimal(number) if number.lstrip("-").replace(".", "", 1).isdigit() else None
    return Cell(tuple(Paragraph(text(line)) for line in words.split("\n")), value=value, **more)


def table(heads: str, *rows: str, **more: Any) -> Table:
    """Make a table from lines with `|`; the first cell of a row is its head."""
    names = heads.split("|")
    body = tuple(
        Row((head(first, scope="row"), *(cell(words) for words in rest)))
        for first, *rest in (row.split("|") for row in rows)
    )
    columns = tuple(Column() for _ in names)
    return Table(more.pop("caption", "표"), columns, (Row(tuple(head(name) for name in names)),), body, **more)


def budget(planned: str, executed: str, rate: str) -> Budget:
    shares = (Share("시비", "시", Decimal(30), "30"), Share("구비", "구", Decimal(70), "70"))
    return Budget(
        "예산현황",
        "단위: 천원",
        (
            Amount("예산액", Decimal(planned), planned, shares, "(시 30, 구 70)"),
            Amount("집행액", Decimal(executed), executed),
        ),
        Rate("집행률(%)", Decimal(rate), rate, computed=True, at=RATE),
        notes=(Note(text("준공기한 미도래")),),
    )


def programme(number: str, identity: str, title: Inlines, *topics: Division, money: Budget | None = None) -> Division:
    children = topics if money is None else (*topics, topic(f"{identity}-money", "예산현황", money))
    return Division(
        Role.PROGRAMME,
        identity,
        number,
        title,
        (),
        children,
        Programme(identity, "일자리창출팀", text("일자리를 잇고자 함"), money),
    )


def topic(identity: str, title: str, *blocks: Block) -> Division:
    return Division(Role.TOPIC, identity, "□", text(title), blocks)


def section(number: str, identity: str, title: str, *blocks: Block) -> Division:
    return Division(Role.SECTION, identity, number, text(title), blocks)


def report(**changes: Any) -> Document:
    """Give the example, with fields of the document replaced."""
    document = Document(
        year=2022,
        slug="jobs-economy",
        title="2022년 주요업무 보고(일자리경제과)",
        kind="추진실적",
        institution="서울특별시 영등포구",
        department="일자리경제과",
        department_slug="jobs-economy",
        basis="2022. 8. 31.",
        file_name="2022년 주요업무 보고(일자리경제과)",
        cover=Cover("주요업무 보고"),
        parts=(_overview(), _results()),
        origin="영등포구 일자리경제과, 주요업무 보고",
    )
    return dataclasses.replace(document, **changes)


def shelf(**changes: Any) -> Shelf:
    departments = (
        ShelfDepartment("jobs-policy", "일자리정책과", "서울특별시 영등포구", (), ("jobs-economy",)),
        ShelfDepartment("jobs-economy", "일자리경제과", "서울특별시 영등포구", ("jobs-policy", "고용과")),
    )
    made = Shelf(
        "주요업무 아카이브",
        "무슨 일을 하고\n얼마를 썼는지",
        "보고서를 모았습니다.",
        "서울특별시 영등포구",
        departments,
        licence_of(1),
    )
    return dataclasses.replace(made, **changes)


def _overview() -> Division:
    chart = OrganizationChart(
        "조직도",
        Unit("일자리경제과", "(2)개팀", (), (
            Unit("일자리창출팀", "", (text("일자리 발굴"),), (Unit("일자리플러스센터"),)),
            Unit("상공인지원팀", "", (text("판로 지원"),)),
        )),
    )  # fmt: skip
    staff = Table(
        "정원 및 현원",
        (Column(), *(Column(numeric=True) for _ in range(3))),
        (
            Row((head("구분", rowspan=2), head("계", rowspan=2), head("일반직", scope="colgroup", colspan=2))),
            Row((head("6급"), head("7급"))),
        ),
        (
            Row((head("정원", scope="row"), cell("23", computed=True), cell("15"), cell("8"))),
            Row((head("과부족", scope="row"), cell("△1", computed=True), cell("-"), cell("△1")), RowRole.DIFFERENCE),
        ),
        style="personnel",
        notes=(Note((Text("임기제 제외"), TABLE_FOOTNOTE)),),
    )
    places = Table(
        "주요시설",
        tuple(Column() for _ in range(4)),
        (Row(tuple(head(name) for name in ("구분", "명칭", "현황", "비고"))),),
        (
            Row((
                head("시설", scope="rowgroup", rowspan=2), cell("일자리플러스센터\n(당산로 123)"),
                Cell((outline("상담실 49㎡", item("창구 5개", outline(item("1층", level=2)))),), align=Align.START),
                cell("일자리창출팀"),
            )),
            Row((cell("창업지원센터"), Cell((outline("연면적: 3,875㎡"),)), cell("상공인지원팀"))),
        ),
        style="facilities",
    )  # fmt: skip
    money = table(
        "단위사업명|예산액|집행액|집행률(%)",
        "계|36,118,055|26,351,314|73.0",
        "기본경비|126,588|55,130|43.6",
        caption="예산현황",
        unit="단위: 천원",
        basis="2022. 8. 31.기준",
        style="budget",
    )
    sections = (
        section("1", "organization", "조직", chart),
        section("2", "personnel", "인력", staff),
        section("3", "facilities", "주요시설", places),
        section("4", "money", "예산현황", money),
    )
    return Division(Role.PART, "overview", "Ⅰ", text("일반현황"), (), sections)


def _results() -> Division:
    figures = table("구인업체|구직자|취업자(명)", caption="취업 현황", basis="2022. 8. 31.기준")
    figures = dataclasses.replace(figures, body=(Row((cell("1,771"), cell("1,494"), cell("772"))),))
    matrix = table(
        "구분|안심일자리|지역방역|청년드림",
        "추진기간|’22. 1.~6.|’22. 2.~6.|’22. 3.~11.",
        "사업내용|정보화와 공공서비스 및 환경정비|생활방역과 방역수칙 점검|청년 공공행정 일경험",
        style="matrix",
    )
    rich: Inlines = (
        Strong(text("JOB포유")),
        Text(" 운영"),
        Break(),
        Link("https://example.kr/", text("누리집")),
        FOOTNOTE,
    )
    first = programme(
        "1",
        "stable-jobs",
        text("안정적 일자리 지원"),
        topic("stable-jobs-1", "사업개요", outline("사업기간: 연중", "사 업 비: 84,000천원")),
        topic("stable-jobs-2", "주요 추진실적", outline(item("센터 운영", figures), TRAINING), matrix),
        topic(
            "stable-jobs-3",
            "그림",
            Figure("", "", text("음성장치")),
            Figure("그림/센터.png", "센터 모습", text("센터")),
        ),
        money=budget("100", "64", "64.0"),
    )
    second = programme(
        "2",
        "live-commerce",
        (Text("라이브커머스"), FOOTNOTE, Text(" 지원")),
        topic(
            "live-commerce-1",
            "향후계획",
            Outline((Item(1, "○", rich, (Note(text("변경될 수 있음")),)),)),
            Paragraph(text("문단")),
        ),
        money=None,
    )
    return Division(Role.PART, "results", "Ⅱ", text("주요업무 추진실적"), (), (first, second), contents=True)


NEVER_TEXT = {"id", "slug", "department_slug", "scope", "style", "form"}
"""Fields that hold names for machines, checked where they are read."""


def with_texts(node: T, change: Callable[[str], str]) -> T:
    """Give a copy of a tree of dataclasses with every text changed, except names for machines."""
    if isinstance(node, tuple):
        return tuple(with_texts(part, change) for part in node)  # type: ignore[return-value]
    if not dataclasses.is_dataclass(node) or isinstance(node, type):
        return node
    changed: dict[str, Any] = {}
    for field in dataclasses.fields(node):
        value = getattr(node, field.name)
        if type(value) is str:
            changed[field.name] = value if field.name in NEVER_TEXT else change(value)
        else:
            changed[field.name] = with_texts(value, change)
    return dataclasses.replace(node, **changed)


VOID = {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"}


@dataclasses.dataclass
class Element:
    """An element of a page: its name, attributes, own and inner text."""

    name: str
    attributes: dict[str, str]
    words: str = ""


class Markup(HTMLParser):
    """Reads a page's elements in order; an end tag that does not close the innermost open element is an error."""

    def __init__(self, html: str) -> None:
        super().__init__(convert_charrefs=True)
        self.elements: list[Element] = []
        self._open: list[Element] = []
        self.feed(html)
        self.close()
        assert not self._open, f"left open: {[element.name for element in self._open]}"

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        names = [name for name, _ in attrs]
        assert len(set(names)) == len(names), f"<{tag}> has an attribute twice: {names}"
        element = Element(tag, {name: value or "" for name, value in attrs})
        self.elements.append(element)
        if tag not in VOID:
            self._open.append(element)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append(Element(tag, {name: value or "" for name, value in attrs}))

    def handle_endtag(self, tag: str) -> None:
        assert self._open and self._open[-1].name == tag, f"</{tag}> closes nothing at {self.getpos()}"
        self._open.pop()

    def handle_data(self, data: str) -> None:
        for element in self._open:
            element.words += data

    def named(self, *names: str) -> Iterator[Element]:
        return (element for element in self.elements if element.name in names)

    def classed(self, name: str) -> list[Element]:
        return [e for e in self.elements if name in e.attributes.get("class", "").split()]
