"""The start page: which assessments there are and how they stand."""
