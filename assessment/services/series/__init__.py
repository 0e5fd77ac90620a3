"""Year after year: what was said before, beginning from it, and comparing two assessments."""
