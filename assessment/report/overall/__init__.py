"""The overall report of a round (Gesamtbericht), as PDF and as one HTML file, from releases alone.

What prints is loaded when a document is made, not before.
"""
