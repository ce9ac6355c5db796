"""What rules read with: statements in texts, tables as rectangles, counts, ratios, enumerations, periods."""
