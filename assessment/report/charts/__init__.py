"""Charts as SVG for page and PDF alike, drawn by hand.

Each has a text alternative and its figures as a table. Colours are those of KERN; a state is told
by fill, outline and words, never by colour alone.
"""
