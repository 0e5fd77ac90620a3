"""What workers do on rounds: take over, look through, try out, release."""
