"""Load the demo region, as often as you like; refused outside demo mode."""

from typing import Any

from django.core.management.base import BaseCommand
from django.db import transaction

from config.demo import enrolment, organisations

PARTS = (organisations.load, enrolment.load)
"""In this order: each part builds on the one before it."""


class Command(BaseCommand):
    help = "Loads the organisations and accounts of the demo region. Needs the reference data."

    @transaction.atomic
    def handle(self, **options: Any) -> None:
        for load in PARTS:
            load()
