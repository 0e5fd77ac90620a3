"""Pages to read that belong to no assessment: the cases, and the method."""
