from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from missionwatch.annotating.apart import Apart

STRETCHES = st.lists(st.tuples(st.integers(0, 30), st.integers(1, 8)).map(lambda s: (s[0], s[0] + s[1])))


@given(STRETCHES)
def test_a_stretch_is_taken_when_it_shares_no_character_with_those_before(
    stretches: list[tuple[int, int]],
) -> None:
    apart, kept = Apart(), list[tuple[int, int]]()
    for start, end in stretches:
        free = all(end <= other_start or other_end <= start for other_start, other_end in kept)
        assert apart.is_free(start, end) == free
        assert apart.take(start, end) == free
        if free:
            kept.append((start, end))
