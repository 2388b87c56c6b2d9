"""Export a sealed trail, verify an export, and prove a single entry or the growth of a log.

`export` and `prove` are for the owner of the database or the sealer; `verify` needs no database.
"""

import argparse
import sys
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from partners.audit import verifier
from partners.audit.proof.checkpoints import stated_size
from partners.audit.proof.evidence import consistency_proof, inclusion_proof
from partners.audit.proof.folder import Unreadable, read_notes, write
from partners.audit.sealed_log import NothingSealed, SealedLog
from partners.models import Organisation


class Command(BaseCommand):
    help = "Exports, verifies and proves sealed audit trails."
    requires_system_checks = ()

    def add_arguments(self, parser: CommandParser) -> None:
        commands = parser.add_subparsers(dest="command", required=True)
        export = commands.add_parser("export", help="een verzegeld spoor als map")
        _describe_export(export)
        verifier.describe(commands.add_parser("verify", help="controleer een map of een bewijs"))
        _describe_proof(commands.add_parser("prove", help="maak een bewijs als bestand"))

    def handle(self, *, command: str, **given: Any) -> None:
        try:
            getattr(self, f"_{command}")(**given)
        except (NothingSealed, Unreadable, ValueError) as error:
            raise CommandError(str(error)) from error

    def _export(self, *, organisatie: str, uit: Path, **given: Any) -> None:
        log = _log(organisatie)
        log.export(uit)
        self.stdout.write(f"{log.size} regels van {organisatie} in {uit}.")
        if waiting := log.waiting():
            self.stdout.write(f"{waiting} regels zijn nog niet verzegeld en staan er niet in.")
        if log.first_bad is not None:
            raise CommandError(
                f"KLOPT NIET. Volgnummer {log.first_bad} is niet meer zoals het is verzegeld. "
                f"De map is wel gemaakt, als bewijs."
            )
        if (seq := log.first_bad_payload()) is not None:
            raise CommandError(f"KLOPT NIET. De inhoud bij volgnummer {seq} is gewijzigd.")

    def _verify(self, *, wat: Path, tegen: list[Path], sleutel: str | None, **given: Any) -> None:
        status, told = verifier.verify(wat, tegen, sleutel)
        self.stdout.write(told)
        if status != verifier.HOLDS:
            sys.exit(status)

    def _prove(
        self,
        *,
        organisatie: str,
        uit: Path,
        regel: int | None,
        van: str | None,
        bij: int | None,
        **given: Any,
    ) -> None:
        log = _log(organisatie)
        size = log.size if bij is None else bij
        if regel is not None:
            proof = inclusion_proof(log.line(regel), regel, size, log.complete, log.note(size))
        else:
            old = _size(van or "")
            notes = [log.note(old), log.note(size)]
            proof = consistency_proof(old, size, log.complete, notes)
        write(uit, proof)
        self.stdout.write(f"Bewijs in {uit}, te controleren met de sleutel van {organisatie}.")


def _describe_export(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--organisatie", required=True, metavar="CODE", help="zoals GM0828")
    parser.add_argument("--uit", required=True, type=Path, metavar="MAP", help="een nieuwe map")


def _describe_proof(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--organisatie", required=True, metavar="CODE", help="zoals GM0828")
    what = parser.add_mutually_exclusive_group(required=True)
    what.add_argument("--regel", type=int, metavar="VOLGNUMMER", help="dat deze regel erin staat")
    what.add_argument(
        "--van", metavar="CONTROLEPUNT", help="dat het spoor hierop verder gaat: aantal of bestand"
    )
    parser.add_argument(
        "--bij",
        type=int,
        metavar="AANTAL",
        help="het controlepunt van zoveel regels; anders het laatste",
    )
    parser.add_argument("--uit", required=True, type=Path, metavar="BESTAND")


def _log(code: str) -> SealedLog:
    try:
        return SealedLog(Organisation.objects.get(code=code))
    except Organisation.DoesNotExist:
        raise CommandError(f"Er is geen organisatie met code {code}.") from None


def _size(given: str) -> int:
    """Of a number, or of a file with the checkpoint that a partner kept."""
    if given.isdecimal():
        return int(given)
    return stated_size("".join(read_notes(Path(given))[-1:]))
