"""Where one body stands among its peers, from releases alone: a quarter, never a rank.

Nothing here needs the answers of others, so that whoever shows a position cannot tell more than the
release does. A body's own scores go in as they are and come out unchanged. Why a closer group is
not shown is told as the release tells it: that it is protected, never that it is small.
"""
