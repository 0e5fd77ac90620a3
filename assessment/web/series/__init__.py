"""Year after year: going on from an earlier assessment, and comparing two."""
