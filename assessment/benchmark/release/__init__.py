"""Releases: frozen, publishable tables of a round, and where one member stands in them."""
