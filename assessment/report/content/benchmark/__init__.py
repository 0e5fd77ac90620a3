"""Where a body stands among its peers, in words: for documents and for the page on screen."""

from assessment.report.content.benchmark.content import benchmark_of, benchmark_view
from assessment.report.content.benchmark.view import BenchmarkView

__all__ = ["BenchmarkView", "benchmark_of", "benchmark_view"]
