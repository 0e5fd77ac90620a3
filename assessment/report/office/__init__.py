"""Documents that an office edits further: the council paper and the slides."""
