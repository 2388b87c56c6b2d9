"""Load the demo region, as often as you like; refused outside demo mode."""

from typing import Any

from django.core.management.base import BaseCommand
from django.db import transaction

from config.demo import acceptance, cases, desks, enrolment, matrix, organisations

PARTS = (
    organisations.load,
    desks.load,
    enrolment.load,
    matrix.load,
    acceptance.load,
    cases.load,
)
"""In this order: each part builds on the one before it."""


class Command(BaseCommand):
    help = "Loads the demo region; the reference data must be there."

    @transaction.atomic
    def handle(self, **options: Any) -> None:
        for load in PARTS:
            load()
