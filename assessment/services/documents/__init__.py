"""The documents that are made from an assessment."""
