"""추진계획: what is planned for the year, with what it will cost; the report at the start of a year."""

from generator.kinds.kind import Kind

KIND = Kind(
    name="추진계획",
    short="계획",
    topics=(("사업개요",), ("세부추진계획", "추진계획")),
    brief=(("세부추진계획", "추진계획"), ("추진일정",), ("추진방향",)),
)
