"""Paper: the printed HTML, the PDF, and what makes them fit, archive and verify."""
