"""A review on a terminal, as a comment, as data."""
