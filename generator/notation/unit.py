"""Money units and amounts that carry one: `418백만원`, `3억 5천만원`, `10천원/월`.

    parse_amount("1,847억원")     -> Amount(value=1847, unit="억원", ...)
    parse_amount("3억 5천만원")   -> Amount(value=350000000, unit="원", ...)   several units are counted out in won
    convert(Decimal("418"), "백만원", "천원") -> Decimal("418000")

A space before the unit noun is the rule and writing it together after digits is allowed (한글 맞춤법 제43항), so both
`100만원` and `100만 원` are read.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from difflib import get_close_matches

from generator.notation.number import DIGITS, EXACT, NEGATIVE_SIGNS, fold_width, format_number, read_digits
from generator.notation.particle import with_particle
from generator.notation.problem import Problem, ProblemKind


@dataclass(frozen=True, slots=True)
class MoneyUnit:
    """A unit that a table or a line may count in, and its worth in won."""

    name: str
    won: Decimal


MONEY_UNITS: tuple[MoneyUnit, ...] = tuple(
    MoneyUnit(name, Decimal(won))
    for name, won in (
        ("원", 1),
        ("천원", 10**3),
        ("만원", 10**4),
        ("십만원", 10**5),
        ("백만원", 10**6),
        ("천만원", 10**7),
        ("억원", 10**8),
        ("십억원", 10**9),
        ("백억원", 10**10),
        ("천억원", 10**11),
        ("조원", 10**12),
    )
)


@dataclass(frozen=True, slots=True)
class Amount:
    """A signed amount as written. `unit` is empty for a bare number; `per` is the `월` of `10천원/월`.

    `start` and `end` bound it in the text it was found in.
    """

    value: Decimal
    unit: str
    per: str
    start: int
    end: int


# The Korean numeral system multiplies by ten up to 천 inside each group of four digits; 만, 억, 조 name the groups.
_SMALL = {"": Decimal(1), "십": Decimal(10), "백": Decimal(100), "천": Decimal(1000)}
_GROUP = {"": Decimal(1), "만": Decimal(10**4), "억": Decimal(10**8), "조": Decimal(10**12)}
# Far longer than any amount; a bound keeps the reading of a long list of amounts linear.
_LONGEST = 120
_TERM = re.compile(rf"(?P<digits>{DIGITS})\s?(?P<small>[십백천]?)\s?(?P<group>[만억조]?)")
# Every blank has one place to go: with two, a long text of stems would be tried in exponentially many ways.
_STEMMED = rf"{DIGITS}\s?(?:[십백천](?:\s?[만억조])?|[만억조])"
# What a rate may refer to is a closed list, since a slash also parts shares: `구비 70천원/시비 30천원`.
_PERIODS = "시간|분기|반기|학기|개소|개월|가구|세대|업체|월|년|주|일|회|인|명|건|팀|개|㎡|평|대|호|교"
_PER = rf"(?:/(?P<per{{}}>[0-9]{{{{0,3}}}}(?:{_PERIODS}))(?![가-힣]))?"
_SCAN = re.compile(
    rf"(?P<sign>[△▲]\s?|[+{re.escape(NEGATIVE_SIGNS)}])?(?P<body>"
    rf"(?:{_STEMMED}\s?)*(?:{DIGITS}\s?)?(?<![\s])\s?원{_PER.format(1)}"
    # Without 원 only a named group shows that money is meant: `7억 투자` yes, `5천` no.
    rf"|(?:{_STEMMED}\s?)*{DIGITS}\s?[십백천]?[만억조](?![가-힣])"
    rf"|{DIGITS}{_PER.format(2)})"
)


def find_unit(text: str, units: Sequence[MoneyUnit] = MONEY_UNITS) -> MoneyUnit | None:
    """Find a unit by its name, whatever the spaces in it: `억 원` -> 억원."""
    wanted = "".join(fold_width(text).split())
    return next((unit for unit in units if unit.name == wanted), None)


def convert(value: Decimal, from_unit: str, to_unit: str, units: Sequence[MoneyUnit] = MONEY_UNITS) -> Decimal:
    """Restate an amount in another unit, without rounding. An unknown unit is a mistake of the caller: ValueError."""
    source, target = find_unit(from_unit, units), find_unit(to_unit, units)
    if source is None or target is None:
        raise ValueError(f"unknown money unit: {from_unit if source is None else to_unit}")
    if source == target:
        return value
    return _without_exponent(EXACT.divide(EXACT.multiply(value, source.won), target.won))


def parse_amount(text: str, units: Sequence[MoneyUnit] = MONEY_UNITS) -> Amount | Problem | None:
    """Read a text that is one amount and nothing else; None where it is something else."""
    start = len(text) - len(text.lstrip())
    found = scan_amount(text, start, units)
    if isinstance(found, Amount) and found.end != len(text.rstrip()):
        return None
    return found


def scan_amount(text: str, start: int = 0, units: Sequence[MoneyUnit] = MONEY_UNITS) -> Amount | Problem | None:
    """Read the longest amount that begins at `start`; None where none does.

    Badly grouped digits are a Problem; so is a greater unit after a smaller one (`5천만 3억원`).
    """
    found = _SCAN.match(fold_width(text[start : start + _LONGEST]))
    if not found or not found["body"][0].isdigit():
        return None
    body, at = found["body"].rstrip(","), start + found.start("body")
    figure = body.split("/")[0]
    if not any(stem in figure for stem in "십백천만억조원"):
        value, unit = read_digits(figure), ""
    else:
        value, unit = _count_out(list(_TERM.finditer(figure.removesuffix("원"))), units)
    if value is None:
        return _grouping_problem(text, at, at + len(body))
    sign = (found["sign"] or "+")[0]
    return Amount(
        EXACT.subtract(Decimal(0), value) if sign in NEGATIVE_SIGNS else value,
        unit,
        found["per1"] or found["per2"] or "",
        start,
        at + len(body),
    )


def unknown_unit(text: str, start: int, units: Sequence[MoneyUnit] = MONEY_UNITS) -> Problem:
    """Say that the word at `start`, right after a figure, is no money unit, with the nearest one: `418벡만원`."""
    found = re.compile(r"[^\s\d,()/]+").match(text, start)
    word = found[0] if found else text[start : start + 1]
    # Compared letter by letter, 벡만원 is nearer to 백만원 than to the 만원 it contains.
    names = {unicodedata.normalize("NFD", unit.name): unit.name for unit in units}
    nearest = get_close_matches(unicodedata.normalize("NFD", word), names, n=1)
    guess = f"혹시 '{names[nearest[0]]}'인가요? " if nearest else ""
    listed = ", ".join(unit.name for unit in units)
    message = f"{with_particle(word, '은/는', quote=True)} 금액의 단위가 아닙니다."
    return Problem(ProblemKind.UNKNOWN_UNIT, start, start + len(word), message, f"{guess}쓸 수 있는 단위: {listed}")


def _count_out(terms: list[re.Match[str]], units: Sequence[MoneyUnit]) -> tuple[Decimal | None, str]:
    if len(terms) == 1:
        unit = find_unit(f"{terms[0]['small']}{terms[0]['group']}원", units)
        if unit:
            return read_digits(terms[0]["digits"]), unit.name
    total, section = Decimal(0), Decimal(0)
    last_group, last_small = Decimal("Infinity"), Decimal("Infinity")
    for term in terms:
        number, small, group = read_digits(term["digits"]), _SMALL[term["small"]], _GROUP[term["group"]]
        if number is None or small >= last_small or (term["group"] and group >= last_group):
            return None, ""
        section = EXACT.add(section, EXACT.multiply(number, small))
        last_small = small
        if term["group"]:
            total = EXACT.add(total, EXACT.multiply(section, group))
            section, last_group, last_small = Decimal(0), group, Decimal("Infinity")
    return _without_exponent(EXACT.add(total, section)), "원"


def _grouping_problem(text: str, start: int, end: int) -> Problem:
    written = text[start:end]
    digits = re.match(DIGITS, fold_width(written))
    run = digits[0].rstrip(",") if digits else ""
    meant = read_digits(run.replace(",", ""))
    if "," in run and read_digits(run) is None and meant is not None:
        message = f"'{run}'의 쉼표 자리가 맞지 않습니다."
        hint = f"쉼표는 세 자리마다 찍습니다. 빠지거나 겹친 숫자가 없다면 '{format_number(meant)}'입니다."
        return Problem(ProblemKind.BAD_GROUPING, start, start + len(run), message, hint)
    message = f"{with_particle(written, '을/를', quote=True)} 금액으로 읽을 수 없습니다."
    hint = "큰 단위부터 '3억 5천만원'처럼 쓰거나 한 단위로 쓰세요."
    return Problem(ProblemKind.NOT_A_NUMBER, start, end, message, hint)


def _without_exponent(value: Decimal) -> Decimal:
    shortened = value.normalize(EXACT)
    exponent = shortened.as_tuple().exponent
    return shortened.quantize(Decimal(1), context=EXACT) if isinstance(exponent, int) and exponent > 0 else shortened
