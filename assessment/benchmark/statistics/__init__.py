"""What the members' answers come to: scores, quartiles and distributions of every cell at once."""
