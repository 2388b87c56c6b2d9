"""Running cases move to another version: rehearsed, in batches, recorded each, and undone."""

from datetime import date

import pytest
from django.utils import timezone

from casework.models import Case
from partners.acting import acting_as
from partners.audit.models import Entry
from partners.refusals import Refused
from tests.cases import a_case
from tests.cast import Cast
from tests.workflows.formules.conftest import a_draft, adopted
from workflows.models import CaseProcess, FormuleVersion, Move
from workflows.moving.rehearsal import rehearse
from workflows.services import formules, moving
from workflows.services.formules import fingerprint


def adopted_for_oss(cast: Cast, valid_from: date | None = None) -> FormuleVersion:
    """Without the woningcorporatie, adopted in the region and accepted by Oss."""
    shipped = FormuleVersion.objects.get(theme="hennep", region=None)
    draft = a_draft(cast, shipped)
    content = shipped.content | {
        "partners": [one for one in shipped.content["partners"] if one["kind"] != "corporatie"],
        "sharings": [one for one in shipped.content["sharings"] if one["to"] != "corporatie"],
    }
    with acting_as(cast.administrator):
        formules.change_draft(
            version=draft,
            content=content,
            seen=fingerprint(draft.content),
            actor=cast.administrator,
            at=timezone.now(),
        )
    version = adopted(cast, draft, valid_from)
    with acting_as(cast.secretary):
        formules.accept(version=version, actor=cast.secretary, at=timezone.now())
    return version


def version_of(cast: Cast, case: Case) -> int:
    with acting_as(cast.coordinator):
        return CaseProcess.objects.get(case=case).formule_version_id


def test_a_case_moves_when_nothing_stands_in_its_way(cast: Cast) -> None:
    case = a_case(cast, at="weigh")
    target = adopted_for_oss(cast)
    with acting_as(cast.coordinator):
        before = case.process.formule_version_id
        moved = moving.move(
            references=[case.reference], target=target, actor=cast.coordinator, at=timezone.now()
        )
    assert moved.done == [case.reference]
    assert version_of(cast, case) == target.pk
    with acting_as(cast.coordinator):
        moving.undo(batch=moved.batch, actor=cast.coordinator, at=timezone.now())
        again = moving.undo(batch=moved.batch, actor=cast.coordinator, at=timezone.now())
    assert (again.done, again.left) == ([], [])
    assert version_of(cast, case) == before


def test_a_case_that_still_asks_a_partner_who_is_gone_stays(cast: Cast) -> None:
    free, asking = a_case(cast, at="weigh"), a_case(cast, at="answer")
    target = adopted_for_oss(cast)
    with acting_as(cast.coordinator):
        told = {
            one.process.case.reference: one.why_not for one in rehearse(cast.coordinator, target)
        }
        moved = moving.move(
            references=[free.reference, asking.reference],
            target=target,
            actor=cast.coordinator,
            at=timezone.now(),
        )
    assert told[free.reference] is None
    assert "Woningcorporatie" in str(told[asking.reference])
    assert moved.done == [free.reference]
    assert version_of(cast, asking) != target.pk


def test_each_move_and_each_undoing_is_an_entry(cast: Cast) -> None:
    case = a_case(cast, at="weigh")
    target = adopted_for_oss(cast)
    with acting_as(cast.coordinator):
        moved = moving.move(
            references=[case.reference], target=target, actor=cast.coordinator, at=timezone.now()
        )
        moving.undo(batch=moved.batch, actor=cast.coordinator, at=timezone.now())
    with acting_as(cast.privacy_officer):
        told = Entry.objects.filter(case_reference=case.reference, object_type="move")
        assert list(told.order_by("pk").values_list("action", flat=True)) == [
            "case.moved",
            "case.move_undone",
        ]


def test_what_was_closed_since_is_not_set_back(cast: Cast) -> None:
    case = a_case(cast, at="weigh")
    target = adopted_for_oss(cast)
    with acting_as(cast.coordinator):
        moved = moving.move(
            references=[case.reference], target=target, actor=cast.coordinator, at=timezone.now()
        )
        Case.objects.filter(pk=case.pk).update(stage="closed", closed_at=timezone.now())
        undone = moving.undo(batch=moved.batch, actor=cast.coordinator, at=timezone.now())
    assert undone.done == []
    assert undone.left[0][0] == case.reference


@pytest.mark.parametrize("who", ["mayor", "police", "stranger", "administrator"])
def test_only_who_leads_moves_its_cases(cast: Cast, who: str) -> None:
    case = a_case(cast, at="weigh")
    target = adopted_for_oss(cast)
    other = getattr(cast, who)
    with acting_as(other), pytest.raises(Refused):
        moving.move(references=[case.reference], target=target, actor=other, at=timezone.now())
    with acting_as(cast.coordinator):
        moving.move(
            references=[case.reference], target=target, actor=cast.coordinator, at=timezone.now()
        )
    with acting_as(other):
        assert Move.objects.exists() == (who == "mayor"), "the own gemeente knows, and nobody else"
