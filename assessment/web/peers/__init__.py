"""Releases that bodies are compared with: choosing, sending and deleting them."""

from assessment.web.peers.releases import pages

__all__ = ["pages"]
