"""The ids of what is named at the start: made of the names, and none twice."""

from collections.abc import Iterable
from itertools import chain, count

from pmoascode.exchange.cleaning import cleaned, on_one_line, slug
from pmoascode.office.layout import RESERVED

LONGEST_ID = 64


def tidy(text: str) -> str:
    """The text as a record may hold it, on one line."""
    return on_one_line(cleaned(text)[0])


def id_of(name: str, kind: str, taken: Iterable[str] = ()) -> str:
    """An id made of the name: `apollo`, then `apollo-programme`, then `apollo-programme-2`.

    A name without a letter from a to z gives its kind.
    """
    known = {*taken, *RESERVED}
    plain = slug(name) or kind
    named = plain if plain.endswith(kind) else _joined(plain, kind)
    ids = chain((plain, named), (_joined(named, str(number)) for number in count(2)))
    return next(id for id in ids if id not in known)


def _joined(id: str, ending: str) -> str:
    return f"{id[: LONGEST_ID - len(ending) - 1].rstrip('-')}-{ending}"
