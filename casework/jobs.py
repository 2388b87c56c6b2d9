"""What has to happen to cases on a day that was agreed, without anyone there to do it."""

from django.db import connection
from procrastinate.contrib.django import app


@app.periodic(cron="* * * * *")
@app.task(name="casework.end_participations", queueing_lock="end_participations")
def end_participations(timestamp: int) -> None:
    """On record when it was agreed; the database ends what is over, and nothing else."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT casework_end_participations()")
