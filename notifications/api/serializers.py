"""A notification as other systems read it: Dutch names, as the other resources have."""

from rest_framework import serializers

from notifications.models import Notification


class NotificationSerializer(serializers.ModelSerializer[Notification]):
    volgnummer = serializers.IntegerField(source="seq", read_only=True)
    soort = serializers.CharField(source="kind", read_only=True)
    tekst = serializers.CharField(source="__str__", read_only=True)
    casus = serializers.CharField(source="case_reference", read_only=True)
    uiterlijk = serializers.DateTimeField(source="due_at", read_only=True, allow_null=True)
    gemaaktOp = serializers.DateTimeField(source="created_at", read_only=True)  # noqa: N815
    gelezenOp = serializers.DateTimeField(  # noqa: N815
        source="read_at", read_only=True, allow_null=True
    )

    class Meta:
        model = Notification
        fields = [
            "id",
            "volgnummer",
            "soort",
            "tekst",
            "casus",
            "link",
            "uiterlijk",
            "gemaaktOp",
            "gelezenOp",
        ]
        read_only_fields = fields
        ref_name = "Melding"


class AfterSerializer(serializers.Serializer[None]):
    na = serializers.IntegerField(
        required=False,
        min_value=0,
        max_value=2**63 - 1,
        help_text="Alleen meldingen met een hoger volgnummer, het laagste eerst.",
    )
