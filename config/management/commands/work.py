"""Run jobs, under the same conditions as the web serves pages."""

from typing import Any

from django.core.management import call_command
from django.core.management.base import BaseCommand

from config.checks import refuse_to_serve_unsafely


class Command(BaseCommand):
    help = "Runs the jobs, until it is told to stop."

    def handle(self, **options: Any) -> None:
        refuse_to_serve_unsafely()
        call_command("procrastinate", "worker")
