"""The second `make run`, in a copy of this checkout that shares its virtual environment."""

import os
import shutil
import subprocess
import tempfile
from pathlib import Path
from time import perf_counter

from bench.row import Row
from bench.site import Site
from config.embedded.ports import free_port
from config.programs import ROOT
from tests.servers import FOLDER

APART = shutil.ignore_patterns(".git", ".venv", "var", "node_modules", "__pycache__", ".*_cache")
READY = b"Schakelpunt is ready"


def measure(site: Site) -> list[Row]:
    """Needs nothing of the site, which must not stand in its way either."""
    site.live.stop_web()
    folder = Path(tempfile.mkdtemp(prefix="checkout-", dir=FOLDER))
    folder.chmod(0o711)
    try:
        copy = folder / "copy"
        shutil.copytree(ROOT, copy, ignore=APART)
        copy.chmod(0o711)
        (copy / ".venv").symlink_to(ROOT / ".venv")
        first, second = _seconds(copy), _seconds(copy)
    finally:
        shutil.rmtree(folder, ignore_errors=True)
        site.live.start_web()
    return [
        Row("first `make run` with the packages installed already", first, "s"),
        Row("second `make run`, to the first page", second, "s", 10),
    ]


def _seconds(copy: Path) -> float:
    ours = {"DATABASE_URL", "REDIS_URL", "DOCUMENT_ROOT", "STATIC_ROOT", "DJANGO_SETTINGS_MODULE"}
    environ = {name: value for name, value in os.environ.items() if name not in ours}
    environ |= {"PORT": str(free_port())}
    for name in ("SECRET_KEY", "PUBLIC_URL", "ALLOWED_HOSTS", "DEMO", "DEBUG"):
        environ.pop(name, None)
    began = perf_counter()
    run = subprocess.Popen(
        ["make", "run"],  # noqa: S607  that is what is measured
        cwd=copy,
        env=environ,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        start_new_session=True,
    )
    told = []
    assert run.stdout is not None
    for line in run.stdout:
        told.append(line)
        if line.startswith(READY):
            break
    took = perf_counter() - began
    assert told, "make run said nothing"
    assert told[-1].startswith(READY), b"".join(told).decode()
    run.terminate()
    run.stdout.close()
    run.wait()
    return took
