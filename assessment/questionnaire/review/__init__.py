"""Looking over the answers before they are submitted: what is open, what hardly goes together."""
