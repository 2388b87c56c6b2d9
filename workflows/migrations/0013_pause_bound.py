"""A pause may have an end of its own beside the bound of all pauses together."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("workflows", "0012_move_walls")]
    operations = [
        migrations.AddField(
            model_name="termpause",
            name="at_most_until",
            field=models.DateField(blank=True, null=True),
        ),
    ]
