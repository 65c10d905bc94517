"""A file's bytes as git names them."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from hashlib import sha1


@dataclass(frozen=True)
class Blob:
    """A file whose bytes are read only when they are asked for."""

    id: str  # git's blob id, hexadecimal
    size: int  # bytes
    read: Callable[[], bytes]
    mode: str = "100644"  # git's file mode


Files = Mapping[str, Blob]  # by path from the records' root, "/" between folders


def blob_id(content: bytes) -> str:
    """The id git gives to a file with these bytes (SHA-1 object format)."""
    return sha1(b"blob %d\0" % len(content) + content, usedforsecurity=False).hexdigest()
