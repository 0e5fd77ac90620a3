"""What a page showed, as one word: another one as soon as anything in it changes."""

import hashlib
import json


def digest_of(said: object) -> str:
    """The word for plain values, such as are kept as JSON."""
    return hashlib.sha256(json.dumps(said, sort_keys=True).encode()).hexdigest()[:16]
