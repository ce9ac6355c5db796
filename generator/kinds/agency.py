"""위탁기관 보고: an agency that runs a centre for a city reports on its mandate, staff, programmes and results."""

from generator.kinds.kind import Kind

KIND = Kind(
    name="위탁기관 보고",
    short="위탁",
    part="1",
    heading="□",
    levels=("[1]", "1."),
    programme="{above}-1",
    topics=(("사업개요",), ("추진실적",), ("향후 추진일정", "추진일정")),
    budget=False,
    brief=(("추진실적", "주요추진실적"), ("향후추진일정", "추진일정")),
)
