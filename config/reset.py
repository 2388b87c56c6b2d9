"""Empties what `make run` keeps: database, documents, secrets and logs. What was built stays."""

import shutil
import sys

from config.embedded.home import outside_home
from config.embedded.processes import Group
from config.embedded.refusal import CannotStart
from config.embedded.state import State
from config.launch import only_one, say
from config.programs import VAR

# The built assets stay too: a reset needs no network to come back from.
KEPT = {"run.lock", "prepare.lock", "stamps", "test"}


def main() -> int:
    if not VAR.exists():
        return 0
    try:
        with only_one():
            _empty()
    except CannotStart as refusal:
        say(f"Nothing was emptied. {refusal}")
        return 1
    say("Emptied. The next `make run` starts with a new demo region.")
    return 0


def _empty() -> None:
    Group(VAR / "processes.json", VAR / "log").stop_leftovers()
    if outside := outside_home(VAR, State(VAR / "state.json")):
        shutil.rmtree(outside)
    for path in VAR.iterdir():
        if path.name in KEPT:
            continue
        if path.is_dir():
            shutil.rmtree(path)
        else:
            path.unlink()


if __name__ == "__main__":
    sys.exit(main())
