"""Documents of many assessments at once: ordered in one go, made one after the other."""
