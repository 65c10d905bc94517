"""A file of the records as plain data, with its findings and its places."""

from dataclasses import dataclass
from functools import cached_property
from typing import Any

from pmoascode.document.places import Keys, Span, Spot, Survey, survey
from pmoascode.document.problem import place_at
from pmoascode.finding import Finding, Place


@dataclass(frozen=True)
class Document:
    """One YAML file: dict, list, str, int, Decimal, bool and None; dates are texts."""

    path: str  # from the records' root, "/" between folders
    text: str  # decoded, without a leading byte order mark, line ends as in the file
    data: dict[str, Any]  # empty if the text cannot be read
    findings: tuple[Finding, ...] = ()

    def value(self, keys: Keys) -> Any:
        """The value under the keys; None where there is none."""
        value: Any = self.data
        for key in keys:
            try:
                value = value[key]
            except (KeyError, IndexError, TypeError):
                return None
        return value

    def place(self, keys: Keys, *, of_key: bool = False) -> Place:
        """The place of a value, or of its key; an empty value stands where its key does.

        Where there is no such value, the place is that of the nearest one around it:
        of its key, or the start of the file's first field.
        """
        spot = self._survey.spots.get(keys)
        if spot is None:
            return self.place(keys[:-1], of_key=True) if keys else Place(self.path)
        start, end = spot.key if of_key or spot.value[0] == spot.value[1] else spot.value
        return place_at(self.path, self.text, start, end)

    def span(self, keys: Keys, *, of_key: bool = False) -> Span:
        """The offsets into the text of a value, or of its key (of an item's dash); end exclusive.

        An empty value has an empty span right after its colon or dash. A block's span ends
        with its last value, before the line break and any comment.

        Raises:
            KeyError: if there is no such value.
        """
        spot: Spot = self._survey.spots[keys]
        return spot.key if of_key else spot.value

    @cached_property
    def _survey(self) -> Survey:
        return survey(self.text) if self.data else Survey()
