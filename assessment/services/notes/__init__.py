"""What stands beside an agreed answer: history, files, opinions, what was said the year before."""
