"""Looking everything over, submitting it, and keeping what was submitted as it was."""
