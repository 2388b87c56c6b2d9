"""Load the reference data, and say what changed."""

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone
from django.utils.translation import gettext as _

from partners.reference.loader import DATA, BadReferenceData, load


class Command(BaseCommand):
    help = (
        "Brings regions, organisations, service areas, borders and grounds in line with the files. "
        "Run it as the owner of the tables, as often as you like."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--dry-run", action="store_true", help="say it, store nothing")
        parser.add_argument(
            "--folder", type=Path, default=DATA, help="read the files from this folder instead"
        )

    def handle(self, *, dry_run: bool, folder: Path, verbosity: int, **options: Any) -> None:
        try:
            report = load(on=timezone.localdate(), folder=folder, dry_run=dry_run)
        except BadReferenceData as error:
            told = _("Niets geladen. Verbeter eerst:")
            raise CommandError("\n".join([told, *error.mistakes])) from error
        if verbosity > 0:
            for change in report.changes.values():
                self.stdout.write(str(change))
        self.stdout.write(report.summary)
        if dry_run:
            self.stdout.write(_("Proef: er is niets opgeslagen."))
