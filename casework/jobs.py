"""What has to happen to cases on a day that was agreed, without anyone there to do it."""

from django.db import connection
from django.utils import timezone
from procrastinate.contrib.django import app

from casework.ending import watch as ending
from casework.retention.destroying import destroy_all
from casework.rights.watch import watch
from casework.services import emergencies
from partners.trace import Trace, current_trace


@app.periodic(cron="* * * * *")
@app.task(name="casework.end_participations", queueing_lock="end_participations")
def end_participations(timestamp: int) -> None:
    """On record when it was agreed; the database ends what is over, and nothing else."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT casework_end_participations()")


@app.periodic(cron="* * * * *")
@app.task(name="casework.end_clearances", queueing_lock="end_clearances")
def end_clearances(timestamp: int) -> None:
    """On record when it was given; both walls shut it out from its day on, this shuts the rest."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT partners_end_clearances()")


@app.periodic(cron="*/5 * * * *")
@app.task(name="casework.watch_endings", queueing_lock="watch_endings")
def watch_endings(timestamp: int) -> None:
    """By the clock of now: what stood still says no more than is due."""
    token = current_trace.set(Trace.new("job"))
    try:
        ending.watch(timezone.now())
    finally:
        current_trace.reset(token)


@app.periodic(cron="23 7 * * *")
@app.task(name="casework.remind_unjudged", queueing_lock="remind_unjudged")
def remind_unjudged(timestamp: int) -> None:
    """By the clock of now and not of the job."""
    emergencies.remind(timezone.now())


@app.periodic(cron="* * * * *")
@app.task(name="casework.destroy", queueing_lock="destroy")
def destroy(timestamp: int) -> None:
    """What two approved; whatever a killed round left undone, the next one does."""
    token = current_trace.set(Trace.new("job"))
    try:
        destroy_all(timezone.now())
    finally:
        current_trace.reset(token)


@app.periodic(cron="*/5 * * * *")
@app.task(name="casework.watch_rights", queueing_lock="watch_rights")
def watch_rights(timestamp: int) -> None:
    """By the clock of now: what stood still says no more than is due."""
    token = current_trace.set(Trace.new("job"))
    try:
        watch(timezone.now())
    finally:
        current_trace.reset(token)
