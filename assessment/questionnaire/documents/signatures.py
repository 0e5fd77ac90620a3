"""How files begin that are no text: their kind follows from it, whatever they are called."""

PACKED = b"PK\x03\x04"  # archives, and workbooks, which are some
PDF = b"%PDF-"
OLD_OR_LOCKED = bytes.fromhex("d0cf11e0a1b11ae1")  # workbooks of before 2007, or with a password
