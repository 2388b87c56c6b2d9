"""The account that PostgreSQL and Valkey run as when root starts them: PostgreSQL refuses root."""

import os
import pwd
import subprocess
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from config.embedded.refusal import CannotStart

# Accounts that exist nearly everywhere; initdb wants one that the system knows by name.
USUAL = ("postgres", "nobody", "daemon")


@dataclass(frozen=True)
class Account:
    uid: int
    gid: int
    name: str


def account_for(folders: Iterable[Path]) -> Account | None:
    """None for an ordinary user, who runs the servers as themselves."""
    if os.geteuid() != 0:
        return None
    for account in _candidates(folders):
        if account.uid != 0:
            return account
    raise CannotStart(
        "PostgreSQL does not run as root, and none of the accounts "
        f"{', '.join(USUAL)} exists. Run as an ordinary user."
    )


def may_enter(account: Account, folder: Path) -> bool:
    """Asked of the system itself: only it knows every rule on the way to the folder."""
    tried = subprocess.run(  # noqa: S603  the folder is an argument, not part of the script
        ["/bin/sh", "-c", 'cd -- "$1"', "sh", str(folder)],
        user=account.uid,
        group=account.gid,
        extra_groups=[],
        cwd="/",
        capture_output=True,
        check=False,
    )
    return tried.returncode == 0


def _candidates(folders: Iterable[Path]) -> Iterator[Account]:
    """Who owns what is there already comes first, so that an account made later changes nothing."""
    for path in folders:
        if path.exists() and path.stat().st_uid != 0:
            yield from _known(path.stat().st_uid)
    for name in USUAL:
        yield from _known(name)


def _known(who: int | str) -> Iterator[Account]:
    try:
        entry = pwd.getpwuid(who) if isinstance(who, int) else pwd.getpwnam(who)
    except KeyError:
        return
    yield Account(entry.pw_uid, entry.pw_gid, entry.pw_name)
