"""A policy, its filter and the second wall give one answer, for every actor and every thing."""

from collections.abc import Callable, Iterable
from datetime import timedelta
from typing import Any

import pytest
from django.apps import apps
from django.db.models import Model, QuerySet
from django.utils import timezone

from casework import (
    arrangement_policies,
    ave_policies,
    consent_policies,
    correction_policies,
    disclosing_policies,
    emergency_policies,
    handover_policies,
    inquiry_policies,
    ladder_policies,
    waterbed_policies,
)
from casework import policies as case_policies
from casework.models import (
    AgendaItem,
    Arrangement,
    AvePhase,
    Blockade,
    Case,
    ClassChange,
    Commitment,
    Consent,
    Contribution,
    Correction,
    CorrectionNotice,
    DestructionLine,
    DestructionList,
    Disclosure,
    DisclosureQuestion,
    DisclosureRequest,
    Document,
    Emergency,
    ErrorReport,
    Escalation,
    Extension,
    Handover,
    Inquiry,
    Meeting,
    MeetingSeat,
    Participation,
    Referral,
    Request,
    RetentionExtension,
    RetentionHold,
    RightsItem,
    RightsRequest,
    RightsShare,
    SignalReceipt,
    StepDown,
    Subject,
    WaterbedOrigin,
    WaterbedSignal,
    Weighing,
)
from casework.retention import policies as retention_policies
from casework.rights import policies as rights_policies
from partners.acting import acting_as
from partners.actor import Actor
from tests.cast import Cast, actor_of
from tests.isolation.lasting import without_the_second_wall
from workflows import event_policies
from workflows import policies as step_policies
from workflows.formules import policies as formule_policies
from workflows.models import (
    CaseTerm,
    ClashRuling,
    FormuleVersion,
    RegionalEvent,
    Step,
    TermPause,
)

Policy = Callable[[Actor, Any], str | None]

TWINS: dict[type[Model], Policy] = {
    Arrangement: arrangement_policies.why_not_see_arrangement,
    AvePhase: ave_policies.why_not_see_phase,
    AgendaItem: ladder_policies.why_not_see_agenda_item,
    Blockade: disclosing_policies.why_not_see_blockade,
    Case: case_policies.why_not_see_case,
    ClassChange: case_policies.why_not_see_class_change,
    ClashRuling: event_policies.why_not_see_ruling,
    Consent: consent_policies.why_not_see_consent,
    Commitment: case_policies.why_not_see_commitment,
    Contribution: case_policies.why_not_read_contribution,
    Correction: correction_policies.why_not_see_correction,
    CorrectionNotice: correction_policies.why_not_see_correction_notice,
    ErrorReport: correction_policies.why_not_see_error_report,
    DestructionLine: retention_policies.why_not_see_line,
    DestructionList: retention_policies.why_not_see_list,
    Disclosure: case_policies.why_not_see_disclosure,
    DisclosureRequest: disclosing_policies.why_not_see_disclosure_request,
    Emergency: emergency_policies.why_not_see_emergency,
    Escalation: ladder_policies.why_not_see_escalation,
    Referral: ladder_policies.why_not_see_referral,
    StepDown: ladder_policies.why_not_see_step_down,
    RightsRequest: rights_policies.why_not_see_rights_request,
    RightsShare: rights_policies.why_not_see_share,
    SignalReceipt: waterbed_policies.why_not_see_receipt,
    Weighing: disclosing_policies.why_not_see_weighing,
    WaterbedSignal: waterbed_policies.why_not_see_signal,
    Meeting: ladder_policies.why_not_see_meeting,
    Inquiry: inquiry_policies.why_not_see_inquiry,
    Handover: handover_policies.why_not_see_handover,
    Participation: handover_policies.why_not_see_participation,
    RetentionExtension: retention_policies.why_not_see_extension,
    RetentionHold: retention_policies.why_not_see_hold,
    RegionalEvent: event_policies.why_not_see_event,
    Request: case_policies.why_not_see_request,
    Subject: case_policies.why_not_see_subject,
    CaseTerm: step_policies.why_not_see_case_term,
    Step: step_policies.why_not_see_step,
    FormuleVersion: formule_policies.why_not_see_formule,
}
BY_PARENT: dict[type[Model], Callable[[Actor], QuerySet[Any]]] = {
    Document: lambda actor: Document.objects.shown_to(actor).filter(
        contribution__in=Contribution.objects.visible_to(actor)
    ),
    DisclosureQuestion: lambda actor: DisclosureQuestion.objects.filter(
        request__in=DisclosureRequest.objects.visible_to(actor)
    ),
    RightsItem: lambda actor: RightsItem.objects.filter(
        share__in=RightsShare.objects.visible_to(actor), share__organisation=actor.organisation
    ),
    TermPause: lambda actor: TermPause.objects.filter(term__in=CaseTerm.objects.visible_to(actor)),
    Extension: lambda actor: Extension.objects.filter(
        request__in=Request.objects.visible_to(actor)
    ),
    WaterbedOrigin: lambda actor: WaterbedOrigin.objects.filter(
        signal__in=WaterbedSignal.objects.visible_to(actor), signal__gemeente=actor.organisation
    ),
    MeetingSeat: lambda actor: MeetingSeat.objects.filter(
        meeting__in=Meeting.objects.visible_to(actor)
    ),
}
"""What is seen with the thing it belongs to."""

