"""The pages of batches: many documents ordered at once."""
