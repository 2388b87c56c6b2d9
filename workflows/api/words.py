"""The Dutch words of the API for what a step holds as codes."""

from viewflow.workflow.status import STATUS

STATUSES = {STATUS.NEW: "open", STATUS.DONE: "afgerond", STATUS.CANCELED: "vervallen"}
