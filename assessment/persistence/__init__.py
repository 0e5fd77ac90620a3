"""What is kept: the only package that writes SQL; it takes and gives domain objects."""
