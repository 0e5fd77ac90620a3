"""What is kept of reviews: the models that were in force, and what was submitted under them."""
