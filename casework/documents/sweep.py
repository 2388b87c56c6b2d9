"""Find stored files that no document knows: of a transaction that failed, or of a removed case."""

from collections.abc import Iterator
from datetime import datetime

from django.core.files.storage import default_storage
from django.db import connection

from casework.documents.storage import KEY
from casework.models import Document


class CannotSeeAllDocuments(Exception):
    """Row-level security hides documents from this role; every file would look like an orphan."""


def sweep(*, before: datetime, dry_run: bool = False) -> int:
    """Remove orphans last changed `before` that moment; returns how many.

    :raises CannotSeeAllDocuments: when row-level security applies to the present role.
    """
    _require_full_sight()
    count = 0
    for key in _orphans(before):
        if not dry_run:
            default_storage.delete(key)
        count += 1
    return count


def _require_full_sight() -> None:
    with connection.cursor() as cursor:
        cursor.execute("SELECT row_security_active(%s)", [Document._meta.db_table])
        if cursor.fetchone() != (False,):
            raise CannotSeeAllDocuments


def _orphans(before: datetime) -> Iterator[str]:
    """A file whose key we did not make is not ours to judge."""
    folders, _files = default_storage.listdir("")
    for folder in sorted(folders):
        _folders, names = default_storage.listdir(folder)
        keys = {key for name in names if KEY.fullmatch(key := f"{folder}/{name}")}
        known = set(Document.objects.filter(key__in=keys).values_list("key", flat=True))
        for key in sorted(keys - known):
            if default_storage.get_modified_time(key) < before:
                yield key
