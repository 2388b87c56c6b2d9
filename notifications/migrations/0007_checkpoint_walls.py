"""The addresses of one trail are for who reads that trail: a page shows them to the FG alone."""

from django.db import migrations

from partners.walls import wall

MINE = "organisation_id = app_trail_organisation()"


class Migration(migrations.Migration):
    dependencies = [("notifications", "0006_checkpoint_addresses")]
    operations = [
        wall("notifications_checkpointaddress", {"SELECT": MINE, "INSERT": MINE, "UPDATE": MINE}),
    ]
