"""A case of politie alone that is closed, so that what politie put in is due on the same day."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings
from django.test import override_settings
from django.utils import timezone

from casework.documents.checking import check
from casework.models import Case, Contribution, DestructionList
from casework.retention import lists
from casework.retention.due import due
from casework.services import documents
from config.demo.people import actor_of
from config.demo.walk import do, reported
from partners.acting import acting_as
from partners.actor import Actor
from tests.casework.documents.samples import PDF, upload
from tests.cast import Cast


@pytest.fixture
def files(tmp_path: Path) -> Iterator[Path]:
    default: dict[str, Any] = {**settings.STORAGES["default"], "OPTIONS": {"location": tmp_path}}
    with override_settings(STORAGES={**settings.STORAGES, "default": default}):
        yield tmp_path


@pytest.fixture
def case(cast: Cast, files: Path) -> Case:
    return closed_case(cast)


def closed_case(cast: Cast) -> Case:
    """With a document of politie."""
    found = reported(cast.police)
    with acting_as(cast.police):
        documents.attach(
            contribution=Contribution.objects.filter(case=found)[0],
            upload=check(upload("bijlage.pdf", PDF)),
            actor=cast.police,
            at=timezone.now(),
        )
    do(found, "visit", cast.police, is_found="no")
    return found


@pytest.fixture
def fg(db: None) -> Actor:
    return actor_of("fg.politie")


def propose(by: Actor) -> DestructionList:
    """All that is due."""
    with acting_as(by):
        now = timezone.now()
        return lists.propose(items=due(by, timezone.localdate(now)), actor=by, at=now)


def approve(found: DestructionList, by: Actor, *, is_approved: bool = True) -> None:
    with acting_as(by):
        lists.decide(
            found=DestructionList.objects.get(pk=found.pk),
            is_approved=is_approved,
            reason="" if is_approved else "Nog niet.",
            actor=by,
            at=timezone.now(),
        )
