"""The archive as data: JSON, CSV and what describes them."""
