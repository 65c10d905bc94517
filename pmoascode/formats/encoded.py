"""Text of the records inside Markdown: shown as it is, and read as nothing else."""

import re

LONGEST = 600  # characters of one value that are shown

_JOINER = "\N{WORD JOINER}"
# What GitHub makes links of after Markdown has been read, so that encoding it is not enough.
_LINKED = re.compile(r"(?<=[@#])(?=\w)|(?<=:)(?=//)|(?<=\bwww)(?=\.)", re.IGNORECASE)
_PUNCTUATION = re.compile(r"[!-+\--/:-@\[-`{-~]")


def encoded(text: str) -> str:
    """The text in one line, every ASCII punctuation mark but the comma encoded as an entity."""
    text = " ".join(text.split())
    if len(text) > LONGEST:
        text = text[: LONGEST - 1].rstrip() + "…"
    text = "".join(c if c.isprintable() else "\N{REPLACEMENT CHARACTER}" for c in text)
    return _PUNCTUATION.sub(lambda mark: f"&#{ord(mark[0])};", _LINKED.sub(_JOINER, text))


def linked(shown: str, address: str) -> str:
    """The encoded text as a link; as it is where no address is known."""
    return f"[{shown}]({address})" if shown and address else shown
