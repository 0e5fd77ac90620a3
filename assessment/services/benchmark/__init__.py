"""Rounds and releases on one machine: files in, publishable tables out."""
