"""Where bodies stand among the members of a round: from releases on disk and in the browser."""
