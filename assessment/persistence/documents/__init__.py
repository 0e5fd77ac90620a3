"""What is asked of the database about documents that were handed out or are being made."""
