"""Text as HTML that is safe, without the marks that say so where they would be thrown away."""

from collections.abc import Callable
from functools import partial
from typing import Any

import markupsafe
from markupsafe import Markup, escape

# Without its wrapping the text alone; a release of MarkupSafe that has no such part still escapes.
_of_text: Callable[[str], str] = getattr(markupsafe, "_escape_inner", escape)

# The finished HTML as markup. Past the constructor, which asks whether the text is markup.
marked: Callable[[str], Markup] = partial(str.__new__, Markup)


def escaped(value: Any) -> str:
    """The HTML that `markupsafe.escape` makes of the value: to be written, not to be handed on.

    It is marked as markup only where the value was, so whoever escapes it again spoils it.
    """
    kind = type(value)
    if kind is str:
        return _of_text(value)
    if kind is int:
        return str(value)
    return value if kind is Markup else escape(value)
