"""yaml-language-server, started as an editor starts it, and asked what an editor asks.

Protocol: https://microsoft.github.io/language-server-protocol, version 3.17.
"""

import json
import subprocess
from collections.abc import Callable, Iterator
from itertools import count
from pathlib import Path
from threading import Timer
from typing import IO, Any, cast

PATIENCE = 60  # seconds for one answer, until the server is ended
_CAPABILITIES = {
    "workspace": {"configuration": True, "workspaceFolders": True},
    "textDocument": {
        "completion": {
            "completionItem": {"snippetSupport": True, "documentationFormat": ["markdown"]}
        },
        "hover": {"contentFormat": ["markdown"]},
    },
}


class Server:
    """A server that serves one folder under the folder's own settings."""

    def __init__(self, program: Path, folder: Path, settings: dict[str, Any]) -> None:
        self.folder = folder
        self.settings = settings
        self.numbers = count(1)
        self.diagnostics: dict[str, list[Any]] = {}
        self.answers: dict[int, Any] = {}
        self.is_set_up = False  # it has asked for the settings
        self.process = subprocess.Popen(
            ["node", program, "--stdio"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            cwd=folder,
        )
        place = {"uri": folder.as_uri(), "name": folder.name}
        self._ask(
            "initialize",
            {
                "processId": None,
                "rootUri": place["uri"],
                "workspaceFolders": [place],
                "capabilities": _CAPABILITIES,
            },
        )
        self._tell("initialized", {})
        self._wait(lambda: self.is_set_up)

    def end(self) -> None:
        """Ends the server."""
        self.process.kill()
        self.process.communicate()

    def completions(self, path: str, marked: str) -> dict[str, dict[str, Any]]:
        """What is offered at the mark `|` in the text of the file, by its label."""
        found = self._at("completion", path, marked)
        items = found["items"] if isinstance(found, dict) else found
        return {item["label"]: item for item in items}

    def inserted(self, path: str, marked: str, label: str) -> str:
        """What is put into the file at the mark if the label is chosen."""
        item = self.completions(path, marked)[label]
        edit = item.get("textEdit")
        return str(edit["newText"] if edit else item["insertText"])

    def hover(self, path: str, marked: str) -> str:
        """What is shown about the word at the mark."""
        found = self._at("hover", path, marked)
        text = str(found["contents"]["value"])
        return text.partition("\n\nSource: ")[0].strip()

    def problems(self, pattern: str, text: str) -> list[str]:
        """The problems of the text as a new file, each with its line and column, from 1 on.

        The star in the pattern becomes a name that no file had before, so that nothing that the
        server says late of another text is taken for an answer.
        """
        path = pattern.replace("*", f"new-{next(self.numbers)}")
        self._open(path, text)
        return sorted(map(_said, self._diagnostics(path)))

    def problems_of_files(self, paths: list[str]) -> dict[str, list[str]]:
        """The problems of files as they are on disk, where there are any."""
        for path in paths:
            self._open(path, (self.folder / path).read_text("utf-8"))
        found = {path: [_said(each) for each in self._diagnostics(path)] for path in paths}
        return {path: problems for path, problems in found.items() if problems}

    def _at(self, what: str, path: str, marked: str) -> Any:
        before, _, after = marked.partition("|")
        self._open(path, before + after)
        line, column = before.count("\n"), len(before.rpartition("\n")[2])
        document = {"uri": self._address(path)}
        place = {"line": line, "character": column}
        return self._ask(f"textDocument/{what}", {"textDocument": document, "position": place})

    def _open(self, path: str, text: str) -> None:
        address = self._address(path)
        self._tell("textDocument/didClose", {"textDocument": {"uri": address}})
        document = {"uri": address, "languageId": "yaml", "text": text}
        document["version"] = next(self.numbers)  # type: ignore[assignment]
        self._tell("textDocument/didOpen", {"textDocument": document})

    def _diagnostics(self, path: str) -> list[Any]:
        """What the server says of the file, once it has said something."""
        self._wait(lambda: self._address(path) in self.diagnostics)
        return self.diagnostics.pop(self._address(path))

    def _address(self, path: str) -> str:
        return (self.folder / path).as_uri()

    def _ask(self, method: str, parameters: dict[str, Any]) -> Any:
        number = next(self.numbers)
        self._send({"id": number, "method": method, "params": parameters})
        self._wait(lambda: number in self.answers)
        answer = self.answers.pop(number)
        assert "error" not in answer, answer
        return answer["result"]

    def _tell(self, method: str, parameters: dict[str, Any]) -> None:
        self._send({"method": method, "params": parameters})

    def _wait(self, is_there: Callable[[], bool]) -> None:
        """Reads what the server says until what is waited for is there."""
        alarm = Timer(PATIENCE, self.process.kill)
        alarm.daemon = True
        alarm.start()
        while not is_there():
            self._receive(self._read())
        alarm.cancel()

    def _receive(self, message: dict[str, Any]) -> None:
        """Answers what the server asks of an editor, and keeps what it says."""
        if "method" not in message:
            self.answers[message["id"]] = message
        elif message["method"] == "textDocument/publishDiagnostics":
            self.diagnostics[message["params"]["uri"]] = message["params"]["diagnostics"]
        elif "id" in message:
            items = message["params"].get("items", ()) if message["params"] else ()
            answer = [self.settings.get(item["section"]) for item in items] or None
            self._send({"id": message["id"], "result": answer})
            self.is_set_up |= message["method"] == "workspace/configuration"

    def _send(self, message: dict[str, Any]) -> None:
        content = json.dumps({"jsonrpc": "2.0"} | message).encode()
        stream = cast("IO[bytes]", self.process.stdin)
        stream.write(b"Content-Length: %d\r\n\r\n%s" % (len(content), content))
        stream.flush()

    def _read(self) -> dict[str, Any]:
        stream = cast("IO[bytes]", self.process.stdout)
        size = sum(
            int(line[15:]) for line in _headers(stream) if line.startswith(b"Content-Length")
        )
        message: dict[str, Any] = json.loads(stream.read(size))
        return message


def _headers(stream: IO[bytes]) -> Iterator[bytes]:
    while line := stream.readline().strip():
        yield line


def _said(problem: dict[str, Any]) -> str:
    start = problem["range"]["start"]
    return f"{start['line'] + 1}:{start['character'] + 1} {problem['message']}"
