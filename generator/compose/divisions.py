"""Parts, sections, programmes and topics of one report: their numbers, anchors and contents."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace

from generator.blocks.budget import BudgetTable, compose_budget
from generator.blocks.context import Context
from generator.content import Piece, compose_content
from generator.diagnostics import Diagnostic
from generator.document import Block, Division, Inlines, Paragraph, Programme, Role, Text, plain
from generator.document import Budget as ComposedBudget
from generator.fields import is_slug
from generator.kinds import Kind, number
from generator.markup import Footnotes, ProseTopic
from generator.model import Division as DivisionModel
from generator.model import Programme as ProgrammeModel
from generator.model import Section
from generator.notation.particle import with_particle
from generator.source import Scalar

_TOPIC = "□"


@dataclass(slots=True)
class Desk:
    """What one report's composition shares: house style, footnotes, the anchors taken, and the findings so far."""

    context: Context
    footnotes: Footnotes
    anchors: dict[str, Scalar | None] = field(default_factory=dict)

    @property
    def findings(self) -> list[Diagnostic]:
        """All findings so far."""
        return self.context.findings

    def scope(self, definitions: dict[Scalar, Scalar]) -> Context:
        """Open a scope of footnote labels and define those that were written beside the text."""
        scope = self.footnotes.scope()
        context = self.context.scoped(scope)
        for label, text in definitions.items():
            self.findings.extend(scope.define(label.text.strip(), context.line(text), label.at))
        return context

    def close(self, context: Context) -> None:
        """Report footnotes that were defined and never called."""
        self.findings.extend(context.footnotes.findings())

    def anchor(self, wanted: str) -> str:
        """Take an anchor; a taken one gets the first free number behind it."""
        name, count = wanted, 1
        while name in self.anchors:
            count += 1
            name = f"{wanted}-{count}"
        self.anchors[name] = None
        return name


def compose_part(section: Section, count: int, kind: Kind, pattern: str, desk: Desk) -> Division:
    """Compose a section file as a part; it lists its programmes where it asks for contents."""
    contents = section.contents and bool(section.programmes)
    anchor = desk.anchor(f"part-{count}")
    context = desk.scope(section.footnotes)
    title = context.line(section.title)
    blocks, topics = _content(section.content, anchor, context.under(plain(title)), desk)
    children = _children(section, kind, "", anchor, 0, context, desk, follows=contents)
    desk.close(context)
    return Division(
        Role.PART,
        anchor,
        number(pattern, count),
        title,
        blocks=blocks,
        children=(*topics, *children),
        contents=contents,
        starts_page=kind.part_starts_page or count == 1,
        at=section.title.at,
    )


def _children(
    model: DivisionModel,
    kind: Kind,
    above: str,
    anchor: str,
    depth: int,
    context: Context,
    desk: Desk,
    *,
    follows: bool,
) -> tuple[Division, ...]:
    """Compose what stands in a division. `follows` tells whether something is printed before its first programme."""
    made: list[Division] = [
        _heading(heading, pieces, kind, count, anchor, context, desk)
        for count, (heading, pieces) in enumerate(model.body.items(), start=1)
    ]
    for count, below in enumerate(model.divisions, start=1):
        mark = number(_level(kind, depth), count, above)
        section = _section(below, kind, mark, f"{anchor}-{count}", depth + 1, desk)
        made.append(replace(section, starts_page=bool(made) and _holds_programmes(below)))
    for count, programme in enumerate(model.programmes, start=1):
        first = not made and not follows and model.content is None
        made.append(_programme(programme, number(kind.programme, count, above), not first, desk))
    return tuple(made)


def _section(model: DivisionModel, kind: Kind, printed: str, wanted: str, depth: int, desk: Desk) -> Division:
    anchor = desk.anchor(wanted)
    context = desk.scope(model.footnotes)
    title = context.line(model.title)
    blocks, topics = _content(model.content, anchor, context.under(plain(title)), desk)
    children = _children(model, kind, printed, anchor, depth, context, desk, follows=False)
    desk.close(context)
    return Division(Role.SECTION, anchor, printed, title, blocks, (*topics, *children), at=model.title.at)


def _heading(
    heading: Scalar, pieces: tuple[Piece, ...], kind: Kind, count: int, above: str, context: Context, desk: Desk
) -> Division:
    title = context.line(heading)
    anchor = desk.anchor(f"{above}-{count}")
    blocks, topics = _content(pieces, anchor, context.under(plain(title)), desk)
    role = Role.TOPIC if kind.heading == _TOPIC else Role.SECTION
    made = Division(role, anchor, number(kind.heading, count), title, blocks, topics, at=heading.at)
    return _on_one_line(made)


