"""What to do: suitability of the routes, gates and the recommendation for each application."""
