"""What changed between two versions of a report, or between two years of a department."""
