"""Many variants of a body's answers and factors at once, and what each of them comes to."""
