"""The portfolio of a consultant: clients, what is held of each, and several side by side."""
