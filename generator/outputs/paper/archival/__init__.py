"""Making a printed report last and be read aloud: PDF/A-3a (ISO 19005-3) and PDF/UA-1 (ISO 14289-1) at once.

WeasyPrint prints the pages and marks what it draws. It builds a structure tree page by page, from boxes: what goes on
over pages is there in pieces, heads that are said again count twice, notes are no notes, links have no names. So only
its marks are taken; the tree is made anew from the report's HTML, which is one from beginning to end.
"""
