"""Disclosure control: which cells of a release are shown, and the proof that no other follows."""
