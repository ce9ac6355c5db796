"""What notation rules look at: the texts of a report as language, with everything masked that is spelled by others."""
