"""The pages of the archive, a module for each kind with what it shows."""
