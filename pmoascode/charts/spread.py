"""Labels at the ends of lines, moved apart until none overlaps."""

from collections.abc import Sequence


def spread(wanted: Sequence[float], gap: float, top: float, bottom: float) -> tuple[float, ...]:
    """Positions near the wanted ones, in the same order of height, at least `gap` apart.

    The room from top to bottom must hold them all: (count - 1) x gap. Neighbours that are
    too close are centred on their mean (pool adjacent violators).
    """
    order = sorted(range(len(wanted)), key=lambda index: (wanted[index], index))
    pools: list[list[float]] = []  # each the positions less the gaps before them
    for rank, index in enumerate(order):
        pools.append([wanted[index] - rank * gap])
        while len(pools) > 1 and _mean(pools[-2]) > _mean(pools[-1]):
            last = pools.pop()
            pools[-1] += last
    highest = bottom - (len(wanted) - 1) * gap
    levels = [min(max(_mean(pool), top), highest) for pool in pools for _ in pool]
    found = {index: levels[rank] + rank * gap for rank, index in enumerate(order)}
    return tuple(found[index] for index in range(len(wanted)))


def _mean(values: Sequence[float]) -> float:
    return sum(values) / len(values)
