"""Finds the Chromium that the browser tests drive, or installs Debian's, or says how to get one."""

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

# The one without a window first: a new visitor costs it a quarter of the time.
NAMES = (
    "chromium-headless-shell",
    "chromium",
    "chromium-browser",
    "google-chrome",
    "google-chrome-stable",
)
PACKAGES = ("chromium-headless-shell", "chromium")
ADVICE = (
    "The browser tests need Chromium. Install it (Debian: apt install chromium; elsewhere: "
    ".venv/bin/python -m playwright install chromium), or set CHROMIUM to its path."
)


def find_chromium() -> Path | None:
    return next((path for path in _candidates() if os.access(path, os.X_OK)), None)


def _candidates() -> Iterator[Path]:
    if given := os.environ.get("CHROMIUM"):
        # Whoever names one wants that one: no other takes its place in silence.
        yield Path(given)
        return
    for name in NAMES:
        if found := shutil.which(name):
            yield Path(found)
    cache = Path(os.environ.get("PLAYWRIGHT_BROWSERS_PATH") or Path.home() / ".cache/ms-playwright")
    yield from sorted(cache.glob("chromium-*/chrome-linux*/chrome"), reverse=True)
    yield from sorted(cache.glob("chromium-*/chrome-mac*/*.app/Contents/MacOS/*"), reverse=True)


def may_install() -> bool:
    is_open = "CHROMIUM" not in os.environ
    return is_open and os.geteuid() == 0 and shutil.which("apt-get") is not None


def install_chromium() -> None:
    """Only as root on a Debian: it changes the machine, which a test machine is there for."""
    environ = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    subprocess.run(["apt-get", "--quiet=2", "update"], env=environ, check=False)
    for package in PACKAGES:
        command = ["apt-get", "--quiet=2", "install", "--yes", "--no-install-recommends", package]
        if subprocess.run(command, env=environ, check=False).returncode == 0:
            return


def main() -> int:
    path = find_chromium()
    if path is None and may_install():
        sys.stdout.write("Installing Chromium for the browser tests (apt-get)\n")
        sys.stdout.flush()
        install_chromium()
        path = find_chromium()
    if path is None:
        sys.stderr.write(f"{ADVICE}\n")
        return 1
    sys.stdout.write(f"Chromium for the browser tests: {path}\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
