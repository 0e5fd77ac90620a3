"""The measures as data: what lifts a topic by a step, what it takes, and who helps."""
