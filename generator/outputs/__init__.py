"""What a composed report becomes: paper, PDF, pages, data."""
