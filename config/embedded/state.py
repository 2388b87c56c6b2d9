"""What a checkout remembers between two runs: secrets and ports, in a file only its owner reads."""

import json
import os
import secrets
from pathlib import Path

PRIVATE = 0o600


def write_private(path: Path, text: str) -> None:
    """Replace a file in one step, so that a kill at any moment leaves the old one or the new."""
    draft = path.with_name(f".{path.name}.{os.getpid()}")
    with os.fdopen(os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, PRIVATE), "w") as file:
        file.write(text)
        file.flush()
        os.fsync(file.fileno())
    draft.replace(path)


class State:
    """A small dictionary of strings on disk."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._values: dict[str, str] = json.loads(path.read_text()) if path.exists() else {}

    def get(self, name: str) -> str | None:
        return self._values.get(name)

    def put(self, name: str, value: str) -> None:
        if self._values.get(name) != value:
            self._values[name] = value
            write_private(self._path, json.dumps(self._values, indent=1) + "\n")

    def secret(self, name: str) -> str:
        """The secret of that name, made at first use."""
        if name not in self._values:
            self.put(name, secrets.token_urlsafe(48))
        return self._values[name]
