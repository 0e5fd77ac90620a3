"""Queries on clients, their brands and Word templates."""
