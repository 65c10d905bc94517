"""The colours of the charts, each a variable of the page's stylesheet with a fallback."""

INK = "var(--pmo-ink, #1d252d)"
MUTED = "var(--pmo-muted, #5a6672)"
LINE = "var(--pmo-line, #d5dae0)"
ACCENT = "var(--pmo-accent, #3f51b5)"
SURFACE = "var(--pmo-surface, #ffffff)"
GREEN = "var(--pmo-green, #1f7a4d)"
AMBER = "var(--pmo-amber, #b45f06)"
RED = "var(--pmo-red, #b3261e)"
GREY = "var(--pmo-grey, #66727d)"
BLUE = "var(--pmo-blue, #1f5fa8)"

_RATINGS = {"green": GREEN, "amber": AMBER, "red": RED, "grey": GREY, "blue": BLUE}
_LETTERS = {"green": "G", "amber": "A", "red": "R", "blue": "B"}
_WORDS = {"green": "green", "amber": "amber", "red": "red", "blue": "done"}


def colour(rating: str | None) -> str:
    """The colour of a rating; grey for one that is missing or unknown."""
    return _RATINGS.get(rating or "", GREY)


def letter(rating: str | None) -> str:
    """The letter that says the rating without its colour; a dash where none is given."""
    return _LETTERS.get(rating or "", "\N{EN DASH}")


def word(rating: str | None) -> str:
    """The rating in one or two words, for titles and descriptions."""
    return _WORDS.get(rating or "", "not reported")
