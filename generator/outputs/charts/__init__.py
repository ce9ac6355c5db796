"""Charts of our own: what stands where is computed here, and `templates/charts/` prints it as SVG and HTML.

1. `scale.py`: round steps on a linear axis, and where a value stands on it.
2. `columns.py`: columns on a true axis of years; its measures are in `column_layout.py`.
3. `stacked.py`: bars cut into parts, such as a budget by funding source.
4. `multiples.py`: many small bars of one measure, such as execution rates.
5. `data_table.py`: the table that stands with every chart. `labels.py`: figures as charts and sentences print them.

No meaning is carried by colour alone: every mark has a texture of its own and its name and value as text.
"""