LATER = pytest.mark.parametrize("days", [0, 2])
"""One disclosure of the dossier holds today and no longer the day after tomorrow."""

pytestmark = pytest.mark.usefixtures("dossier")


def everyone() -> Iterable[Actor]:
    """Without the transaction of a test: the same rows are read under two logins."""
    cast = Cast()
    yield from (
        *(cast.coordinator, cast.mayor, cast.secretary, cast.privacy_officer, cast.administrator),
        *(cast.police, cast.second_police, cast.prosecutor, cast.grid, cast.landlord),
        *(cast.stranger, cast.regional_staff),
        *(actor_of(name) for name in ("liaison.riec", "fg.politie", "iv2.oss", "iv.bernheze")),
    )


def keys(rows: Iterable[Model]) -> set[object]:
    return {row.pk for row in rows}


@LATER
@pytest.mark.parametrize("model", TWINS)
def test_the_policy_and_its_filter_agree_without_the_second_wall(
    model: type[Model], days: int
) -> None:
    at = timezone.now() + timedelta(days=days)
    everything: Any = model._default_manager
    with without_the_second_wall():
        things = list(everything.all())
        for actor in everyone():
            with acting_as(actor, at=at):
                allowed = keys(one for one in things if TWINS[model](actor, one) is None)
                filtered = keys(everything.visible_to(actor))
            assert filtered == allowed, actor.membership
            assert len(allowed) < len(things), f"{actor.membership} sees everything there is"


@LATER
@pytest.mark.parametrize("model", [*TWINS, *BY_PARENT])
def test_the_filter_and_the_second_wall_agree(model: type[Model], days: int) -> None:
    """The filter is asked as the owner, the wall as the web: neither can lean on the other."""
    at = timezone.now() + timedelta(days=days)
    manager: Any = model._default_manager
    visible_to = BY_PARENT.get(model) or manager.visible_to
    filtered = {}
    with without_the_second_wall():
        for actor in everyone():
            with acting_as(actor, at=at):
                filtered[actor] = keys(visible_to(actor))
    for actor, expected in filtered.items():
        with acting_as(actor, at=at):
            assert keys(manager.all()) == expected, actor.membership
    assert len({frozenset(rows) for rows in filtered.values()}) > 1, (
        "the dossier tells nobody apart"
    )


def test_each_filter_has_its_policy_here() -> None:
    with_a_filter = {
        model for model in apps.get_models() if hasattr(model._default_manager, "visible_to")
    }
    assert with_a_filter == set(TWINS)


def test_each_rule_about_seeing_has_its_filter_here() -> None:
    """`why_not_overview` narrows parts of a case page: it has no things of its own to filter."""
    rules = {
        name
        for module in (
            arrangement_policies,
            ave_policies,
            case_policies,
            correction_policies,
            consent_policies,
            disclosing_policies,
            emergency_policies,
            event_policies,
            handover_policies,
            inquiry_policies,
            ladder_policies,
            retention_policies,
            rights_policies,
            waterbed_policies,
            step_policies,
            formule_policies,
        )
        for name in vars(module)
        if name.startswith(("why_not_see_", "why_not_read_"))
    }
    assert rules == {policy.__name__ for policy in TWINS.values()}
