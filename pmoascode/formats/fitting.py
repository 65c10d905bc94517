"""Blocks of Markdown one below the other, as many as fit into a number of bytes."""

from collections.abc import Iterable


def folded(title: str, lines: Iterable[str], room: int) -> str:
    """The lines under a title that opens them, as far as they fit; empty where there are none."""
    body = fitting(((line, 1) for line in lines), room)
    return f"<details><summary>{title}</summary>\n\n{body}\n\n</details>" if body else ""


def fitting(blocks: Iterable[tuple[str, int]], room: int) -> str:
    """The blocks that fit into the bytes, and how many findings are left out."""
    kept: list[str] = []
    left = 0
    for block, findings in blocks:
        room -= len(block.encode()) + 2
        if room < 0:  # and stays so: what follows may belong under a heading that is left out
            left += findings
        else:
            kept.append(block)
    if left:
        kept.append(f"… and {left} more; `pmo check` lists them all.")
    return _joined(kept)


def _joined(blocks: list[str]) -> str:
    """The blocks one below the other, an empty line before each heading and the last word."""
    return "\n".join(
        f"\n{block}" if number and not block.startswith("-") else block
        for number, block in enumerate(blocks)
    )
