"""On what the gateways of the regime for events decide, beside outcomes: the class of the event."""

from viewflow.workflow.activation import Activation

from workflows.events.of_case import class_of
from workflows.models import EventClass


def asks_preparation(activation: Activation) -> bool:
    return class_of(activation.process.case) in (EventClass.ATTENTION, EventClass.RISK)


def is_regular(activation: Activation) -> bool:
    return not asks_preparation(activation)


def is_evaluated(activation: Activation) -> bool:
    """Domain brief 4.1, E11: C always, B when something happened, the others never."""
    process = activation.process
    event_class = class_of(process.case)
    happened = process.outcome_of("perform") == "incidents" or (
        process.outcome_of("halt") == "stopped"
    )
    return event_class == EventClass.RISK or (event_class == EventClass.ATTENTION and happened)
