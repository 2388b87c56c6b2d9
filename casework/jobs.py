"""What has to happen to cases on a day that was agreed, without anyone there to do it."""

from django.db import connection
from django.utils import timezone
from procrastinate.contrib.django import app

from casework.services import emergencies


@app.periodic(cron="* * * * *")
@app.task(name="casework.end_participations", queueing_lock="end_participations")
def end_participations(timestamp: int) -> None:
    """On record when it was agreed; the database ends what is over, and nothing else."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT casework_end_participations()")


@app.periodic(cron="23 7 * * *")
@app.task(name="casework.remind_unjudged", queueing_lock="remind_unjudged")
def remind_unjudged(timestamp: int) -> None:
    """By the clock of now and not of the job."""
    emergencies.remind(timezone.now())
