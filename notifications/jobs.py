"""The background work of notifications: mail, the watch over terms, and jobs whose worker died."""

from collections.abc import Iterable

from django.utils import timezone
from procrastinate import JobContext, RetryStrategy
from procrastinate.contrib.django import app
from procrastinate.types import JSONDict

import notifications.checkpoints.jobs  # noqa: F401  so that the worker knows them
from notifications.admission import actor_of
from notifications.mail import mail_what_waits
from partners.acting import acting_as
from partners.trace import traced
from workflows.models import EqualledDaysChange
from workflows.watch.moving import move
from workflows.watch.round import watch

MAIL_AFTER_SECONDS = 120
"""Whoever is at work hears at once over the socket, and needs no mail of what was opened since."""

MOVE_AFTER_SECONDS = 30
"""Longer than an act may wait for its locks."""

KEEP_JOBS_HOURS = 72


@app.task(name="notifications.mail", retry=RetryStrategy(max_attempts=8, exponential_wait=4))
def mail(person_id: int) -> None:
    actor = actor_of(person_id)
    if actor is not None:
        with acting_as(actor):
            mail_what_waits(person=actor.person, at=timezone.now())


def mail_later(person_ids: Iterable[int]) -> None:
    """Defer one job a person, in the transaction of the act."""
    jobs: list[JSONDict] = [{"person_id": person_id} for person_id in person_ids]
    mail.configure(schedule_in={"seconds": MAIL_AFTER_SECONDS}).batch_defer(*jobs)


@app.periodic(cron="* * * * *")
@app.task(name="notifications.retry_stalled", queueing_lock="retry_stalled", pass_context=True)
async def retry_stalled(context: JobContext, timestamp: int) -> None:
    """A killed worker leaves its jobs as being done, and procrastinate leaves them so."""
    for job in await context.app.job_manager.get_stalled_jobs():
        await context.app.job_manager.retry_job(job)


@app.periodic(cron="*/5 * * * *")
@app.task(name="notifications.watch_terms", queueing_lock="watch_terms")
def watch_terms(timestamp: int) -> None:
    """By the clock of now and not of the job: what stood still says no more than is due."""
    watch(timezone.now())


@app.task(
    name="notifications.move_deadlines",
    lock="equalled_days",
    retry=RetryStrategy(max_attempts=20, exponential_wait=2),
)
def move_deadlines(change_id: int) -> None:
    """One after the other, in the order in which the days were changed."""
    change = EqualledDaysChange.objects.get(pk=change_id)
    with traced("job"):
        move(before=set(change.before), after=set(change.after), at=timezone.now())


def move_deadlines_later(change_id: int) -> None:
    """Defer it in the transaction of the change, and past any act that reckoned without it."""
    job = move_deadlines.configure(schedule_in={"seconds": MOVE_AFTER_SECONDS})
    job.defer(change_id=change_id)


@app.periodic(cron="17 3 * * *")
@app.task(name="notifications.remove_old", queueing_lock="remove_old", pass_context=True)
async def remove_old(context: JobContext, timestamp: int) -> None:
    await context.app.job_manager.delete_old_jobs(nb_hours=KEEP_JOBS_HOURS)
