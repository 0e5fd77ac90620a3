"""What is done with the releases of a round."""
