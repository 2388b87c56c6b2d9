"""Remove stored files that no document knows."""

from argparse import ArgumentParser
from datetime import timedelta
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone
from django.utils.translation import gettext as _

from casework.documents.sweep import CannotSeeAllDocuments, sweep


class Command(BaseCommand):
    help = (
        "Removes stored files of more than a day old that no document knows. "
        "Run it daily, as the owner of the tables."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--dry-run", action="store_true", help="count them, remove nothing")

    def handle(self, *, dry_run: bool, **options: Any) -> None:
        try:
            count = sweep(before=timezone.now() - timedelta(days=1), dry_run=dry_run)
        except CannotSeeAllDocuments as error:
            told = _("Niets verwijderd: deze databaserol ziet niet alle documenten.")
            raise CommandError(told) from error
        self.stdout.write(_("Bestanden zonder document: %(count)d") % {"count": count})