def _content(
    pieces: tuple[Piece, ...] | None, anchor: str, context: Context, desk: Desk
) -> tuple[tuple[Block, ...], tuple[Division, ...]]:
    if pieces is None:
        return (), ()
    composed = compose_content(pieces, context)
    topics = (_topic(topic, anchor, desk) for topic in composed.topics)
    return composed.blocks, tuple(topics)


def _topic(topic: ProseTopic, above: str, desk: Desk) -> Division:
    anchor = desk.anchor(f"{above}-{_words(plain(topic.title))}")
    return Division(Role.TOPIC, anchor, _TOPIC, topic.title, topic.blocks, suffix=topic.suffix, at=topic.at)


def _programme(model: ProgrammeModel, printed: str, starts_page: bool, desk: Desk) -> Division:
    context = desk.scope(model.footnotes)
    anchor = _programme_anchor(model, desk)
    title, purpose = context.line(model.title), context.line(model.purpose)
    blocks, topics = _content(model.content, anchor, context, desk)
    named = [t for heading, pieces in model.body.items() for t in _topics(heading, pieces, anchor, context, desk)]
    budget, money = _budgets(model, anchor, context, desk)
    desk.close(context)
    return Division(
        Role.PROGRAMME,
        anchor,
        printed,
        title,
        blocks,
        (*topics, *named, *money),
        Programme(anchor, model.team.text.strip() if model.team else "", purpose, budget),
        starts_page=starts_page,
        at=model.title.at,
    )


def _topics(
    heading: Scalar, pieces: tuple[Piece, ...], above: str, context: Context, desk: Desk
) -> tuple[Division, ...]:
    title = context.line(heading)
    anchor = desk.anchor(f"{above}-{_words(plain(title))}")
    blocks, further = _content(pieces, above, context.under(plain(title)), desk)
    return (_on_one_line(Division(Role.TOPIC, anchor, _TOPIC, title, blocks, at=heading.at)), *further)


def _on_one_line(topic: Division) -> Division:
    """Set a topic that holds one short paragraph on one line: `□ 위탁법인: (사)…`."""
    match topic:
        case Division(role=Role.TOPIC, blocks=(Paragraph(content=content),), children=()):
            return replace(topic, value=content, blocks=())
        case _:
            return topic


def _budgets(
    model: ProgrammeModel, above: str, context: Context, desk: Desk
) -> tuple[ComposedBudget | None, tuple[Division, ...]]:
    """Give the programme's budget, the first one written, and the topics that print what was written."""
    made: list[tuple[ComposedBudget, Division]] = []
    for label, written in (("예산현황", model.budget), ("소요예산", model.required_budget)):
        if written is None or (budget := compose_budget(written, context.under(label))) is None:
            continue
        own = written.title if isinstance(written, BudgetTable) else None
        title: Inlines = context.line(own) if own else (Text(label),)
        anchor = desk.anchor(f"{above}-{_words(plain(title))}")
        if budget.form == "line":
            topic = Division(Role.TOPIC, anchor, _TOPIC, title, value=(Text(budget.line),), at=written.at)
        else:
            topic = Division(Role.TOPIC, anchor, _TOPIC, title, (budget,), suffix=f"단위: {budget.unit}", at=written.at)
        made.append((budget, topic))
    return (made[0][0] if made else None), tuple(topic for _, topic in made)


def _programme_anchor(model: ProgrammeModel, desk: Desk) -> str:
    name = model.id.text.strip()
    if not is_slug(name):
        hint = "영어 소문자와 숫자를 붙임표로 이어 적으세요. 보기: stable-jobs"
        desk.context.error(
            "programme-id",
            f"사업의 id {with_particle(name, '은/는', quote=True)} 쓸 수 없는 이름입니다.",
            model.id.at,
            hint,
        )
        return desk.anchor("programme")
    earlier = desk.anchors.get(name)
    if earlier is not None:
        hint = f"다른 이름을 쓰세요. 같은 id가 {earlier.at.path} {earlier.at.line}행에 있습니다."
        desk.context.error(
            "programme-id", f"사업의 id {with_particle(name, '을/를', quote=True)} 두 번 썼습니다.", model.id.at, hint
        )
    anchor = desk.anchor(name)
    desk.anchors[anchor] = model.id
    return anchor


def _holds_programmes(model: DivisionModel) -> bool:
    return bool(model.programmes) or any(_holds_programmes(below) for below in model.divisions)


def _level(kind: Kind, depth: int) -> str:
    return kind.levels[min(depth, len(kind.levels) - 1)] if kind.levels else "1"


def _words(title: str) -> str:
    """A title as part of an anchor: letters and digits, words joined by hyphens."""
    return "-".join(re.findall(r"\w+", title)) or "topic"
