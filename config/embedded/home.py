"""Where the embedded servers keep their files: under var/, or where their account can go."""

import os
import shutil
import tempfile
from dataclasses import dataclass
from pathlib import Path

from config.embedded.account import Account, account_for, may_enter
from config.embedded.state import State

OUTSIDE = (Path("/var/lib"), Path("/var/tmp"))  # noqa: S108  mkdtemp makes the name
MARK = "checkout"


@dataclass(frozen=True)
class Home:
    path: Path
    account: Account | None

    def folder(self, name: str) -> Path:
        """A folder of the account that runs the servers, closed to all others."""
        folder = self.path / name
        folder.mkdir(mode=0o700, exist_ok=True)
        self.hand_over(folder)
        return folder

    def hand_over(self, path: Path) -> None:
        if self.account and path.stat().st_uid != self.account.uid:
            os.chown(path, self.account.uid, self.account.gid)
            for below in path.rglob("*"):
                os.chown(below, self.account.uid, self.account.gid, follow_symlinks=False)

    def runnable(self, program: Path, *trees: Path) -> Path:
        """The program itself, or one in a copy of its trees where the account cannot reach it.

        That is so below /root; opening the folders on the way there is not ours to do.
        """
        if self.account is None or may_enter(self.account, program.parent):
            return program
        base = Path(os.path.commonpath(trees))
        stat = program.stat()
        copy = self.path / f"{program.name}-{stat.st_size}-{stat.st_mtime_ns}"
        if not copy.exists():
            draft = Path(tempfile.mkdtemp(dir=self.path))
            for tree in trees:
                shutil.copytree(tree, draft / tree.relative_to(base), dirs_exist_ok=True)
            draft.chmod(0o755)
            draft.rename(copy)
        return copy / program.relative_to(base)


def home_in(var: Path, state: State) -> Home:
    inside = var / "servers"
    outside = outside_home(var, state)
    homes = (outside, inside) if outside else (inside,)
    account = account_for((*(home / "postgres" for home in homes), var, *var.parents))
    if account is None or may_enter(account, var):
        inside.mkdir(mode=0o711, exist_ok=True)
        return Home(inside, account)
    outside = outside or _new_outside()
    (outside / MARK).write_text(str(var))
    state.put("home", str(outside))
    return Home(outside, account)


def outside_home(var: Path, state: State) -> Path | None:
    """The folder of this checkout outside var/, if it ever needed one."""
    known = state.get("home")
    return Path(known) if known and _is_ours(Path(known), var) else None


def _is_ours(home: Path, var: Path) -> bool:
    """Not when this checkout is a copy: then the folder is that of the original."""
    mark = home / MARK
    if not mark.is_file():
        return False
    owner = Path(mark.read_text())
    return owner == var or not owner.exists()


def _new_outside() -> Path:
    parent = next(path for path in OUTSIDE if path.is_dir() and os.access(path, os.W_OK))
    home = Path(tempfile.mkdtemp(prefix="schakelpunt-", dir=parent))
    home.chmod(0o711)
    return home
