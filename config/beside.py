"""What `make run` lets commands of the same folder know: its servers, while it runs."""

import json
import os
from collections.abc import Mapping
from pathlib import Path

from config.embedded.identity import started_at
from config.embedded.state import write_private

# Without these no command starts, also where the one who gave `make run` had set them.
NEEDED = frozenset({"SECRET_KEY", "DATABASE_URL", "DATABASE_OWNER_URL", "REDIS_URL"})
RECORD = Path(__file__).resolve().parent.parent / "var" / "environ.json"


def tell(environ: Mapping[str, str], given: Mapping[str, str]) -> None:
    """Keep what is needed or was not `given` from outside, in a file that only its owner reads."""
    kept = {
        name: value for name, value in environ.items() if name in NEEDED or given.get(name) != value
    }
    written = {"process": os.getpid(), "started": started_at(os.getpid()), "environ": kept}
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
