"""What is kept beside an agreed answer: attached files and single opinions."""
