"""A draft: the files that an act would change, as they are and as they would be."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from difflib import unified_diff
from functools import partial

from pmoascode.document import Blob, Files, blob_id

Contents = Mapping[str, bytes | None]  # by path from the records' root; None where there is none


@dataclass(frozen=True)
class Draft:
    """What an act would change of the records."""

    before: Contents
    after: Contents
    says: tuple[str, ...] = ()  # sentences for the one who acts
    moves: Mapping[str, str] = field(default_factory=dict)  # new path to the path it had

    @property
    def paths(self) -> tuple[str, ...]:
        """The files that would differ, sorted."""
        return tuple(sorted(path for path, new in self.after.items() if new != self.before[path]))

    def files(self, files: Files) -> Files:
        """The files of the records with the draft in place of what it changes."""
        made = {path: _blob(new) for path, new in self.after.items() if new is not None}
        kept = {path: blob for path, blob in files.items() if path not in self.after}
        return dict(sorted((kept | made).items()))

    def differences(self) -> Iterator[str]:
        """The lines of a unified diff, without their line ends."""
        for path in self.paths:
            yield from differences(path, self.before[path], self.after[path])


def differences(path: str, old: bytes | None, new: bytes | None) -> Iterator[str]:
    """The lines of the unified diff of one file, without their line ends."""
    was, now = (path if content is not None else "/dev/null" for content in (old, new))
    yield from unified_diff(_lines(old), _lines(new), was, now, lineterm="")


def _lines(content: bytes | None) -> list[str]:
    return (content or b"").decode("utf-8-sig", "replace").splitlines()


def _blob(content: bytes) -> Blob:
    return Blob(blob_id(content), len(content), partial(bytes, content))
