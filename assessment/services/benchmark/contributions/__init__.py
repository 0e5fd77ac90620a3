"""What members handed in: read, checked once, and taken over into the folder of a round."""
