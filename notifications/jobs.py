"""The background work of notifications: mail, the watch over terms, and jobs whose worker died."""

from collections.abc import Iterable

from django.utils import timezone
from procrastinate import JobContext, RetryStrategy
from procrastinate.contrib.django import app
from procrastinate.types import JSONDict

from notifications.admission import actor_of
from notifications.mail import mail_what_waits
from partners.acting import acting_as
from workflows.watch.renewal import renew
from workflows.watch.round import watch

MAIL_AFTER_SECONDS = 120
"""Whoever is at work hears at once over the socket, and needs no mail of what was opened since."""

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


@app.periodic(cron="41 3 * * *")
@app.task(name="notifications.renew_terms", queueing_lock="renew_terms")
def renew_terms(timestamp: int) -> None:
    renew(timezone.now())


@app.periodic(cron="17 3 * * *")
@app.task(name="notifications.remove_old", queueing_lock="remove_old", pass_context=True)
async def remove_old(context: JobContext, timestamp: int) -> None:
    await context.app.job_manager.delete_old_jobs(nb_hours=KEEP_JOBS_HOURS)
