"""What `make run` lets commands of the same folder know: its servers, while it runs."""

import json
import os
from collections.abc import Mapping
from pathlib import Path

from config.embedded.identity import started_at
from config.embedded.state import write_private

RECORD = Path(__file__).resolve().parent.parent / "var" / "environ.json"


def tell(environ: Mapping[str, str], given: Mapping[str, str]) -> None:
    """Keep what was not `given` from outside, in a file that only its owner reads."""
    added = {name: value for name, value in environ.items() if given.get(name) != value}
    written = {"process": os.getpid(), "started": started_at(os.getpid()), "environ": added}
    write_private(RECORD, json.dumps(written) + "\n")


def forget() -> None:
    RECORD.unlink(missing_ok=True)


def environ_here() -> dict[str, str]:
    """Empty when nothing runs here, or what ran was killed."""
    try:
        written = json.loads(RECORD.read_text())
    except OSError:
        return {}
    if started_at(written["process"]) != written["started"]:
        return {}
    environ: dict[str, str] = written["environ"]
    return environ
