"""What the answers add up to: scores, ranges and coverage of topics and dimensions."""
