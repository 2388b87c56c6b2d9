"""Verifies an exported log, or a proof out of one, with nothing but these files.

Needs no database, no settings and no Django: `python -m partners.audit.verifier MAP`.
"""

import argparse
import json
import sys
from collections.abc import Sequence
from pathlib import Path

from partners.audit.proof.checkpoints import Checkpoint, open_checkpoint
from partners.audit.proof.evidence import Grown, Included, NotProven, verify_proof
from partners.audit.proof.folder import Unreadable, read, read_keys, read_notes
from partners.audit.proof.notes import BadNote, VerifierKey
from partners.audit.proof.verifying import Kept, Tampered, verify_folder

HOLDS, DOES_NOT_HOLD, CANNOT_TELL = 0, 1, 2


def describe(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("wat", metavar="MAP", type=Path, help="de geëxporteerde map, of een bewijs")
    parser.add_argument(
        "--tegen",
        metavar="OUD_CHECKPOINT",
        type=Path,
        action="append",
        default=[],
        help="een controlepunt dat u bewaarde, of een eerdere export; mag vaker",
    )
    parser.add_argument(
        "--sleutel", help="de sleutel die u bewaarde, of het bestand (key.txt) waar hij in staat"
    )


def verify(what: Path, against: Sequence[Path], key: str | None) -> tuple[int, str]:
    """The exit status, and what to tell the person."""
    try:
        keys = _keys(key)
        told = _folder(what, against, keys) if what.is_dir() else _proof(what, against, keys)
    except (Tampered, NotProven, BadNote) as error:
        return DOES_NOT_HOLD, f"KLOPT NIET. {error}"
    except Unreadable as error:
        return CANNOT_TELL, f"NIET TE CONTROLEREN. {error}"
    return HOLDS, f"KLOPT. {told}"


def _folder(folder: Path, against: Sequence[Path], keys: list[VerifierKey]) -> str:
    kept = Kept(
        notes=[(str(path), note) for path in against if not path.is_dir() for note in _notes(path)],
        folders=[path for path in against if path.is_dir()],
        keys=keys,
    )
    found = verify_folder(folder, kept)
    told = f"Spoor {found.latest.origin}: {found.latest.size} regels, "
    told += f"{found.checkpoints} controlepunten."
    if found.kept:
        return f"{told} Het gaat verder op wat u bewaarde ({found.kept})."
    return (
        f"{told} Dit zegt niet dat het spoor nooit is herschreven: vergelijk met --tegen met een "
        "controlepunt dat u zelf bewaarde."
    )


def _notes(path: Path) -> list[str]:
    notes = read_notes(path)
    if not notes:
        raise Unreadable(f"{path} bevat geen controlepunt.")
    return notes


def _proof(path: Path, against: Sequence[Path], keys: list[VerifierKey]) -> str:
    if not keys:
        raise Unreadable("Een bewijs is alleen te controleren met --sleutel.")
    kept = [open_checkpoint(note, keys) for path in against for note in _notes(path)]
    proven = verify_proof(read(path), keys)
    match proven:
        case Included(line=line, seq=seq, checkpoint=checkpoint):
            _require_about(kept, checkpoint)
            shown = json.dumps(json.loads(line), indent=2, ensure_ascii=False)
            place = f"{checkpoint.origin} bij {checkpoint.size} regels"
            return f"Volgnummer {seq} staat in {place}:\n{shown}"
        case Grown(old=old, new=new):
            _require_about(kept, old, new)
            return f"{new.origin} groeide van {old.size} naar {new.size} regels, zonder wijziging."


def _require_about(kept: Sequence[Checkpoint], *proven: Checkpoint) -> None:
    """
    :raises NotProven: when what the partner kept is none of these.
    """
    if any(one not in proven for one in kept):
        raise NotProven("Het bewijs gaat niet over het controlepunt dat u bewaarde.")


def _keys(given: str | None) -> list[VerifierKey]:
    if not given:
        return []
    if Path(given).is_file():
        return read_keys(Path(given))
    try:
        return [VerifierKey.parse(given)]
    except BadNote as error:
        raise Unreadable("--sleutel is geen sleutel en geen bestand met een sleutel.") from error


def main(arguments: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(prog="verifier", description="Controleert een auditspoor.")
    describe(parser)
    given = parser.parse_args(arguments)
    status, told = verify(given.wat, given.tegen, given.sleutel)
    sys.stdout.write(f"{told}\n")
    return status


if __name__ == "__main__":
    sys.exit(main())
