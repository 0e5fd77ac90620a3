"""The planned applications beside each other, and what changes would do, for the reader."""
