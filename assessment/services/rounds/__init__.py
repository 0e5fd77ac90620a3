"""Rounds as the pages show them: the same folders that the command line works on."""
