"""The contents of files, through git processes that answer many questions each."""

import hashlib
import os
import subprocess
from collections.abc import Generator, Iterable
from contextlib import suppress
from itertools import islice
from threading import Lock

from pmoascode.document import Blob
from pmoascode.finding import CannotRun
from pmoascode.repository.command import Command, Process, stop

_AHEAD = 30  # questions sent at a time; twice as many must fit into the smallest pipe, of 4 KB


class BlobReader:
    """Contents by object id; each is checked against its id, which later names it in a cache."""

    def __init__(self, command: Command) -> None:
        self._command = command
        self._process: Process | None = None
        self._inherited: Process | None = None
        self._owner = os.getpid()
        self._lock = Lock()

    def read(self, blob_id: str) -> bytes:
        """The content of a blob.

        Raises:
            CannotRun: the object is missing, damaged or not a blob.
        """
        with self._lock:
            process = self._running()
            try:
                _ask(process, [blob_id])
                return _content(process, blob_id)
            except CannotRun:
                self.close()  # what else stands in the pipe is no answer to the next question
                raise

    def read_many(self, blobs: Iterable[Blob]) -> Generator[tuple[Blob, bytes], None, None]:
        """Each blob with its content; asking ahead makes it several times as fast as one by one.

        Raises:
            CannotRun: an object is missing, damaged or not a blob.
        """
        process = self._command.start("cat-file", "--batch", stdin=subprocess.PIPE)
        coming = iter(blobs)
        try:
            asked = _ask_for(process, islice(coming, _AHEAD))
            while asked:
                next_asked = _ask_for(process, islice(coming, _AHEAD))
                for blob in asked:
                    yield blob, _content(process, blob.id)
                asked = next_asked
        finally:
            stop(process)

    def close(self) -> None:
        """End the git process; a later read starts another."""
        if self._process is not None and self._owner == os.getpid():
            stop(self._process)
        self._process = None

    def _running(self) -> Process:
        if self._owner != os.getpid():  # after a fork the pipes are the parent's
            self._inherited, self._process, self._owner = self._process, None, os.getpid()
        if self._process is None:
            self._process = self._command.start("cat-file", "--batch", stdin=subprocess.PIPE)
        return self._process


def _ask_for(process: Process, blobs: Iterable[Blob]) -> list[Blob]:
    asked = list(blobs)
    if asked:
        _ask(process, [blob.id for blob in asked])
    return asked


def _ask(process: Process, blob_ids: list[str]) -> None:
    with suppress(OSError):  # git may have ended: reading the answers tells at which object
        process.stdin.write("".join(f"{blob_id}\n" for blob_id in blob_ids).encode("ascii"))
        process.stdin.flush()


def _content(process: Process, blob_id: str) -> bytes:
    header = process.stdout.readline().split()
    if len(header) == 3 and header[:2] == [blob_id.encode("ascii"), b"blob"]:
        content: bytes = process.stdout.read(int(header[2]) + 1)[:-1]
        if _id_of(content, len(blob_id)) == blob_id:
            return content
    raise CannotRun(
        f"git cannot read the file content {blob_id}: it is damaged or missing; "
        "run `git fsck`, or clone the repository again without a filter"
    )


def _id_of(content: bytes, digits: int) -> str:
    """The object id of a content: SHA-1 of 40 digits or SHA-256 of 64, by git's object format."""
    digest = hashlib.sha256() if digits == 64 else hashlib.sha1(usedforsecurity=False)
    digest.update(b"blob %d\0" % len(content))
    digest.update(content)
    return digest.hexdigest()
