"""What a person can ask for, one function each: load, let the domain work, save."""
