"""From draft to adopted to superseded, accepted per gemeente; a running case keeps its version."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from django.db import DatabaseError, connection, transaction
from django.utils import timezone

from config.demo.walk import reported
from partners.acting import acting_as
from partners.actor import Actor
from partners.audit.models import Entry
from partners.models import Organisation, Region
from partners.refusals import Conflict, Refused
from tests.cast import Cast, actor_of
from tests.workflows.formules.conftest import a_draft, adopted
from workflows.formules.in_force import agreed_version, version_for
from workflows.formules.policies import why_not_draft
from workflows.models import CaseProcess, FormuleVersion, Status
from workflows.services import formules

pytestmark = pytest.mark.django_db


def version_of(actor: Actor) -> FormuleVersion | None:
    """On which a case of that gemeente would begin today."""
    with acting_as(actor):
        return version_for(
            theme="hennep",
            lead=actor.organisation,
            region=Region.objects.get(code="VR21"),
            day=timezone.localdate(),
        )


def accept(version: FormuleVersion, by: Actor) -> None:
    with acting_as(by):
        formules.accept(version=version, actor=by, at=timezone.now())


def test_a_draft_is_adopted_by_a_sponsor_and_then_supersedes_the_one_before(
    cast: Cast, draft: FormuleVersion
) -> None:
    first = adopted(cast, draft)
    with acting_as(cast.administrator):
        assert (first.version, first.adopted_by_name) == (1, "R. Voorbeeld")
        assert first.evaluate_on
    second = a_draft(cast, first)
    later = timezone.localdate() + timedelta(days=30)
    second = adopted(cast, second, later)
    with acting_as(cast.administrator):
        first.refresh_from_db()
        region = Region.objects.get(code="VR21")
        assert (second.version, second.based_on) == (2, first)
        assert (first.status, first.valid_until) == (Status.SUPERSEDED, later)
        for day, expected in ((later - timedelta(days=1), first), (later, second)):
            assert agreed_version(theme="hennep", region=region, day=day) == expected


def test_another_region_goes_on_with_the_example(cast: Cast, draft: FormuleVersion) -> None:
    adopted(cast, draft)
    with acting_as(cast.administrator):
        elsewhere = Region.objects.get(code="VR20")
        found = agreed_version(theme="hennep", region=elsewhere, day=timezone.localdate())
        assert found is not None
        assert found.region is None


def test_a_new_version_holds_in_a_gemeente_once_its_secretary_accepted_it(
    cast: Cast, draft: FormuleVersion, shipped_version: FormuleVersion
) -> None:
    version = adopted(cast, draft)
    assert version_of(cast.coordinator) == shipped_version
    accept(version, cast.secretary)
    assert version_of(cast.coordinator) == version
    assert version_of(cast.stranger) == shipped_version


def test_a_running_case_keeps_its_version(
    cast: Cast, draft: FormuleVersion, shipped_version: FormuleVersion
) -> None:
    running = reported(cast.police)
    version = adopted(cast, draft)
    accept(version, cast.secretary)
    fresh = reported(cast.police)
    with acting_as(cast.police):
        assert CaseProcess.objects.get(case=running).formule_version == shipped_version
        assert CaseProcess.objects.get(case=fresh).formule_version == version


def test_no_case_begins_for_a_gemeente_that_accepted_nothing(cast: Cast) -> None:
    """Of the same police unit: Oss accepted, Eindhoven in another region did not."""
    eindhoven = Organisation.objects.get(code="GM0772")
    assert reported(cast.police).lead.name == "Oss"
    with pytest.raises(Refused) as refused:
        reported(cast.police, lead=eindhoven.pk)
    assert "Eindhoven heeft de formule voor Hennepteelt nog niet aanvaard" in refused.value.reason


def test_a_draft_can_be_changed_and_what_was_adopted_cannot(
    cast: Cast, draft: FormuleVersion
) -> None:
    content = {**draft.content, "title": "Hennep in de regio"}

    def change() -> FormuleVersion:
        with acting_as(cast.administrator):
            return formules.change_draft(
                version=draft,
                content=content,
                seen=formules.fingerprint(draft.content),
                actor=cast.administrator,
                at=timezone.now(),
            )

    draft = change()
    assert draft.formule.title == "Hennep in de regio"
    draft = adopted(cast, draft)
    with pytest.raises(Refused):
        change()


def test_two_who_change_a_draft_do_not_overwrite_each_other(
    cast: Cast, draft: FormuleVersion
) -> None:
    seen = formules.fingerprint(draft.content)

    def change(by: Actor, title: str) -> None:
        with acting_as(by):
            formules.change_draft(
                version=draft,
                content={**draft.content, "title": title},
                seen=seen,
                actor=by,
                at=timezone.now(),
            )

    change(cast.administrator, "Een")
    with pytest.raises(Conflict, match="Iemand anders"):
        change(actor_of("beheer.meierijstad"), "Twee")
    with acting_as(cast.administrator):
        draft.refresh_from_db()
        assert draft.content["title"] == "Een"


def test_a_draft_with_mistakes_is_not_adopted(cast: Cast, draft: FormuleVersion) -> None:
    with acting_as(cast.administrator):
        FormuleVersion.objects.filter(pk=draft.pk).update(content={**draft.content, "title": ""})
    with pytest.raises(Refused) as refused:
        adopted(cast, draft)
    assert "Titel" in refused.value.reason


DEEDS: dict[str, Callable[[FormuleVersion, Actor], object]] = {
    "make": lambda version, by: formules.make_draft(
        source=version, region=Region.objects.get(code="VR21"), actor=by, at=timezone.now()
    ),
    "delete": lambda version, by: formules.delete_draft(
        version=version, actor=by, at=timezone.now()
    ),
    "adopt": lambda version, by: formules.adopt(
        version=version,
        adoption=formules.Adoption("A", "B", timezone.localdate(), timezone.localdate()),
        actor=by,
        at=timezone.now(),
    ),
}
NOBODY = ("coordinator", "secretary", "mayor", "police", "privacy_officer", "regional_staff")


@pytest.mark.parametrize("deed", DEEDS)
def test_only_an_administrator_of_the_region_may(
    deed: str, cast: Cast, shipped_version: FormuleVersion
) -> None:
    thing = shipped_version if deed == "make" else a_draft(cast, shipped_version)
    for name in NOBODY:
        by = getattr(cast, name)
        with pytest.raises(Refused), acting_as(by):
            DEEDS[deed](thing, by)
    with acting_as(cast.administrator):
        DEEDS[deed](thing, cast.administrator)


def test_an_administrator_has_nothing_to_say_in_another_region(cast: Cast) -> None:
    with acting_as(cast.administrator):
        regions = {code: Region.objects.get(code=code) for code in ("VR21", "VR20")}
        assert why_not_draft(cast.administrator, regions["VR21"]) is None
        assert why_not_draft(cast.administrator, regions["VR20"]) is not None
        assert why_not_draft(cast.administrator, None) is not None


def test_only_the_secretary_of_a_gemeente_accepts_and_once(
    cast: Cast, draft: FormuleVersion
) -> None:
    with pytest.raises(Refused):
        accept(draft, cast.secretary)
    version = adopted(cast, draft)
    for by in (cast.administrator, cast.coordinator, cast.regional_staff, cast.police):
        with pytest.raises(Refused):
            accept(version, by)
    accept(version, cast.secretary)
    with pytest.raises(Refused):
        accept(version, cast.secretary)


def test_there_is_one_draft_at_a_time(cast: Cast, draft: FormuleVersion) -> None:
    with pytest.raises(Refused) as refused:
        a_draft(cast, draft)
    assert "al een concept" in refused.value.reason


def test_each_act_is_in_the_trail(cast: Cast, draft: FormuleVersion) -> None:
    version = adopted(cast, draft)
    accept(version, cast.secretary)
    with acting_as(cast.privacy_officer):
        told = Entry.objects.filter(object_type="formuleversion", object_id=str(version.pk))
        assert list(told.order_by("pk").values_list("action", flat=True)) == [
            "formule.drafted",
            "formule.adopted",
            "formule.accepted",
        ]


UNDOING = (
    "UPDATE workflows_formuleversion SET content = '{}' WHERE id = %s",
    "UPDATE workflows_formuleversion SET status = 'draft' WHERE id = %s",
    "UPDATE workflows_formuleversion SET adopted_by_name = 'Ander' WHERE id = %s",
    "UPDATE workflows_formuleversion SET valid_from = '2020-01-01' WHERE id = %s",
    """UPDATE workflows_formuleversion SET status = 'superseded', valid_until = '2099-01-01',
           content = '{}' WHERE id = %s""",
)


@pytest.mark.parametrize("statement", UNDOING)
def test_the_database_lets_nobody_rewrite_what_was_adopted(
    statement: str, cast: Cast, draft: FormuleVersion
) -> None:
    """The draft may be, by the very same statement where it is allowed at all."""
    version = adopted(cast, draft)
    with acting_as(cast.administrator), pytest.raises(DatabaseError, match="stands"):
        run(statement, version)


def test_the_database_shows_whose_a_draft_is(cast: Cast, draft: FormuleVersion) -> None:
    statement = "UPDATE workflows_formuleversion SET content = '{}' WHERE id = %s"
    for by, count in ((cast.coordinator, 0), (cast.police, 0), (cast.administrator, 1)):
        with acting_as(by):
            assert run(statement, draft) == count, by.membership
    with acting_as(cast.administrator):
        assert run("DELETE FROM workflows_formuleversion WHERE id = %s", draft) == 1


def test_the_database_takes_no_acceptance_from_anyone_but_the_secretary(
    cast: Cast, draft: FormuleVersion
) -> None:
    version = adopted(cast, draft)
    statement = """INSERT INTO workflows_acceptance
        (formule_version_id, organisation_id, accepted_by_id, accepted_at)
        VALUES (%s, {organisation}, {membership}, now())"""
    oss = cast.secretary
    for by, organisation, membership in (
        (cast.administrator, oss.organisation_id, cast.administrator.membership.pk),
        (cast.administrator, oss.organisation_id, oss.membership.pk),
        (oss, cast.stranger.organisation_id, oss.membership.pk),
        (oss, oss.organisation_id, "NULL"),
    ):
        with acting_as(by), pytest.raises(DatabaseError, match="row-level security"):
            run(statement.format(organisation=organisation, membership=membership), version)
    with acting_as(oss):
        allowed = statement.format(organisation=oss.organisation_id, membership=oss.membership.pk)
        assert run(allowed, version) == 1


def run(statement: str, version: FormuleVersion) -> int:
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(statement, [version.pk])
        return int(cursor.rowcount)
