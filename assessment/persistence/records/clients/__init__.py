"""The tables of those who work for many bodies: clients, notes on them, brands, Word templates."""
