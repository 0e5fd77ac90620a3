"""How to get there: measures that lift topics, placed in quarters."""
