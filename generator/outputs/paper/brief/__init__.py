"""The one-page brief of a report (1장 요약): what each programme is for, its figures, and its results or plans.

It tells only what stands in the report. Figures are those of the records, which know where each kind of report has
them; items are taken whole or left out, and how many were left out is said.
"""
