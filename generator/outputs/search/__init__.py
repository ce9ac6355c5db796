"""What the search looks through."""
