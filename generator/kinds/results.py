"""추진실적: what was done so far, with budget and execution; the autumn report to the council."""

from generator.kinds.kind import Kind

KIND = Kind(
    name="추진실적",
    short="실적",
    topics=(("사업개요",), ("주요 추진실적", "추진실적"), ("향후계획",)),
    brief=(("주요추진실적", "추진실적"), ("향후계획",)),
)
