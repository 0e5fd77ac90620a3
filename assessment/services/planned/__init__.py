"""What the body plans, looked at from several sides: kinds to choose from, portfolio, what if."""
