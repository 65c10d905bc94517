"""The colours of the charts, each a variable of the page's stylesheet with a fallback."""

INK = "var(--pmo-ink, #1d252d)"
MUTED = "var(--pmo-ink-soft, #4c5b69)"
LINE = "var(--pmo-line, #d5dae0)"
ACCENT = "var(--pmo-accent, #3f51b5)"
ACCENT_SOFT = "var(--pmo-accent-soft, #e0eeef)"
SURFACE = "var(--pmo-paper, #ffffff)"
ON_SOLID = "var(--pmo-on-solid, #ffffff)"
ON_AMBER = "var(--pmo-on-amber, #221500)"

GREEN = "var(--pmo-green, #1f7a4d)"
AMBER_GREEN = "var(--pmo-amber-green, #899c14)"
AMBER = "var(--pmo-amber, #eea20a)"
AMBER_RED = "var(--pmo-amber-red, #d9690f)"
RED = "var(--pmo-red, #b3261e)"
GREY = "var(--pmo-grey, #66727d)"
BLUE = "var(--pmo-blue, #1f5fa8)"

# Told apart by more than colour: whoever draws series gives each dashes and a name at its end.
SERIES = (
    "var(--pmo-series-1, #12607a)",
    "var(--pmo-series-2, #c0621b)",
    "var(--pmo-series-3, #5b4b9a)",
    "var(--pmo-series-4, #5d7d1e)",
)

_RATINGS = {
    "green": GREEN,
    "amber-green": AMBER_GREEN,
    "amber": AMBER,
    "amber-red": AMBER_RED,
    "red": RED,
    "grey": GREY,
    "blue": BLUE,
}
_LETTERS = {
    "green": "G",
    "amber-green": "AG",
    "amber": "A",
    "amber-red": "AR",
    "red": "R",
    "grey": "N",
    "blue": "C",
}
_WORDS = {rating: rating for rating in _RATINGS} | {"blue": "complete", "grey": "not reported"}


def colour(rating: str | None) -> str:
    """The colour of a rating; grey for one that is missing or unknown."""
    return _RATINGS.get(rating or "", GREY)


def ink_on(rating: str | None) -> str:
    """The colour of a letter on the rating's colour."""
    if rating not in _RATINGS or rating == "grey":
        return MUTED
    return ON_AMBER if rating.startswith("amber") else ON_SOLID


def letter(rating: str | None) -> str:
    """The letter that says the rating without its colour, as on the badges of the pages."""
    return _LETTERS.get(rating or "", "N")


def word(rating: str | None) -> str:
    """The rating in one or two words, for titles and descriptions."""
    return _WORDS.get(rating or "", "not reported")
