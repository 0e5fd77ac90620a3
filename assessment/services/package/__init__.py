"""The open-data package of a release: tables, dictionary, metadata, licence and reports.

Everything in it is made from releases alone, and the same releases give the same bytes.
"""
