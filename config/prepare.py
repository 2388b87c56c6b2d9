"""Sets up a checkout with the system's Python alone: environment, packages, assets, translations.

`python3 -m config.prepare run` has what runs, `python3 -m config.prepare develop` also what tests.
Each step is skipped while its inputs are as they were when it last succeeded.
"""

import fcntl
import hashlib
import os
import subprocess
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

SYSTEM_CERTIFICATES = Path("/etc/ssl/certs/ca-certificates.crt")
PACKAGES = {"run": ("base.txt", "assets.txt"), "develop": ("dev.txt",)}
EMBEDDED = "embedded.txt"


class Setup:
    """The steps, for the checkout in that folder."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.var = root / "var"
        self.stamps = self.var / "stamps"
        self.venv = root / ".venv"
        self.python = str(self.venv / "bin/python")
        self.stamps.mkdir(parents=True, exist_ok=True)
        self.var.chmod(0o711)
        self.environ = self._environ()

    def environment(self) -> None:
        """Made anew when the Python it was made with is gone."""
        if not Path(self.python).exists():
            say("Making the virtual environment .venv")
            self._run([sys.executable, "-m", "venv", "--clear", str(self.venv)])
        lock = self.root / "requirements/bootstrap.txt"
        stamp = self.venv / "bootstrap.stamp"
        if is_due(stamp, wanted := self._fingerprint([lock])):
            say("Installing uv")
            pip = [self.python, "-m", "pip", "install", "--quiet", "--disable-pip-version-check"]
            self._run([*pip, "--require-hashes", "-r", str(lock)])
            stamp.write_text(wanted)

    def packages(self, purpose: str) -> None:
        """Once an environment is for developing it stays so: a run takes nothing out of it."""
        if (self.venv / "develop.stamp").exists():
            purpose = "develop"
        locks = [self.root / "requirements" / name for name in (*PACKAGES[purpose], EMBEDDED)]
        stamp = self.venv / f"{purpose}.stamp"
        if not is_due(stamp, wanted := self._fingerprint(locks)):
            return
        say("Installing the packages of " + ", ".join(lock.name for lock in locks))
        uv = [self.python, "-m", "uv", "--quiet", "pip", "sync", "--require-hashes"]
        uv += ["--python", self.python]
        if self._succeeds([*uv, *map(str, locks)]):
            stamp.write_text(wanted)
            return
        # Without a stamp: the next time may find wheels, or the network.
        say("Once more without the embedded servers: perhaps there are none for this platform.")
        self._run([*uv, *map(str, locks[:-1])])

    def assets(self) -> None:
        results_and_pages = {"static", "node_modules", "templates", "templatetags"}
        sources = below(self.root / "frontend", apart_from=results_and_pages)
        stamp = self.stamps / "assets"
        wanted = self._fingerprint(sources)
        is_there = any(self.root.glob("frontend/static/**/*.css"))
        if is_due(stamp, wanted) or not is_there:
            say("Building styles and scripts")
            self._run([self.python, "-m", "frontend.build"])
            stamp.write_text(wanted)

    def translations(self) -> None:
        sources = sorted(self.root.glob("locale/*/LC_MESSAGES/*.po"))
        stamp = self.stamps / "translations"
        wanted = self._fingerprint(sources)
        is_whole = all(path.with_suffix(".mo").exists() for path in sources)
        if sources and (is_due(stamp, wanted) or not is_whole):
            say("Compiling translations")
            self._run([self.python, "-m", "config.messages", "compile"])
            stamp.write_text(wanted)

    def _environ(self) -> dict[str, str]:
        """What uv and npm need where pip manages by itself."""
        environ = dict(os.environ)
        if SYSTEM_CERTIFICATES.exists():
            environ.setdefault("SSL_CERT_FILE", environ.get("PIP_CERT", str(SYSTEM_CERTIFICATES)))
        if index := environ.get("PIP_INDEX_URL"):
            environ.setdefault("UV_DEFAULT_INDEX", index)
        if not os.access(Path.home(), os.W_OK):
            (self.var / "home").mkdir(exist_ok=True)
            environ["HOME"] = str(self.var / "home")
        return environ

    def _fingerprint(self, files: Iterable[Path]) -> str:
        digest = hashlib.sha256(f"{sys.version_info[:2]} {sys.platform}".encode())
        for path in files:
            digest.update(str(path.relative_to(self.root)).encode())
            digest.update(hashlib.sha256(path.read_bytes()).digest())
        return digest.hexdigest()

    def _run(self, command: list[str]) -> None:
        if not self._succeeds(command):
            sys.exit(f"This step failed, see above: {' '.join(command[1:])}")

    def _succeeds(self, command: list[str]) -> bool:
        finished = subprocess.run(  # noqa: S603  the commands above
            command, cwd=self.root, env=self.environ, check=False
        )
        return finished.returncode == 0


def below(folder: Path, apart_from: set[str]) -> Iterator[Path]:
    for path in sorted(folder.iterdir()):
        if path.name in apart_from or path.name == "__pycache__":
            continue
        if path.is_dir():
            yield from below(path, apart_from)
        else:
            yield path


def is_due(stamp: Path, wanted: str) -> bool:
    return not stamp.exists() or stamp.read_text() != wanted


def say(line: str) -> None:
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


def main(purpose: str) -> None:
    setup = Setup(Path(__file__).resolve().parent.parent)
    with (setup.var / "prepare.lock").open("w") as lock:
        # Two at once (a run beside a test) would install into the same environment.
        fcntl.flock(lock, fcntl.LOCK_EX)
        setup.environment()
        setup.packages(purpose)
        setup.assets()
        setup.translations()


if __name__ == "__main__":
    main(sys.argv[1])
