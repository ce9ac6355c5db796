"""예산사업설명서: the budget book's page on one programme, in the five chapters that the form prescribes."""

from generator.kinds.kind import Kind

KIND = Kind(
    name="예산사업설명서",
    short="예산",
    part="1",
    heading="□",
    budget=False,
    part_starts_page=False,
    brief=(("사업내용",), ("최근3년추진실적", "추진실적"), ("향후기대효과", "기대효과")),
    parts=(
        ("기본 현황",),
        ("예산 설명",),
        ("사업설명",),
        ("사업 효과",),
        ("최근 3년 결산 현황", "결산 현황"),
    ),
)
