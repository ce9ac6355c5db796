"""The data of the archive: budgets, programmes, personnel and facilities of all reports."""
