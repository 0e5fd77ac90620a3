"""Who did it before: the catalogue of real cases and how close each is to the asker."""
