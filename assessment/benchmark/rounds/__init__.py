"""Rounds: who is asked, what was handed in, and which of it counts."""
