"""A limit that is no amount but an id: the policy says which of the records a rule looks at."""

import re
from dataclasses import dataclass

from pmoascode.records.fields import ID_PATTERN


@dataclass(frozen=True, slots=True)
class IdLimit:
    """The id that a rule's limit names, as in `go-live`."""

    id: str

    @classmethod
    def parse(cls, text: str) -> "IdLimit":
        """The id that the text is.

        Raises:
            ValueError: the text cannot be an id.
        """
        if not re.fullmatch(ID_PATTERN, text):
            raise ValueError(f"{text!r} is no id such as go-live")
        return cls(text)

    def __str__(self) -> str:
        return self.id
