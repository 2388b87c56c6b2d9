"""A case of any regime, walked at random by everybody at once, with time going by."""

from collections import Counter
from datetime import datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import time_machine
from django.db import transaction
from django.utils import timezone
from hypothesis import assume
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule
from viewflow.workflow.status import STATUS

from casework.models import Case, Decision, Request
from config.demo.themes import answers_of
from partners.acting import acting_as, engine_sees
from partners.actor import Actor
from partners.models import Role
from partners.refusals import Conflict, Refused
from tests.walks.announced import as_announced
from tests.walks.filling import filled, mended
from tests.walks.people import everybody, offered
from workflows import policies
from workflows.flows import FLOWS
from workflows.models import Step
from workflows.services import advice_round, begin, steps

MOST_ACTS_HOME = 60
START = datetime(2026, 3, 3, 9, 0, tzinfo=ZoneInfo("Europe/Amsterdam"))


class Walk(RuleBasedStateMachine):
    """`themes` narrows which regimes are walked; the transaction of a walk is undone."""

    themes: tuple[str, ...] = ()

    def __init__(self) -> None:
        super().__init__()
        self.clock = time_machine.travel(START)
        self.now = self.clock.start()
        self.undo = transaction.atomic()
        self.undo.__enter__()

    def teardown(self) -> None:
        try:
            if hasattr(self, "case"):
                self.goes_home()
        finally:
            transaction.set_rollback(True)
            self.undo.__exit__(None, None, None)
            self.clock.stop()

    def goes_home(self) -> None:
        """Wherever a walk came, ordinary answers and time lead to an end from there."""
        done: Counter[str] = Counter()
        for _act in range(MOST_ACTS_HOME):
            if self.is_closed:
                return
            # What may be done again and again, such as noting a breach, leads nowhere by itself.
            for actor, step in sorted(
                offered(self.current), key=lambda one: done[one[1].flow_task.name]
            ):
                with acting_as(actor):
                    form = mended(asking(step, actor), ordinary_answers(self.theme, step, actor))
                    if form.is_valid():
                        complete(step, form, actor)
                        done[step.flow_task.name] += 1
                        break
            else:
                self.now.shift(timedelta(days=30))
        raise AssertionError(f"no end in sight: {self.open_names()}, {self.refusals()}")

    def refusals(self) -> dict[str, Any]:
        """Why the ordinary answers do not do, by step."""
        found = {}
        for actor, step in offered(self.current):
            with acting_as(actor):
                form = mended(asking(step, actor), ordinary_answers(self.theme, step, actor))
                found[step.flow_task.name] = dict(form.errors)
        return found

    @initialize(data=st.data())
    def report(self, data: Any) -> None:
        self.theme = data.draw(st.sampled_from(self.themes or tuple(FLOWS)), label="theme")
        flow_class = FLOWS[self.theme]
        may = [one for one in everybody() if self.theme in reportable(one)]
        actor = data.draw(st.sampled_from(may), label="reporter")
        ordinary = answers_of(self.theme)
        with acting_as(actor):
            answers = ordinary.signal() if self.theme == "hennep" else ordinary.report()
            form = flow_class.begins_with(answers, step=None, actor=actor)
            assume(form.is_valid())
            self.case = begin.report_case(
                theme=self.theme, form=form, actor=actor, at=timezone.now()
            )
        self.reporter = actor

    @precondition(lambda self: not self.is_closed)
    @rule(data=st.data())
    def do_what_is_offered(self, data: Any) -> None:
        """What a worklist offers is accepted, if the form is."""
        actor, step = data.draw(st.sampled_from(offered(self.current)), label="whose step")
        with acting_as(actor):
            form = self.form(step, actor, data)
            if form.is_valid():
                complete(step, form, actor)

    @rule(data=st.data())
    def try_what_is_not(self, data: Any) -> None:
        """What is not offered is refused, whoever asks for whichever step, done or open."""
        actor = data.draw(st.sampled_from(everybody()), label="who tries")
        step = data.draw(st.sampled_from(self.steps()), label="which step")
        with acting_as(actor):
            is_offered = Step.objects.for_hand_of(actor).filter(pk=step.pk).exists()
            may = policies.why_not_do_step(actor, step) is None and step.is_open
            assert is_offered == may
            if is_offered:
                return
            # Whether one may comes before what one answered: there is no form to look at.
            form: Any = None
            try:
                with transaction.atomic():
                    steps.complete(step=step, form=form, actor=actor, at=timezone.now())
            except (Refused, Conflict):
                return
            raise AssertionError(f"{actor.membership} did {step.flow_task.name}")

    @precondition(lambda self: not self.is_closed)
    @rule(data=st.data())
    def do_another(self, data: Any) -> None:
        """So that a walk gets somewhere."""
        self.do_what_is_offered(data)

    @precondition(lambda self: self.has_late)
    @rule(data=st.data())
    def answer_late(self, data: Any) -> None:
        """An answer after the round was closed moves no step."""
        before = self.open_names()
        for actor in everybody():
            with acting_as(actor):
                late = Request.objects.visible_to(actor).filter(
                    case=self.case, asked=actor.organisation, status=Request.Status.OVERTAKEN
                )
                step = Step.objects.visible_to(actor).filter(request__in=late).first()
                if step is None or actor.role != step.role:
                    continue
                form = self.form(step, actor, data)
                if form.is_valid():
                    advice_round.answer_late(
                        request=late[0], step=step, form=form, actor=actor, at=timezone.now()
                    )
        assert self.open_names() == before

    @rule(days=st.integers(1, 60))
    def time_goes_by(self, days: int) -> None:
        self.now.shift(timedelta(days=days))

    @invariant()
    def the_case_has_one_owner_of_a_party(self) -> None:
        case = self.current
        assert case.owner_id
        assert case.owner.organisation_id in case.party_ids

    @invariant()
    def an_open_case_has_a_step_for_somebody_and_a_closed_one_has_none(self) -> None:
        open_steps = [step for step in self.steps() if step.is_open]
        if self.is_closed:
            assert open_steps == []
            return
        assert open_steps, "nothing is left to do, and the case is not closed"
        ready = {step.pk for _actor, step in offered(self.current)}
        for step in open_steps:
            assert step.pk in ready, f"{step.flow_task.name} is on nobody's worklist"

    @invariant()
    def no_step_is_skipped(self) -> None:
        """Each came from one that was done, along an edge of the flow."""
        with engine(self.case, self.reporter):
            for step in Step.objects.filter(case=self.case).prefetch_related("previous"):
                for before in step.previous.all():
                    assert before.status == STATUS.DONE
                    after = [edge.dst for edge in before.flow_task._outgoing()]
                    assert step.flow_task in after, f"{before} does not lead to {step}"

    @invariant()
    def only_a_holder_decided(self) -> None:
        for actor in everybody():
            if actor.organisation_id != self.current.lead_id:
                continue
            with acting_as(actor):
                for one in Decision.objects.filter(case=self.case).select_related("decided_by"):
                    assert one.organisation_id == self.current.lead_id
                    assert one.decided_by.role == Role.DECISION_MAKER or one.mandate_id

    # The rest is how it looks.

    @property
    def current(self) -> Case:
        with engine(self.case, self.reporter):
            return Case.objects.select_related("owner").get(pk=self.case.pk)

    @property
    def is_closed(self) -> bool:
        return self.current.closed_at is not None

    @property
    def has_late(self) -> bool:
        with engine(self.case, self.reporter):
            return Request.objects.filter(case=self.case, status=Request.Status.OVERTAKEN).exists()

    def steps(self) -> list[Step]:
        with engine(self.case, self.reporter):
            rows = Step.objects.filter(case=self.case).human().order_by("pk")
            return list(rows.select_related("case", "process__formule_version", "request"))

    def open_names(self) -> list[str]:
        return [step.flow_task.name for step in self.steps() if step.is_open]

    def form(self, step: Step, actor: Actor, data: Any) -> Any:
        """Bound, with at random chosen answers."""
        return filled(asking(step, actor), ordinary_answers(self.theme, step, actor), data)


