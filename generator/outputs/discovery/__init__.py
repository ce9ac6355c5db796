"""How machines find and read the archive: feed, site map, structured data, cards, Markdown twins."""
