"""Releases: frozen, publishable tables of a round, and looking figures up in them."""
