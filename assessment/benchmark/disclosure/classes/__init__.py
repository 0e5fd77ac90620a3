"""Disclosure control of a subject's answers, class by class: the pattern, and the audit of it.

The table protected here is finer than that of the members: each atom by each class of the answer.
It is protected for what stands now and, as tables of their own, for what came and what went since
each earlier release, for two distributions of a cell can be subtracted class by class.
"""
