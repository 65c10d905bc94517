"""Five by five cells and their two scales, as of a risk map and a map of stakeholders."""

from markupsafe import Markup

from pmoascode.charts.paint import MUTED
from pmoascode.charts.svg import begin, ground, kept, label

WORDS = ("very low", "low", "medium", "high", "very high")
LEFT, TOP, CELL = 92.0, 28.0, 126.0
RIGHT = LEFT + 5 * CELL


def across(name: str, bottom: float) -> Markup:
    """What stands below; on a phone the drawing begins at its higher end."""
    drawn = begin(label(f"{name} ▶", RIGHT, bottom + 38, anchor="end", bold=True))
    for n, text in enumerate(WORDS):
        x = LEFT + (n + 0.5) * CELL
        drawn += label(f"{n + 1} {text}", x, bottom + 18, fill=MUTED, anchor="middle")
    return drawn


def upwards(name: str, bottom: float) -> Markup:
    """What stands at the left, and stays in sight; to be drawn after the cells."""
    high = (bottom - TOP) / 5
    drawn = label(f"{name} ▲", 4, 16, bold=True)
    for n, text in enumerate(WORDS):
        drawn += label(f"{n + 1} {text}", 4, bottom - (n + 0.5) * high + 4.5, fill=MUTED)
    return kept(ground(LEFT, bottom), drawn)
