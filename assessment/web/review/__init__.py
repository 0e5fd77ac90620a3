"""Looking everything over, submitting it, reopening it, and what was submitted before."""
