"""The yardstick of a task: the same three nodes on Viewflow as it comes, and nothing of ours.

Served by `bench.bare_web` with Viewflow's own views; done in this process without any view.
"""

from typing import Any

from django.db import transaction
from viewflow import this
from viewflow.workflow import flow, lock
from viewflow.workflow.flow import views
from viewflow.workflow.models import Process, Task


class BareFlow(flow.Flow):
    """Visit, gateway, report: what `BareFlow.visit` moves is what `HennepFlow.visit` moves."""

    process_class = Process
    task_class = Task
    lock_impl = lock.select_for_update_lock

    start = flow.StartHandle().Next(this.visit)
    visit = flow.View(views.UpdateProcessView.as_view(fields=[])).Next(this.visited)
    visited = flow.If(lambda activation: True).Then(this.report).Else(this.over)
    report = flow.View(views.UpdateProcessView.as_view(fields=[])).Next(this.over)
    over = flow.End()

    def has_view_permission(self, user: Any, obj: Any = None) -> bool:
        """Persons have no permissions by model; whose the task is, is looked at all the same."""
        return True


def begin(person: Any) -> Task:
    """A process whose visit waits for that person."""
    start: Any = BareFlow.start
    activation = start.activation_class.create(start, None, None)
    with transaction.atomic():
        activation.execute()
        task = Task.objects.get(process=activation.process, flow_task=BareFlow.visit)
        BareFlow.visit.activation_class(task).assign(person)
    return task


def transit(task_pk: int, process_pk: int) -> None:
    """The transition alone: lock, load, complete, and make the next task."""
    with BareFlow.lock(process_pk):
        task = Task.objects.get(pk=task_pk)
        activation = BareFlow.visit.activation_class(task)
        activation.start(None)
        activation.execute()
