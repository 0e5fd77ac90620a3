"""Full-text search in the cases: which ones have the words, in which order, and where."""

from assessment.cases.search.index import Index, index_of
from assessment.cases.search.words import Query, marked

__all__ = ["Index", "Query", "index_of", "marked"]
