"""Tiny rounds, and every table of counts that agrees with what is shown of them, one by one."""

import numpy as np
from hypothesis import assume
from hypothesis import strategies as st

from assessment.benchmark.layout import layout_of

MOST_TABLES = 100_000

BREAKDOWNS = st.sampled_from(
    [
        [(), ("state",)],
        [(), ("state",), ("size_class",)],
        [(), ("state",), ("size_class",), ("state", "size_class")],
        [(), ("state",), ("size_class",), ("kind",)],
        [("state",), ("size_class",)],
    ]
)


@st.composite
def rounds(draw, most=18):
    """A layout over few members, and which of these take part."""
    attributes = draw(
        st.lists(
            st.tuples(st.sampled_from("AB"), st.sampled_from("12"), st.sampled_from("xy")),
            min_size=1,
            max_size=most,
        )
    )
    layout = layout_of(
        {
            "state": [a for a, _, _ in attributes],
            "size_class": [b for _, b, _ in attributes],
            "kind": [c for _, _, c in attributes],
        },
        draw(BREAKDOWNS),
        len(attributes),
    )
    taking = draw(st.lists(st.booleans(), min_size=most, max_size=most))
    return layout, np.array(taking[: len(attributes)])


def agreeing_tables(layout, counts, shown, positive, most):
    """All counts of atoms that agree with the cells shown; at most `most` where none holds them."""
    matrix = np.array([[cell in layout.cell_of_atom[:, atom] for atom in range(layout.atoms)]
                       for cell in range(len(layout.cells))], dtype=int)  # fmt: skip
    limits = [
        min((counts[cell] for cell in layout.cell_of_atom[:, atom] if shown[cell]), default=most)
        for atom in range(layout.atoms)
    ]
    assume(np.prod([limit + 1 for limit in limits]) <= MOST_TABLES)
    grids = np.indices([limit + 1 for limit in limits]).reshape(layout.atoms, -1)
    sums = matrix @ grids
    agrees = (sums[shown] == counts[shown][:, None]).all(axis=0)
    agrees &= (sums[positive] >= 1).all(axis=0)
    return grids[:, agrees], sums[:, agrees]
