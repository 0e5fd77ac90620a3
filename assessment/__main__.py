"""`python -m assessment` is the `assessment` command."""

from assessment.cli import main

if __name__ == "__main__":
    main()
