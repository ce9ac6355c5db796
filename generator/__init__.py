"""Turns yearly reports written as YAML into paper, pages and data."""
