"""The tables of documents: which reports were handed out, and batches of them."""