def engine(case: Case, actor: Actor) -> Any:
    """See the whole case, as the engine does while it moves it."""
    return _Engine(case, actor)


class _Engine:
    def __init__(self, case: Case, actor: Actor) -> None:
        self.layers = [acting_as(actor), engine_sees(case.pk)]

    def __enter__(self) -> None:
        for layer in self.layers:
            layer.__enter__()

    def __exit__(self, *error: Any) -> None:
        for layer in reversed(self.layers):
            layer.__exit__(*error)


def reportable(actor: Actor) -> list[str]:
    with acting_as(actor):
        return begin.reportable(actor)


def complete(step: Step, form: Any, actor: Actor) -> None:
    with as_announced(step, asking(step, actor)(None), actor):
        steps.complete(step=step, form=form, actor=actor, at=timezone.now())


def asking(step: Step, actor: Actor) -> Any:
    """What makes the form of a step from answers."""
    return lambda answers: step.flow_task.form(answers, step=step, actor=actor)


def ordinary_answers(theme: str, step: Step, actor: Actor) -> dict[str, Any]:
    module, node = answers_of(theme), step.flow_task.name
    by_kind = getattr(module, f"{node}_of_{actor.organisation.kind}", None)
    if theme == "hennep" and (node, actor.organisation.kind) == ("answer", "om"):
        by_kind = module.answer_of_prosecutor
    ordinary: Any = by_kind or getattr(module, node, dict)
    answers: dict[str, Any] = ordinary()
    if node == "evaluate":
        answers |= {f"outcome_{one.pk}": "yes" for one in step.case.outcomes.all()}
    return answers
