"""How Korean offices write figures: numbers, percentages, money, dates, counted things.

`parse_*` read, `format_*` print. Values are `Decimal`; what cannot be read is `None` or a `Problem`, never an
exception. Offsets count characters of the text as given, so that a caller can point at the very place in a file.
"""
